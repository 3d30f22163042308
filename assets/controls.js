// Controls that a plain input cannot be: search in a list, a password shown, a button that waits, a token of a link.
import { jsx } from "@emotion/react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useSheet } from "$/public/form.js";
import { held } from "$/public/held.js";
import { useSay } from "$/public/say.js";

const lists = new Map();
const list = (source) => {
  if (!lists.has(source)) lists.set(source, fetch(source).then((answer) => answer.json()).catch((error) => { lists.delete(source); throw error; }));
  return lists.get(source);
};
const fold = (words) => words.toLowerCase().replaceAll("ё", "е").replaceAll("-", " ");

// Every word of the query must begin a word of the entry; entries that begin with the query come first.
const search = (items, query) => {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return items;
  const rank = (item) => {
    const folded = fold(item);
    if (folded.startsWith(words.join(" "))) return 0;
    const parts = folded.split(/[\s(]+/);
    if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 1;
    return words.every((word) => folded.includes(word)) ? 2 : 3;
  };
  return items.map((item) => [rank(item), item]).filter(([place]) => place < 3).sort((a, b) => a[0] - b[0]).map(([, item]) => item);
};

export const Combo = ({ name, source, describedBy, nothing, found, required, maxLength }) => {
  const { fill, schema } = useSheet();
  const say = useSay();
  const [items, setItems] = useState([]);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(-1);
  const box = useRef(null);
  const id = useId();
  // The rules, too, know the list from now on: what is not in it is told as the person leaves the field.
  const ready = () => list(source).then((got) => { (schema.options ??= {})[schema.fields[name].options] = got.items; setItems(got.items); }, () => {});
  useEffect(() => { ready(); }, [source]);
  const matches = useMemo(() => search(items, query).slice(0, 60), [items, query]);
  useEffect(() => { if (at >= 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" }); }, [at, id]);
  const choose = (item) => { setOpen(false); setAt(-1); fill(name, item); };
  const onKeyDown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!open) { setQuery(""); setOpen(true); }
      return setAt((now) => (matches.length ? (now + step + matches.length) % matches.length : -1));
    }
    if (event.key === "Enter" && open && at >= 0) { event.preventDefault(); choose(matches[at]); }
    if (event.key === "Escape" && open) { event.preventDefault(); setOpen(false); setAt(-1); }
    if (event.key === "Tab") setOpen(false);
  };
  return jsx("div", { className: "combo", ref: box, onBlur: (event) => { if (!box.current?.contains(event.relatedTarget)) setOpen(false); } },
    jsx("input", {
      name, id: name, type: "text", className: "input", autoComplete: "off", spellCheck: false, maxLength: maxLength * 4 + 64,
      role: "combobox", "aria-expanded": open, "aria-controls": `${id}-list`, "aria-autocomplete": "list", "aria-required": required || undefined,
      "aria-activedescendant": at >= 0 ? `${id}-${at}` : undefined, "aria-describedby": describedBy,
      onKeyDown, onFocus: ready,
      onInput: (event) => { setQuery(event.target.value); setOpen(true); setAt(-1); },
      onClick: () => { setQuery(""); setOpen(true); },
    }),
    jsx("ul", { id: `${id}-list`, role: "listbox", "aria-labelledby": `${name}-label`, hidden: !open || !matches.length },
      matches.map((item, place) => jsx("li", { key: item, id: `${id}-${place}`, role: "option", "aria-selected": place === at, tabIndex: -1,
        onMouseDown: (event) => { event.preventDefault(); choose(item); } }, item))),
    jsx("span", { role: "status", className: open && query && !matches.length ? "hint" : "unseen" },
      open && query ? (matches.length ? say(found, { count: matches.length }) : say(nothing)) : ""));
};

export const Reveal = ({ name, show, hide }) => {
  const [shown, setShown] = useState(false);
  const toggle = () => {
    const input = document.getElementById(name);
    if (input) input.type = shown ? "password" : "text";
    setShown(!shown);
  };
  return jsx("button", { type: "button", className: "textual", "aria-pressed": shown, "aria-controls": name, onClick: toggle }, shown ? hide : show);
};

export const Again = ({ text, again, wait, seconds, stamp, onPress }) => {
  const say = useSay();
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => { if (stamp) { setUntil(Date.now() + seconds * 1000); setNow(Date.now()); } }, [stamp, seconds]);
  const left = Math.ceil((until - now) / 1000);
  useEffect(() => {
    if (left <= 0) return undefined;
    const tick = setTimeout(() => setNow(Date.now()), 500);
    return () => clearTimeout(tick);
  }, [left, now]);
  const closed = left > 0;
  return jsx("button", { type: "button", className: "button button-second", "aria-disabled": closed || undefined, onClick: () => !closed && onPress() },
    closed ? say(wait, { seconds: left }) : say(stamp ? again : text));
};

export const HashToken = ({ onToken }) => {
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    const token = location.hash.slice(1);
    held.token = token;
    if (token) history.replaceState(history.state, "", location.pathname);
    onToken(token);
  }, [onToken]);
  return null;
};
