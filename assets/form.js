// Forms of the portal: the rules run as the person leaves a field, every answer is kept as it is given,
// and what a person typed stays in the form: it is never put into a state.
import { jsx } from "@emotion/react";
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { EventLoopContext } from "$/utils/context";
import { evaluateField, evaluateSection } from "$/public/fields.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { held } from "$/public/held.js";
import { useSay } from "$/public/say.js";

const Sheet = createContext(null);
export const useSheet = () => useContext(Sheet);

const RESEND_MS = 4000;
const PAUSE_MS = 1500;
export const today = () => new Date(Date.now() + 3 * 3600e3).toISOString().slice(0, 10); // the civil date in Moscow

// While a pointer is pressed nothing may move: a finding that appears would push the button away from under the press.
const pointer = { down: false };
if (typeof window !== "undefined") {
  window.addEventListener("pointerdown", () => (pointer.down = true), true);
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, () => (pointer.down = false), true);
}

const controls = (form) => [...form.elements].filter((one) => one.name && one.type !== "submit");
const read = (form, name) => {
  const one = form.elements.namedItem(name);
  if (!one) return "";
  if (one instanceof RadioNodeList) return one.value;
  return one.type === "checkbox" ? (one.checked ? "on" : "") : one.value;
};
const readAll = (form) => Object.fromEntries([...new Set(controls(form).map((one) => one.name))].map((name) => [name, read(form, name)]));
const write = (form, name, value) => {
  const one = form.elements.namedItem(name);
  if (!one || value == null) return;
  if (one instanceof RadioNodeList) one.value = value;
  else if (one.type === "checkbox") one.checked = Boolean(value);
  else if (one.value !== value) {
    one.value = value;
    one.dispatchEvent(new Event("medportal:filled", { bubbles: true }));
  }
};
const fieldOf = (form, name) => {
  const one = form.elements.namedItem(name);
  return one instanceof RadioNodeList ? one[0] : one;
};

