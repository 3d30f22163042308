// A civil day typed as ДД.ММ.ГГГГ whatever language the browser speaks; the browser's own calendar waits behind the icon.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";
import { useSay } from "$/public/say.js";

const SHAPE = { ru: "ДД.ММ.ГГГГ", en: "DD.MM.YYYY" };
const shown = (value) => (value ?? "").replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1");
const stands = (iso) => { if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return false; const day = new Date(`${iso}T00:00:00Z`); return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso); };
// «2026-11-27»; what is no day stays as it was typed, for whoever judges the form.
export const dayOf = (text) => {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return iso && stands(iso) ? iso : text;
};
// Dots come by themselves as one types on; taking signs away is left alone.
const dotted = (text, before) => {
  const tidy = shown(text.trim().replace(/[\s/,-]+/g, (signs) => (/^\d{4}-\d\d-\d\d$/.test(text.trim()) ? signs : ".")));
  if (tidy.length <= before.length) return tidy;
  return tidy.replace(/^(\d\d)(\d\d)(\d{1,4})$/, "$1.$2.$3").replace(/^(\d\d)$/, "$1.").replace(/^(\d{1,2}\.\d\d)$/, "$1.");
};

export const DayInput = ({ id, name, value, start, min, max, width, required, describedBy, wrong, onDay, onChange }) => {
  const say = useSay();
  const [text, setText] = useState(shown(value ?? start));
  const told = useRef(value ?? "");
  const fresh = useRef(true);
  // From outside a day comes as a value; what we told ourselves and hear again must not disturb the typing.
  useEffect(() => { if (value !== undefined && value !== told.current) { told.current = value; setText(shown(value)); } }, [value]);
  useEffect(() => { if (fresh.current) fresh.current = false; else onChange?.(); }, [text]);
  const take = (next) => {
    setText(next);
    const day = dayOf(next);
    told.current = stands(day) ? day : "";
    onDay?.(told.current);
  };
  const day = dayOf(text);
  return jsx("span", { className: `day-input ${width ?? "w-sm"}` },
    jsx("input", { type: "text", id, inputMode: "numeric", className: "input", value: text, placeholder: say(SHAPE), maxLength: 10, autoComplete: "off", "data-day": name, "aria-describedby": describedBy, "aria-invalid": wrong || undefined, "aria-required": required || undefined, onChange: (event) => take(dotted(event.target.value, text)) }),
    name && jsx("input", { type: "hidden", name, value: day }),
    // For a mouse or a thumb; with a keyboard or a screen reader typing is quicker, and nothing else is behind it.
    jsx("span", { className: "day-pick", "aria-hidden": true },
      jsx("svg", { viewBox: "0 0 24 24", className: "icon", fill: "none", stroke: "currentColor", strokeWidth: 1.8, strokeLinecap: "round" }, jsx("path", { d: "M4 6.5h16v13.5H4zM4 10.5h16M8 3.5v5M16 3.5v5" })),
      jsx("input", { type: "date", tabIndex: -1, min, max, value: stands(day) ? day : "", onChange: (event) => event.target.value && take(shown(event.target.value)) })));
};
