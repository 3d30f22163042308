// Forms about one of several records, and the search in lists that are too long, or too alive, to stand in the page.
import { jsx } from "@emotion/react";
import { useEffect, useId, useRef, useState } from "react";
import { useLocation } from "react-router";
import { fetchPrivate } from "$/public/fetch-private.js";
import { Form, useSheet } from "$/public/form.js";
import { useSay } from "$/public/say.js";

const PAUSE_MS = 180;

// Which record the address names: the form is another one for each, so that nothing of one stays in the other.
export const RecordForm = ({ source, onHandIn, ...rest }) => {
  const { search } = useLocation();
  const id = new URLSearchParams(search).get("id") ?? "";
  const subject = /^[0-9a-f-]{36}$/.test(id) ? id : "";
  return jsx(Form, { key: subject, source: subject ? `${source}/${subject}` : source, onHandIn: (event) => onHandIn?.({ ...event, subject }), ...rest });
};

const fold = (name) => name.toLowerCase().replaceAll("ё", "е").replace(/(^|\s)(имени(?=\s|$)|им\.)/g, "$1им ").replace(/[^0-9a-zа-я]+/g, " ").trim();
// What is searched for travels in a header: addresses are written down in too many places.
const look = (source, words) => fetchPrivate(source, { "x-search": encodeURIComponent(words.slice(0, 200)) }).then((got) => got.items);

export const Lookup = ({ name, source, describedBy, nothing, found, failed, maybe, take, required, maxLength }) => {
  const { fill, value, found: findings } = useSheet();
  const say = useSay();
  const [items, setItems] = useState([]);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [state, setState] = useState("idle"); // idle, found, nothing, failed
  const [meant, setMeant] = useState([]);
  const box = useRef(null);
  const timer = useRef(null);
  const latest = useRef(0);
  const id = useId();
  const wrong = findings[name]?.problems?.[0]?.code;

  const ask = (words, then) => {
    const turn = ++latest.current;
    look(source, words).then(
      (got) => turn === latest.current && then(got),
      () => turn === latest.current && setState("failed"));
  };
  const search = (words) => {
    clearTimeout(timer.current);
    if (!words.trim()) { latest.current++; setItems([]); setOpen(false); return setState("idle"); }
    timer.current = setTimeout(() => ask(words, (got) => { setItems(got); setAt(-1); setOpen(true); setState(got.length ? "found" : "nothing"); }), PAUSE_MS);
  };
  // A name that is not in the list: the one it nearly is, or else the likeliest ones, to be taken with one press.
  const likeliest = (got) => (got.some((one) => one.close) ? got.filter((one) => one.close) : got).slice(0, 3);
  const offer = () => {
    const words = value(name);
    if (!words.trim()) return setMeant([]);
    ask(words, (got) => setMeant(got.some((one) => fold(one.name) === fold(words)) ? [] : likeliest(got)));
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => { if (wrong?.startsWith("institution_")) look(source, value(name)).then((got) => setMeant(likeliest(got)), () => {}); }, [wrong, findings]);
  useEffect(() => { if (at >= 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" }); }, [at, id]);

  const choose = (one) => { setOpen(false); setAt(-1); setMeant([]); setState("idle"); latest.current++; fill(name, one.name); };
  const onKeyDown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!open) return search(value(name));
      return setAt((now) => (items.length ? (now + step + items.length) % items.length : -1));
    }
    if (event.key === "Enter" && open && at >= 0) { event.preventDefault(); choose(items[at]); }
    if (event.key === "Escape" && open) { event.preventDefault(); setOpen(false); setAt(-1); }
    if (event.key === "Tab") setOpen(false);
  };
  const lines = (one) => [one.name, jsx("span", { key: "more", className: "small soft block" }, [one.city, one.note && say(one.note)].filter(Boolean).join(" · "))];
  const status = { found: open ? say(found, { count: items.length }) : "", nothing: say(nothing), failed: say(failed), idle: "" }[state];
  return jsx("div", { className: "combo", ref: box, onBlur: (event) => { if (!box.current?.contains(event.relatedTarget)) { clearTimeout(timer.current); setOpen(false); offer(); } } },
    jsx("input", {
      name, id: name, type: "text", className: "input", autoComplete: "off", spellCheck: false, maxLength: maxLength * 4 + 64,
      role: "combobox", "aria-expanded": open && items.length > 0, "aria-controls": `${id}-list`, "aria-autocomplete": "list", "aria-required": required || undefined,
      "aria-activedescendant": at >= 0 ? `${id}-${at}` : undefined, "aria-describedby": describedBy,
      onKeyDown, onInput: (event) => { setMeant([]); search(event.target.value); },
    }),
    jsx("ul", { id: `${id}-list`, role: "listbox", "aria-labelledby": `${name}-label`, hidden: !open || !items.length },
      items.map((one, place) => jsx("li", { key: one.name + place, id: `${id}-${place}`, role: "option", "aria-selected": place === at, tabIndex: -1,
        onMouseDown: (event) => { event.preventDefault(); choose(one); } }, lines(one)))),
    jsx("span", { role: "status", className: ["nothing", "failed"].includes(state) ? "hint block" : "unseen" }, status),
    meant.length > 0 && jsx("div", { className: "mend mt-1", "data-meant": name },
      jsx("span", {}, say(maybe)),
      meant.map((one, place) => jsx("button", { key: one.name + place, type: "button", className: "textual text-left", "aria-label": `${say(take)}: ${one.name}`, onClick: () => choose(one) }, one.name))));
};
