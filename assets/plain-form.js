// A form made of a list of fields: the server judges it, its findings stand beside the fields and in a summary above.
// What a person typed stays in the form and goes to the handler once; it is put into no state.
import { jsx } from "@emotion/react";
import { useEffect, useId, useRef, useState } from "react";
import { DayInput } from "$/public/day-input.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { useSay } from "$/public/say.js";

const optionsOf = (field, known) => field.choices ?? known?.$choices?.[field.name] ?? [];

const HOURS = { ru: "ЧЧ:ММ", en: "HH:MM" };
// «9.30» and «930» as «09:30»; what is no time stays as it was typed, for whoever judges the form.
const timeOf = (text) => text.trim().replace(/^(\d{1,2})[:.,\s-]?(\d\d)$/, (_, hour, minute) => `${hour.padStart(2, "0")}:${minute}`);

const Control = ({ field, id, value, describedBy, wrong, onChange, known }) => {
  const say = useSay();
  const common = { name: field.name, id, "aria-describedby": describedBy, "aria-invalid": wrong || undefined, "aria-required": field.required || undefined, onChange };
  if (field.kind === "textarea") return jsx("textarea", { ...common, className: "input", rows: 3, defaultValue: value, maxLength: field.length });
  if (field.kind === "select")
    return jsx("select", { ...common, className: `input ${field.width ?? "w-md"}`, defaultValue: value },
      optionsOf(field, known).map((one) => jsx("option", { key: one.value, value: one.value }, say(one.text))));
  if (field.kind === "date") return jsx(DayInput, { id, name: field.name, start: value, min: field.min, max: field.max, width: field.width, required: field.required, describedBy, wrong, onChange });
  // The browser's own field would speak the browser's language, of a forenoon and an afternoon.
  if (field.kind === "time") return jsx("input", { ...common, type: "text", inputMode: "numeric", className: "input w-xs", defaultValue: value, placeholder: say(HOURS), maxLength: 5, autoComplete: "off", onBlur: (event) => { event.target.value = timeOf(event.target.value); } });
  const type = field.kind === "number" ? "number" : "text";
  return jsx("input", { ...common, type, className: `input ${field.width ?? ""}`, defaultValue: value, min: field.min, max: field.max, maxLength: type === "text" ? field.length : undefined, autoComplete: "off" });
};

const Checks = ({ field, id, value, describedBy, known, onChange }) => {
  const say = useSay();
  const on = new Set((value ?? "").split(",").filter(Boolean));
  return jsx("div", { className: "choices", role: "group", "aria-describedby": describedBy },
    optionsOf(field, known).map((one, at) => jsx("label", { key: one.value, className: "choice" },
      jsx("input", { type: "checkbox", name: field.name, value: one.value, id: at ? undefined : id, defaultChecked: on.has(String(one.value)), onChange }),
      jsx("span", {}, say(one.text)))));
};

// Several whole numbers that make one value, each with a label of its own.
const Numbers = ({ field, id, value, describedBy, wrong, onChange }) => {
  const say = useSay();
  const counts = (value ?? "").split(",");
  return jsx("div", { className: "numbers" }, field.choices.map((one, at) => jsx("label", { key: one.value, className: "number-of" },
    jsx("span", { className: "small" }, say(one.text)),
    jsx("input", { type: "number", min: 0, step: 1, inputMode: "numeric", name: field.name, id: at ? undefined : id, className: "input", defaultValue: counts[at] ?? "0", "aria-describedby": describedBy, "aria-invalid": wrong || undefined, autoComplete: "off", onChange }))));
};

const valuesOf = (form, fields) => Object.fromEntries(fields.filter(({ kind }) => kind !== "heading").map(({ name, kind }) => {
  const found = [...form.elements].filter((one) => one.name === name);
  if (kind === "checks") return [name, found.filter((one) => one.checked).map((one) => one.value).join(",")];
  if (kind === "numbers") return [name, found.map((one) => one.value.trim() || "0").join(",")];
  if (kind === "checkbox") return [name, found[0]?.checked ? "on" : ""];
  return [name, found[0]?.value ?? ""];
}));