export const Form = ({ section, schema: whole, source, keeps, only, problems, attempt, kept, facts, carries, onKeep, onHandIn, children, ...rest }) => {
  const form = useRef(null);
  // A form that asks for one thing of a section asks for it in earnest.
  const schema = useMemo(() => (only ? { ...whole, fields: Object.fromEntries(only.map((name) => [name, { ...whole.fields[name], required: true }])) } : whole), [whole, only]);
  const [, errors] = useContext(EventLoopContext);
  const lost = errors.length > 0; // the list itself changes with every attempt to connect
  const [found, setFound] = useState({});
  const [tried, setTried] = useState(0);
  const [busy, setBusy] = useState(false);
  const [save, setSave] = useState({ state: "idle", at: "" });
  const touched = useRef(new Set());
  const last = useRef({}); // what the server has, by name
  const waiting = useRef(new Map()); // sequence number to what was sent and not yet confirmed
  const sequence = useRef(Date.now() % 1e9); // a later page load never repeats a number of an earlier one
  const timer = useRef(null);
  const known = useRef({}); // what the rules may look at and the form does not ask for

  const values = useCallback(() => ({ ...(facts ?? {}), ...known.current, ...readAll(form.current) }), [facts]);

  const send = useCallback((name, value, where = section) => {
    const number = ++sequence.current;
    // An older answer to the same question is not sent again: it would take the place of this one.
    for (const [old, one] of waiting.current) if (one.name === name && one.where === where) waiting.current.delete(old);
    waiting.current.set(number, { name, value, where });
    setSave((was) => ({ ...was, state: lost ? "offline" : "saving" }));
    onKeep?.({ section: where, name, value, number });
  }, [section, onKeep, lost]);

  const keep = useCallback((name) => {
    if (!keeps || !schema.fields[name] || schema.fields[name].secret) return;
    const value = read(form.current, name);
    if (value === (last.current[name] ?? "")) return;
    last.current[name] = value;
    send(name, value);
  }, [keeps, schema, send]);

  const look = useCallback((name) => {
    if (!schema.fields[name]) return;
    const seen = evaluateField(schema, name, values(), today());
    if (seen.shown != null && seen.shown !== read(form.current, name) && !seen.problems.length) write(form.current, name, seen.shown);
    setFound((was) => ({ ...was, [name]: seen }));
  }, [schema, values]);

  // Fill in what was kept before; never over something the person has begun to type.
  useEffect(() => {
    if (!source) return;
    let gone = false;
    fetchPrivate(source).then((answers) => {
      if (gone || !form.current) return;
      for (const [name, value] of Object.entries(answers)) {
        if (!form.current.elements.namedItem(name)) known.current[name] = value;
        last.current[name] = value;
        if (!touched.current.has(name)) write(form.current, name, value);
      }
      form.current.dataset.filled = "yes";
    }).catch(() => form.current && (form.current.dataset.filled = "no"));
    return () => { gone = true; };
  }, [source]);

  // The server names every number it has kept of late. That a later answer is safe says nothing of an earlier one:
  // it may have gone into a socket that was dead already.
  useEffect(() => {
    if (!kept?.numbers) return;
    for (const number of kept.numbers) waiting.current.delete(number);
    if (!waiting.current.size) setSave({ state: "saved", at: kept.at });
  }, [kept]);

  // A lost connection or a restarted server: what was not confirmed is sent again until it is.
  useEffect(() => {
    const again = setInterval(() => {
      if (!waiting.current.size) return;
      if (lost) return setSave((was) => ({ ...was, state: "offline" }));
      const newest = new Map([...waiting.current.values()].map((one) => [`${one.where}.${one.name}`, one]));
      waiting.current.clear();
      newest.forEach(({ name, value, where }) => send(name, value, where));
    }, RESEND_MS);
    return () => clearInterval(again);
  }, [lost, send]);

  // The server's findings about the last attempt take the place of the browser's.
  useEffect(() => {
    setBusy(false);
    if (!attempt || !problems?.length) return;
    const byName = {};
    for (const one of problems) (byName[one.field] ??= { problems: [], warnings: [], mends: [] }).problems.push(one);
    setFound((was) => ({ ...was, ...byName }));
    setTried((count) => count + 1);
  }, [attempt, problems]);

  useEffect(() => {
    for (const one of form.current ? controls(form.current) : []) {
      const wrong = found[one.name]?.problems?.length;
      if (wrong) one.setAttribute("aria-invalid", "true");
      else one.removeAttribute("aria-invalid");
      one.closest(".field")?.classList.toggle("field-bad", Boolean(wrong));
    }
  }, [found]);

  useEffect(() => {
    if (tried) document.getElementById(`${section}-errors`)?.focus();
  }, [tried, section]);

  const sheet = useMemo(() => ({
    schema, section, found, save, busy,
    value: (name) => (form.current ? read(form.current, name) : ""),
    values,
    fill: (name, value) => { write(form.current, name, value); touched.current.add(name); keep(name); look(name); },
    jump: (name) => { const one = fieldOf(form.current, name) ?? document.getElementById(name); one?.focus(); one?.scrollIntoView?.({ block: "center" }); },
    sendKept: send,
  }), [schema, section, found, save, busy, values, keep, look, send]);

  const named = (event) => event.target?.name && schema.fields[event.target.name] && event.target.name;
  const onBlur = (event) => {
    const name = named(event);
    if (!name || !touched.current.has(name) || event.target.closest(".combo")?.contains(event.relatedTarget)) return;
    clearTimeout(timer.current);
    const settle = () => { if (form.current) { look(name); keep(name); } };
    if (!pointer.down) return settle();
    keep(name); // what is pressed may lead away
    window.addEventListener("pointerup", () => setTimeout(settle), { once: true });
  };
  const onInput = (event) => {
    const name = named(event);
    if (!name) return;
    touched.current.add(name);
    // A mark once shown goes away as soon as the answer is right; a new one waits until the field is left.
    if (found[name]?.problems?.length) look(name);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => form.current && keep(name), PAUSE_MS);
  };
  const onChange = (event) => {
    const name = named(event);
    if (name && ["checkbox", "radio"].includes(event.target.type)) { touched.current.add(name); look(name); keep(name); Object.values(schema.fields).filter((one) => one.unless === name || one.asked_if?.[0] === name).forEach((one) => look(one.name)); }
  };
  const onSubmit = (event) => {
    event.preventDefault();
    clearTimeout(timer.current);
    if (busy) return;
    const seen = only
      ? Object.fromEntries(only.map((name) => [name, evaluateField(schema, name, values(), today())]))
      : evaluateSection(schema, section, values(), today()).fields;
    setFound(seen);
    if (Object.values(seen).some((one) => one.problems.length)) return setTried((count) => count + 1);
    setBusy(true);
    setTimeout(() => setBusy(false), 8000); // an answer that never comes must not lock the button
    onHandIn?.({ section, values: { ...readAll(form.current), ...(carries ? { token: held.token } : {}) } });
  };

  return jsx(Sheet.Provider, { value: sheet },
    jsx("form", { ref: form, noValidate: true, onSubmit, onBlur, onInput, onChange, id: `form-${section}`, className: "stack", autoComplete: "on", ...rest, "data-busy": busy || undefined }, children));
};

