// Words in the person's language. Russian stands in the page; the English catalogue comes when asked for.
import { useSyncExternalStore } from "react";

const RUSSIAN = Object.freeze({ lang: "ru", words: null });
const listeners = new Set();
let current = RUSSIAN; // replaced as a whole, never changed in place: a snapshot must not move under React
let english = null;

const announce = () => listeners.forEach((tell) => tell());
const subscribe = (tell) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

const chosen = () => (/(?:^|; )mp_lang=en/.test(document.cookie) ? "en" : "ru");

const fetchEnglish = async () => {
  english ??= fetch("/words/en.json").then((answer) => {
    if (!answer.ok) throw new Error(`words: ${answer.status}`);
    return answer.json();
  });
  try {
    return await english;
  } catch (error) {
    english = null;
    throw error;
  }
};

// Switch the language; what is typed on the page stays typed.
export const speak = async (lang) => {
  const words = lang === "en" ? await fetchEnglish() : null;
  document.cookie = `mp_lang=${lang}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  document.documentElement.lang = lang;
  current = lang === "en" ? Object.freeze({ lang, words }) : RUSSIAN;
  announce();
};

if (typeof document !== "undefined" && chosen() === "en") speak("en").catch(() => {});

const fill = (sentence, values) =>
  values ? sentence.replace(/\{(\w+)\}/g, (whole, name) => String(pick(values[name] ?? whole))) : sentence;

// A sentence that came from the server carries both languages; one from the page is looked up by its key.
export const pick = (said, key, snapshot = current) => {
  if (said == null) return "";
  if (typeof said === "object") return said[snapshot.lang] ?? said.ru ?? "";
  return snapshot.words?.[key] ?? said;
};

export const useSay = () => {
  const snapshot = useSyncExternalStore(subscribe, () => current, () => RUSSIAN);
  // The second argument is a key (from a page) or values for the places of a sentence (from a component).
  return (said, more) => (typeof more === "string" ? pick(said, more, snapshot) : fill(pick(said, undefined, snapshot), more));
};

export const useLang = () => useSyncExternalStore(subscribe, () => current.lang, () => "ru");
export const lang = () => current.lang;
