// The sheet of a day: a column of counters for the keyboard, summed as they change and kept by themselves.
import { jsx } from "@emotion/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { DayInput } from "$/public/day-input.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { lang, useSay } from "$/public/say.js";

const PARTS = ["kind", "reason", "place", "payment", "diagnosis", "service"];
const MOST = 500;
const iso = (day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
const step = (day, by) => { const [year, month, date] = day.split("-").map(Number); return iso(new Date(year, month - 1, date + by)); };
const shown = (day) => { const [year, month, date] = day.split("-").map(Number); return new Date(year, month - 1, date).toLocaleDateString(lang() === "en" ? "en-GB" : "ru-RU", { weekday: "long", day: "numeric", month: "long", year: "numeric" }); };
const keyOf = (line) => PARTS.map((part) => line[part]).join("|");

const Counter = ({ id, label, value, most, words, onChange, onRemove }) => {
  const set = (next) => onChange(Math.max(0, Math.min(most, Number.isFinite(next) ? next : 0)));
  const go = (by) => {
    const all = [...document.querySelectorAll(".counter input")];
    const to = all[all.findIndex((one) => one.id === id) + by];
    to?.focus();
    to?.select();
  };
  const press = (event) => {
    const act = { "+": () => set(value + 1), "=": () => set(value + 1), "-": () => set(value - 1), "−": () => set(value - 1), ArrowDown: () => go(1), Enter: () => go(1), ArrowUp: () => go(-1) }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return jsx("div", { className: "counter" },
    jsx("label", { htmlFor: id }, label),
    jsx("div", { className: "counter-set" },
      jsx("button", { type: "button", className: "tool-button", tabIndex: -1, "aria-label": `${words.less}: ${label}`, disabled: value <= 0, onClick: () => set(value - 1) }, "−"),
      jsx("input", { id, className: "input number", inputMode: "numeric", autoComplete: "off", value: String(value), onFocus: (event) => event.target.select(), onKeyDown: press, onChange: (event) => set(parseInt(event.target.value.replace(/\D/g, "") || "0", 10)) }),
      jsx("button", { type: "button", className: "tool-button", tabIndex: -1, "aria-label": `${words.more}: ${label}`, onClick: () => set(value + 1) }, "+"),
      onRemove && jsx("button", { type: "button", className: "tool-button", "aria-label": `${words.remove}: ${label}`, onClick: onRemove }, "×")));
};

const Adding = ({ words, choices, onAdd }) => {
  const [line, setLine] = useState({ kind: 0, reason: 1, place: 1, payment: 1, diagnosis: "", service: "" });
  const [trouble, setTrouble] = useState("");
  const add = (event) => {
    event.preventDefault();
    setTrouble(onAdd({ ...line, diagnosis: line.diagnosis.trim(), service: line.service.trim() }) ? "" : words.twice);
  };
  return jsx("details", { className: "card" },
    jsx("summary", {}, words.add_title),
    jsx("form", { className: "stack", onSubmit: add, style: { paddingTop: "0.8rem" } },
      jsx("div", { className: "row items-end" },
        ["reason", "kind", "place", "payment"].map((name) => jsx("label", { key: name, className: "stack", style: { "--gap": "0.25rem" } }, words[name],
          jsx("select", { className: "input", value: line[name], onChange: (event) => setLine({ ...line, [name]: Number(event.target.value) }) },
            choices[name].map(({ value, text }) => jsx("option", { key: value, value }, text))))),
        ["diagnosis", "service"].map((name) => jsx("label", { key: name, className: "stack", style: { "--gap": "0.25rem" } }, words[name],
          jsx("input", { className: "input w-sm", maxLength: 24, value: line[name], onChange: (event) => setLine({ ...line, [name]: event.target.value }) }))),
        jsx("button", { type: "submit", className: "button button-second" }, words.add)),
      trouble && jsx("p", { className: "wrong", role: "alert" }, trouble)));
};

export const DaySheet = ({ words, choices }) => {
  const say = useSay();
  const [day, setDay] = useState("");
  const [sheet, setSheet] = useState(null);
  const [state, setState] = useState("");
  const [told, setTold] = useState("");
  const waiting = useRef(null);
  const timer = useRef(0);

  const send = useCallback(async () => {
    const one = waiting.current;
    if (!one) return;
    clearTimeout(timer.current);
    waiting.current = null;
    setState("saving");
    const lines = one.lines.map((line) => ({ ...Object.fromEntries(PARTS.map((part) => [part, line[part]])), visits: line.visits }));
    try {
      const answer = await fetch(`/practice/days/${one.day}`, { method: "PUT", credentials: "same-origin", keepalive: true, headers: { "x-mp": "1", "content-type": "application/json" }, body: JSON.stringify({ lines, no_shows: one.no_shows, minutes: one.minutes }) });
      if (answer.status >= 500) throw new Error(String(answer.status));
      const text = answer.ok ? null : (await answer.json()).text;
      setTold(text ? say(text) : "");
      setState(text ? "refused" : waiting.current ? "saving" : "saved");
    } catch {
      waiting.current ??= one;
      setState("lost");
      timer.current = setTimeout(send, 3000);
    }
  }, [say]);

  const open = useCallback(async (wanted) => {
    await send();
    try {
      const got = await fetchPrivate(`/private/practice/days/${wanted}`);
      setSheet(got);
      setDay(got.day);
      setState("");
      setTold("");
    } catch {
      setTold(words.not_saved);
    }
  }, [send, words]);
  useEffect(() => { open(iso(new Date())); return () => { send(); }; }, []);
  useEffect(() => {
    const leave = () => send();
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, [send]);

  const change = (patch) => {
    const next = { ...sheet, ...patch };
    setSheet(next);
    waiting.current = next;
    setState("saving");
    clearTimeout(timer.current);
    timer.current = setTimeout(send, 500);
  };
  if (!sheet) return jsx("p", { className: "soft", role: "status" }, told || words.loading);
  const lines = sheet.lines;
  const sum = lines.reduce((total, line) => total + line.visits, 0);
  const named = (line) => [...["reason", "kind", "place", "payment"].map((part) => line[part] && choices[part].find((one) => one.value === line[part])?.text), line.diagnosis, line.service].filter(Boolean).join(" · ") || words.unset;
  const add = (line) => {
    if (lines.some((one) => keyOf(one) === keyOf(line))) return false;
    change({ lines: [...lines, { ...line, visits: 0 }] });
    setTimeout(() => document.getElementById(`count-${lines.length}`)?.focus(), 50);
    return true;
  };
  const words_of_state = { saving: words.saving, saved: words.saved, lost: words.not_saved, refused: told }[state] ?? "";
  return jsx("div", { className: "stack day-sheet", "data-day": day, "data-state": state },
    jsx("div", { className: "sheet-head" },
      jsx("h2", { "aria-live": "polite" }, shown(day)),
      jsx("div", { className: "sheet-steps" },
        jsx("button", { type: "button", className: "tool-button", "aria-label": words.earlier, onClick: () => open(step(day, -1)) }, "‹"),
        jsx("button", { type: "button", className: "tool-button", "aria-label": words.later, disabled: day >= sheet.today, onClick: () => open(step(day, 1)) }, "›")),
      jsx("label", { className: "unseen", htmlFor: "sheet-day" }, words.day),
      jsx(DayInput, { id: "sheet-day", value: day, max: sheet.today, onDay: (chosen) => chosen && chosen <= sheet.today && open(chosen) })),
    jsx("section", { className: "card counters" },
      lines.map((line, at) => jsx(Counter, { key: keyOf(line), id: `count-${at}`, label: named(line), value: line.visits, most: MOST, words,
        onChange: (visits) => change({ lines: lines.map((one, place) => (place === at ? { ...one, visits } : one)) }),
        onRemove: line.visits === 0 && lines.length > 1 ? () => change({ lines: lines.filter((_, place) => place !== at) }) : null })),
      jsx(Counter, { id: "count-no-shows", label: words.no_shows, value: sheet.no_shows, most: MOST, words, onChange: (no_shows) => change({ no_shows }) }),
      jsx(Counter, { id: "count-minutes", label: words.minutes, value: sheet.minutes, most: 1440, words, onChange: (minutes) => change({ minutes }) }),
      jsx("div", { className: "counter counter-sum" }, jsx("b", {}, words.sum), jsx("output", { className: "number", id: "sheet-sum" }, sum)),
      sheet.minutes > 0 && sum > 0 && jsx("div", { className: "counter counter-plain" }, jsx("span", { className: "soft" }, words.mean), jsx("span", { className: "number soft" }, (sheet.minutes / sum).toLocaleString(lang() === "en" ? "en-GB" : "ru-RU", { maximumFractionDigits: 1 })))),
    jsx("p", { role: state === "lost" || state === "refused" ? "alert" : "status", className: state === "lost" || state === "refused" ? "wrong" : "soft small" }, words_of_state),
    jsx(Adding, { words, choices, onAdd: add }));
};
