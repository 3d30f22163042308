// Personal values: fetched by the page that shows them, kept in no state and in no storage.
import { jsx } from "@emotion/react";
import { useEffect, useState } from "react";
import { fetchPrivate } from "$/public/fetch-private.js";
import { useSay } from "$/public/say.js";

const flights = new Map();
const load = (source, version) => {
  const key = `${source}#${version}`;
  if (!flights.has(key)) {
    flights.set(key, fetchPrivate(source));
    setTimeout(() => flights.delete(key), 2000); // one fetch for all that asked in the same moment, then forgotten
  }
  return flights.get(key);
};

export const usePrivate = (source, version) => {
  const [answer, setAnswer] = useState(null);
  useEffect(() => {
    let gone = false;
    load(source, version).then((got) => !gone && setAnswer(got), () => !gone && setAnswer({}));
    return () => { gone = true; };
  }, [source, version]);
  return answer;
};

export const PrivateText = ({ source, name, version, missing, className }) => {
  const answer = usePrivate(source, version ?? 0);
  const say = useSay();
  const value = answer?.[name];
  return jsx("span", { className, "data-private": name, style: answer === null ? { display: "inline-block", minWidth: "8ch", minHeight: "1em" } : undefined },
    answer === null ? "" : value ? (typeof value === "object" ? say(value) : value) : say(missing ?? ""));
};

// The person's own value with the places that a register has otherwise; read out as words, marked for eyes.
export const Differences = ({ source, kind, labels, version, whole, places }) => {
  const answer = usePrivate(source, version ?? 0);
  const say = useSay();
  const list = answer?.[kind] ?? [];
  return jsx("ul", { className: "grid gap-2" }, list.map((one) =>
    jsx("li", { key: one.field },
      jsx("span", { className: "soft" }, say(labels[one.field] ?? one.field), ": "),
      jsx("span", { className: "mono", "aria-hidden": true }, [...one.value].map((sign, at) =>
        jsx("span", { key: at, className: !one.positions.length || one.positions.includes(at) ? "differs" : undefined }, sign))),
      jsx("span", { className: "unseen" }, one.value, ". ", one.positions.length ? say(places) + " " + one.positions.map((at) => at + 1).join(", ") : say(whole)))));
};

// Masked numbers; after the password they stand in full for a while, then the values are dropped from the page.
export const Numbers = ({ masked, full, version, revealed, seconds, hides, labels }) => {
  const card = usePrivate(masked, version ?? 0);
  const say = useSay();
  const [open, setOpen] = useState(null);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!revealed) return undefined;
    let gone = false;
    const ends = Date.now() + seconds * 1000;
    fetchPrivate(full).then((got) => { if (!gone) { setOpen(got); setLeft(seconds); } }, () => {});
    const tick = setInterval(() => {
      const now = Math.ceil((ends - Date.now()) / 1000);
      setLeft(Math.max(0, now));
      if (now <= 0) { setOpen(null); clearInterval(tick); }
    }, 500);
    return () => { gone = true; clearInterval(tick); setOpen(null); };
  }, [revealed, full, seconds]);
  return jsx("div", {},
    jsx("dl", { className: "answers" }, labels.map(({ name, text }) =>
      jsx("div", { key: name }, jsx("dt", {}, say(text)),
        jsx("dd", { className: "number mono", "data-private": name, "data-open": open ? "yes" : "no" }, (open ?? card)?.[name] ?? "")))),
    jsx("p", { className: "hint", role: "timer", "aria-live": "off" }, open && left ? say(hides, { seconds: left }) : ""));
};

// The demonstration's outbox: newest first, asked for every two seconds while the page is looked at.
export const Letters = ({ source, empty, to, sms, email }) => {
  const [letters, setLetters] = useState(null);
  const say = useSay();
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && fetchPrivate(source).then((got) => setLetters(got.letters), () => {});
    look();
    const again = setInterval(look, 2000);
    return () => clearInterval(again);
  }, [source]);
  if (!letters) return null;
  if (!letters.length) return jsx("p", { className: "card" }, say(empty));
  const linked = (words) => words.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 ? jsx("a", { key: at, href: part }, part) : part));
  return jsx("div", { className: "stack", role: "feed" }, letters.map((one) =>
    jsx("article", { key: one.id, className: "card stack", style: { "--gap": "0.4rem" }, "data-channel": one.channel, tabIndex: 0, "aria-label": `${one.channel === "sms" ? say(sms) : say(email)} ${one.at}` },
      jsx("div", { className: "row" }, jsx("span", { className: "tag tag-info" }, say(one.channel === "sms" ? sms : email)), jsx("span", { className: "soft small number" }, one.at)),
      jsx("p", { className: "soft" }, say(to), ": ", one.to),
      one.channel !== "sms" && jsx("h2", { style: { fontSize: "1.08rem" } }, one.subject),
      jsx("p", { style: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } }, linked(one.body)))));
};
