// The reader of passport lines.
import { jsx } from "@emotion/react";
import { useEffect, useState } from "react";
import { fetchPrivate } from "$/public/fetch-private.js";
import { today, useSheet } from "$/public/form.js";
import { readMrz } from "$/public/lines.js";
import { useSay } from "$/public/say.js";

// Passport lines: what their check digits prove fills this form; names typed elsewhere are compared letter by letter.
export const MrzFiller = ({ name, other, otherSection, filled, differs, take, same, labels }) => {
  const { fill, value, sendKept, schema } = useSheet();
  const say = useSay();
  const [report, setReport] = useState(null);
  useEffect(() => {
    const input = document.getElementById(name);
    const readLines = async () => {
      const typed = value(name);
      const seen = typed.trim() ? readMrz(schema, typed, today()) : null;
      if (!seen?.ok) return setReport(null);
      const here = Object.entries(seen.fills).filter(([field]) => document.getElementById(field));
      here.forEach(([field, words]) => value(field) !== words && fill(field, words));
      const there = Object.entries(seen.fills).filter(([field]) => !document.getElementById(field) && field in labels);
      const known = await fetchPrivate(other).catch(() => ({}));
      const rows = there.map(([field, words]) => ({ field, words, typed: known[field] ?? "" }));
      rows.filter((row) => !row.typed && row.words).forEach((row) => sendKept(row.field, row.words, otherSection));
      setReport({ count: here.length, rows: rows.filter((row) => row.typed && row.typed !== row.words) });
    };
    input?.addEventListener("change", readLines);
    input?.addEventListener("medportal:filled", readLines);
    return () => { input?.removeEventListener("change", readLines); input?.removeEventListener("medportal:filled", readLines); };
  }, [name, other, otherSection, labels, fill, value, sendKept]);
  if (!report) return jsx("div", { role: "status" });
  const accept = (row) => { sendKept(row.field, row.words, otherSection); setReport((was) => ({ ...was, rows: was.rows.filter((one) => one !== row) })); };
  return jsx("div", { role: "status", className: "stack", style: { "--gap": "0.5rem" } },
    jsx("span", { className: "right" }, say(filled), " ", report.rows.length ? "" : say(same)),
    report.rows.map((row) => jsx("div", { key: row.field, className: "mend" },
      jsx("span", {}, say(labels[row.field]), ": ", jsx(Letters, { mine: row.typed, theirs: row.words }), " ", say(differs), " ", jsx("b", {}, row.words)),
      jsx("button", { type: "button", className: "textual", onClick: () => accept(row) }, say(take)))));
};

const Letters = ({ mine, theirs }) => jsx("span", {}, [...mine].map((sign, at) => jsx("span", { key: at, className: sign === theirs[at] ? undefined : "differs" }, sign)));
