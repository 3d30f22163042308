// The desk's parts: keys, the scan, the comparison, the small forms of a decision.
import { jsx } from "@emotion/react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { usePrivate } from "$/public/private.js";
import { useSay } from "$/public/say.js";

export const KEPT = "mp-desk-keys";
const JUST_SHOWN_MS = 700;
export const typing = (target) => target?.closest?.("input, textarea, select, [contenteditable=true]");

// Single keys work only while nobody types, never with a modifier, and can be switched off (WCAG 2.1.4).
export const CaseKeys = ({ onKey, title, keys, hint, on, off, help, close, shown }) => {
  const say = useSay();
  const [live, setLive] = useState(true);
  const dialog = useRef(null);
  const since = useRef(0);
  // A case that has only just appeared is not decided by a key that was meant for the one before.
  useLayoutEffect(() => { since.current = Date.now(); }, [shown]);
  useEffect(() => setLive(localStorage.getItem(KEPT) !== "off"), []);
  useEffect(() => {
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      if (event.key === "Escape" && !dialog.current?.open) return onKey("Esc");
      if (typing(event.target) || dialog.current?.open) return;
      if (event.key === "?") { event.preventDefault(); return dialog.current?.showModal(); }
      if (!live) return;
      // By the place of the key, so that a Russian layout works too.
      const key = /^Key([A-Z])$/.exec(event.code)?.[1];
      if (key === "C" && Date.now() - since.current < JUST_SHOWN_MS) return event.preventDefault();
      if (key && keys.some((one) => one.key === key)) { event.preventDefault(); onKey(key); }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [live, keys, onKey]);
  const turn = () => { localStorage.setItem(KEPT, live ? "off" : "on"); setLive(!live); };
  return jsx("div", { className: "row" },
    jsx("button", { type: "button", className: "textual small", onClick: () => dialog.current?.showModal() }, say(help), " (?)"),
    jsx("dialog", { ref: dialog, className: "card keys", "aria-labelledby": "keys-title" },
      jsx("div", { className: "stack" },
        jsx("h2", { id: "keys-title" }, say(title)),
        jsx("p", { className: "soft" }, say(hint)),
        jsx("dl", { className: "keys-list" }, keys.map((one) => jsx("div", { key: one.key }, jsx("dt", {}, jsx("kbd", {}, one.key)), jsx("dd", {}, say(one.text))))),
        jsx("div", { className: "row" },
          jsx("button", { type: "button", className: "button button-second", "aria-pressed": live, onClick: turn }, say(live ? on : off)),
          jsx("button", { type: "button", className: "button button-main", onClick: () => dialog.current?.close() }, say(close))))));
};

export const CaseScan = ({ pages, words, none }) => {
  const say = useSay();
  const [at, setAt] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const [bad, setBad] = useState(false);
  const first = pages?.[0]?.address;
  useEffect(() => { setAt(0); setZoom(1); setTurn(0); setBad(false); }, [first]);
  if (!pages?.length) return jsx("p", { className: "soft" }, say(none));
  const page = pages[Math.min(at, pages.length - 1)];
  const go = (step) => { setBad(false); setAt((now) => Math.min(Math.max(now + step, 0), pages.length - 1)); };
  const tool = (label, act, sign, off) => jsx("button", { type: "button", className: "tool", "aria-label": label, title: label, onClick: act, disabled: off }, sign);
  return jsx("div", { className: "case-viewer" },
    jsx("div", { className: "row", role: "group", "aria-label": say(words.scan) },
      tool(say(words.previous), () => go(-1), "‹", at === 0),
      jsx("span", { className: "number small", role: "status" }, say(words.page, { number: `${page.number} / ${pages.length}` })),
      tool(say(words.next), () => go(1), "›", at >= pages.length - 1),
      tool(say(words.smaller), () => setZoom((z) => Math.max(1, z - 0.5)), "−", zoom <= 1),
      tool(say(words.larger), () => setZoom((z) => Math.min(5, z + 0.5)), "+", zoom >= 5),
      tool(say(words.turn), () => setTurn((t) => (t + 90) % 360), "⟳")),
    jsx("div", { className: "scan-window", tabIndex: 0, role: "region", "aria-label": say(words.page, { number: page.number }) },
      bad ? jsx("p", { className: "wrong" }, say(words.trouble))
        : jsx("img", { src: page.address, alt: say(words.page, { number: page.number }), onError: () => setBad(true), style: { width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` } })));
};

const Marked = ({ value, marks, tone, words }) => jsx("span", {},
  jsx("span", { className: "mono", "aria-hidden": true }, [...value].map((sign, place) =>
    jsx("span", { key: place, className: marks.includes(place) ? "differs" : undefined }, sign))),
  jsx("span", { className: "unseen" }, value, marks.length ? `, ${words} ${marks.map((place) => place + 1).join(", ")}` : ""));

// `columns`: whose values these are, where they are not what was read and what was typed.
const Comparison = ({ rows, columns, words, caption }) => {
  const say = useSay();
  const registers = rows.some((row) => row.register);
  const reads = rows.some((row) => row.read);
  const [read, typed, register] = columns ?? [words.read, words.typed, words.register];
  const cell = (value, marks, none) => (value ? jsx(Marked, { value, marks, words: say(words.at) }) : jsx("span", { className: "soft small" }, say(none)));
  return jsx("table", { className: "table compare" },
    caption && jsx("caption", {}, say(caption)),
    jsx("thead", {}, jsx("tr", {}, jsx("th", { scope: "col" }, say(words.field)), reads && jsx("th", { scope: "col" }, say(read)), jsx("th", { scope: "col" }, say(typed)), registers && jsx("th", { scope: "col" }, say(register)))),
    jsx("tbody", {}, rows.map((row, place) => {
      const differs = row.read_marks.length || row.typed_marks.length || row.register_tone === "danger";
      return jsx("tr", { key: row.name + place, "data-differs": differs ? "yes" : "no" },
        jsx("th", { scope: "row" }, say(row.label)),
        reads && jsx("td", { "data-label": say(read) }, cell(row.read, row.read_marks, columns ? words.notTyped : words.notRead)),
        jsx("td", { "data-label": say(typed) }, cell(row.typed, [...row.typed_marks, ...row.register_marks], words.notTyped)),
        registers && jsx("td", { "data-label": say(register) }, row.register ? jsx("span", { className: `tag tag-${row.register_tone}` }, say(row.register)) : jsx("span", { className: "soft small" }, say(words.noRegister))));
    })));
};

export const CaseValues = ({ source, version, words, people }) => {
  const say = useSay();
  const got = usePrivate(source, version ?? 0);
  if (!got) return jsx("div", { "aria-busy": true, className: "soft", style: { minHeight: "12rem" } });
  const rows = got.rows ?? [];
  return jsx("div", { className: "stack" },
    got.who && jsx("p", {}, jsx("span", { className: "soft" }, say(got.role ?? words.person), ": "), jsx("strong", { "data-private": "who" }, got.who)),
    got.appeal && jsx("blockquote", { className: "notice notice-warn" }, jsx("strong", {}, say(words.appeal)), jsx("span", {}, got.appeal)),
    rows.length ? jsx(Comparison, { rows, columns: got.columns, words }) : !got.beside?.length && jsx("p", { className: "soft" }, say(words.none)),
    got.register && jsx("p", { className: "soft" }, say(words.register), ": ", jsx("strong", {}, say(got.register))),
    got.beside?.map((one, place) => jsx(Comparison, { key: place, rows: one.rows, columns: one.columns, caption: one.title, words })),
    got.note && jsx("p", { className: "soft" }, say(words.told), ": ", got.note),
    jsx("section", { className: "stack", style: { "--gap": "0.5rem" } },
      jsx("h3", {}, say(words.notes)),
      got.notes?.length
        ? jsx("ul", { className: "timeline" }, got.notes.map((one) => jsx("li", { key: one.at + one.words },
          jsx("span", { className: "soft small number" }, one.at, people?.[one.author] ? ", " : "", people?.[one.author] ? say(people[one.author]) : ""), jsx("span", { style: { whiteSpace: "pre-wrap" } }, one.words))))
        : jsx("p", { className: "soft small" }, say(words.noNotes))));
};

// A small form whose answers go to the handler at once and stay nowhere.
export const DecisionForm = ({ panel, onHandIn, children }) => {
  const form = useRef(null);
  const send = (event) => {
    event.preventDefault();
    const all = new FormData(form.current);
    onHandIn({ panel, reasons: all.getAll("reason").map(String), words: String(all.get("words") ?? ""), days: String(all.get("days") ?? "") });
  };
  return jsx("form", { ref: form, onSubmit: send, className: "stack", onKeyDown: (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current.requestSubmit(); } }, children);
};

export const CentreList = ({ source, none, labels }) => {
  const say = useSay();
  const [centres, setCentres] = useState(null);
  useEffect(() => { fetch(source).then((answer) => answer.json()).then((got) => setCentres(got.centres), () => setCentres([])); }, [source]);
  if (!centres) return jsx("div", { "aria-busy": true, style: { minHeight: "6rem" } });
  if (!centres.length) return jsx("p", { className: "card" }, say(none));
  return jsx("div", { className: "stack" }, centres.map((one) => jsx("section", { key: one.name, className: "card stack", style: { "--gap": "0.4rem" } },
    jsx("h2", {}, one.name),
    jsx("dl", { className: "answers" }, Object.entries(labels).filter(([name]) => one[name]).map(([name, label]) =>
      jsx("div", { key: name }, jsx("dt", {}, say(label)), jsx("dd", {}, name === "phone" ? jsx("a", { href: `tel:${one.phone.replace(/[^+\d]/g, "")}` }, one.phone) : one[name])))))));
};