export const PlainForm = ({ id, fields, source, start, version, problems, attempt, extra, submit, title, onSend, onDone, children, compact, clears }) => {
  const say = useSay();
  const form = useRef(null);
  const summary = useRef(null);
  const own = useId();
  const [known, setKnown] = useState(source ? null : (start ?? {}));
  const [now, setNow] = useState({});
  const [found, setFound] = useState([]);
  const [busy, setBusy] = useState(false);
  const judged = useRef(attempt);
  // What was sent and taken in is not sent again by a second press: the fields begin anew, the button keeps the focus.
  const [sheet, setSheet] = useState(0);

  useEffect(() => {
    if (!source) { setKnown(start ?? {}); return undefined; }
    let gone = false;
    fetchPrivate(source).then((got) => !gone && setKnown(got), () => !gone && setKnown({}));
    return () => { gone = true; };
  }, [source, version]);
  useEffect(() => {
    if (attempt === judged.current) return;
    judged.current = attempt;
    setBusy(false);
    setFound(problems ?? []);
    if (problems?.length) setTimeout(() => summary.current?.focus());
    else { if (clears) setSheet((was) => was + 1); onDone?.(); }
  }, [attempt, problems]);

  const onSubmit = (event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setTimeout(() => setBusy(false), 8000); // an answer that never comes must not lock the button
    onSend({ ...(extra ?? {}), values: valuesOf(form.current, fields) });
  };
  const look = () => form.current && setNow(valuesOf(form.current, fields));
  useEffect(() => { if (known) look(); }, [known, sheet]);
  if (!known) return jsx("div", { className: "soft", style: { minHeight: "10rem" }, "aria-busy": true });

  const shown = (field) => !field.when || field.when.is.includes(now[field.when.name] ?? known[field.when.name] ?? "");
  const row = (field) => {
    const wrong = found.filter((one) => one.field === field.name);
    const here = `${id ?? own}-${field.name}`;
    const described = `${field.hint ? `${here}-hint ` : ""}${here}-note`;
    const value = known[field.name] ?? field.value ?? "";
    const note = jsx("div", { id: `${here}-note`, "aria-live": "polite" }, wrong.map((one) => jsx("span", { key: one.code, className: "wrong" }, say(one.text))));
    const hint = field.hint && jsx("span", { id: `${here}-hint`, className: "hint" }, say(field.hint));
    const props = { field, id: here, value, describedBy: described, wrong: wrong.length > 0, onChange: look, known };
    const frame = { key: field.name, className: `field ${wrong.length ? "field-bad" : ""} ${field.half ? "" : "whole"}`, hidden: !shown(field), "data-field": field.name };
    if (field.kind === "hidden") return jsx("input", { key: field.name, type: "hidden", name: field.name, defaultValue: value });
    if (field.kind === "heading") return jsx("h3", { key: field.name, className: "whole plain-heading" }, say(field.label));
    if (field.kind === "numbers") return jsx("fieldset", frame, jsx("legend", {}, say(field.label)), hint, jsx(Numbers, props), note);
    if (field.kind === "checkbox")
      return jsx("div", frame, jsx("label", { className: "choice" }, jsx("input", { type: "checkbox", name: field.name, id: here, defaultChecked: value === "on", onChange: look, "aria-describedby": described }), jsx("span", {}, say(field.label))), hint, note);
    if (field.kind === "checks") return jsx("fieldset", frame, jsx("legend", {}, say(field.label)), hint, jsx(Checks, props), note);
    return jsx("div", frame, jsx("label", { htmlFor: here }, say(field.label)), hint, jsx(Control, props), note);
  };
  const jump = (name) => (event) => { event.preventDefault(); document.getElementById(`${id ?? own}-${name}`)?.focus(); };
  const listed = found.map((one) => jsx("li", { key: one.field + one.code }, fields.some((field) => field.name === one.field)
    ? jsx("a", { href: `#${one.field}`, onClick: jump(one.field) }, say(one.text)) : say(one.text)));
  return jsx("form", { ref: form, id, noValidate: true, onSubmit, className: "stack", style: { "--gap": "1rem" }, "data-busy": busy || undefined, "data-filled": "yes" },
    jsx("div", { ref: summary, tabIndex: -1, className: "summary-of-errors", hidden: !found.length, "aria-labelledby": `${own}-title` }, jsx("h3", { id: `${own}-title` }, say(title)), jsx("ul", {}, listed)),
    jsx("div", { key: sheet, className: `plain ${compact ? "plain-compact" : ""}` }, fields.map(row)),
    jsx("div", { className: "row" }, jsx("button", { type: "submit", className: "button button-main", "aria-disabled": busy || undefined }, say(submit)), children));
};