// The summary at the top: every error with a link to its field; focus comes here.
export const Errors = ({ title }) => {
  const { section, schema, found, jump } = useSheet();
  const say = useSay();
  const list = Object.keys(schema.fields).flatMap((name) => (found[name]?.problems ?? []).map((one) => ({ ...one, field: name })));
  const extra = found[""]?.problems ?? [];
  const any = list.length + extra.length > 0;
  return jsx("div", { id: `${section}-errors`, tabIndex: -1, hidden: !any, "aria-labelledby": `${section}-errors-title`, className: "summary-of-errors" },
    jsx("h2", { id: `${section}-errors-title` }, say(title)),
    jsx("ul", {},
      extra.map((one) => jsx("li", { key: one.code }, say(one.text), one.link && " ", one.link && jsx("a", { href: one.link.to }, say(one.link.text)))),
      list.map((one) => jsx("li", { key: one.field + one.code }, jsx("a", { href: `#${one.field}`, onClick: (event) => { event.preventDefault(); jump(one.field); } }, say(one.text))))));
};

// Beside the field: what is wrong, what to do, and one press that mends it where that is safe.
export const Notes = ({ name, mendWord }) => {
  const { found, fill } = useSheet();
  const say = useSay();
  const seen = found[name];
  return jsx("div", { id: `${name}-note`, "aria-live": "polite", className: "grid gap-1" },
    seen?.problems?.map((one) => jsx("span", { key: one.code, className: "wrong" }, say(one.text))),
    [...(seen?.notices ?? []), ...(seen?.warnings ?? [])].filter((one) => !seen.mends?.some((mend) => mend.code === one.code)).map((one) => jsx("span", { key: one.code, className: "mend" }, say(one.text))),
    seen?.mends?.map((one) => jsx("span", { key: one.code, className: "mend" }, jsx("span", {}, say(one.text)),
      one.value != null && jsx("button", { type: "button", className: "textual", onClick: () => fill(name, one.value) }, say(mendWord)))));
};

// «Сохранено»: said once more each time, and honest while it is not yet so.
export const Saved = ({ saving, saved, offline }) => {
  const { save } = useSheet();
  const say = useSay();
  const words = { idle: "", saving: say(saving), saved: `${say(saved)}${save.at ? " " + save.at : ""}`, offline: say(offline) }[save.state];
  return jsx("p", { role: "status", className: save.state === "offline" ? "small wrong" : "small right", "data-save": save.state, style: { minHeight: "1.5rem" } }, words);
};

export const Submit = ({ text, wait, className }) => {
  const { busy } = useSheet();
  const say = useSay();
  return jsx("button", { type: "submit", className: className ?? "button button-main", "aria-disabled": busy || undefined }, say(busy ? wait : text));
};
