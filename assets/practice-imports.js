// Bringing a practice in: a file is sent with progress, its columns are mapped beside their first rows, and every import
// stands in a list with what it took, what it refused and the way back. Values of a file live in this page alone.
import { jsx } from "@emotion/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { DayInput } from "$/public/day-input.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { SaveFile } from "$/public/save-file.js";
import { lang, useSay } from "$/public/say.js";

const BASE = "/practice/imports";
const BUSY = new Set(["received", "looking", "waiting", "applying"]);
const OPEN = new Set([...BUSY, "mapping"]);
const UNKNOWN = new Set(["received", "looking", "failed"]);
const TONES = { done: "ok", failed: "danger", mapping: "warn", cancelled: "plain", undone: "plain" };

const number = (value) => Number(value).toLocaleString(lang() === "en" ? "en-GB" : "ru-RU");

const post = async (path, body = {}) => {
  const answer = await fetch(`${BASE}/${path}`, { method: "POST", credentials: "same-origin", headers: { "x-mp": "1", "content-type": "application/json" }, body: JSON.stringify(body) });
  return answer.ok ? null : ((await answer.json().catch(() => ({}))).text ?? { ru: String(answer.status), en: String(answer.status) });
};

// «2-10, 15» as pairs of rows; null when it cannot be read.
const ranges = (text) => {
  const parts = text.split(/[,;\s]+/).filter(Boolean).map((part) => /^(\d{1,7})(?:[-–](\d{1,7}))?$/.exec(part));
  return parts.every(Boolean) ? parts.map((part) => [Number(part[1]), Number(part[2] ?? part[1])]) : null;
};

const Mapping = ({ id, words, roles, onDone }) => {
  const say = useSay();
  const [told, setTold] = useState(null);
  const [chosen, setChosen] = useState({});
  const [out, setOut] = useState("");
  const [first, setFirst] = useState("");
  const [last, setLast] = useState("");
  const [same, setSame] = useState(false);
  const [trouble, setTrouble] = useState("");
  const head = useRef(null);
  useEffect(() => {
    fetchPrivate(`/private${BASE}/${id}`).then((got) => {
      setTold(got);
      setChosen(Object.fromEntries(Object.entries(got.mapping).map(([role, place]) => [place, role])));
    }, () => setTrouble(words.trouble));
  }, [id]);
  if (!told) return jsx("p", { className: "soft", role: "status" }, trouble || words.loading);
  const used = new Set(Object.values(chosen).filter(Boolean));
  const go = async () => {
    const left_out = ranges(out);
    if (!used.has("date")) { setTrouble(words.need_date); head.current?.focus(); return; }
    if (!left_out) { setTrouble(words.bad_rows); return; }
    const mapping = Object.fromEntries(Object.entries(chosen).filter(([, role]) => role).map(([place, role]) => [role, Number(place)]));
    const refusal = await post(`${id}/mapping`, { mapping, left_out, first: first || null, last: last || null, same });
    setTrouble(refusal ? say(refusal) : "");
    if (!refusal) onDone();
  };
  return jsx("div", { className: "stack" },
    told.gone.length > 0 && jsx("div", { className: "notice notice-warn", id: "gone" },
      jsx("p", {}, words.gone, told.gone.some((one) => one.born) && ` ${words.gone_birth}`),
      jsx("ul", {}, told.gone.map((one) => jsx("li", { key: one.place }, jsx("b", {}, one.title || `${words.column} ${one.place + 1}`), ": ", say(one.personal))))),
    jsx("h3", { tabIndex: -1, ref: head }, words.map_title),
    jsx("p", { className: "soft small" }, words.map_lead),
    told.told_by && jsx("div", { className: "notice notice-info", id: "in-utc" },
      jsx("p", {}, words.in_utc, " ", jsx("b", {}, say(told.told_by)), ". ", jsx("a", { href: "/calendar/reminders" }, words.change_zone))),
    jsx("div", { className: "mapping-scroll", role: "region", "aria-label": words.map_title, tabIndex: 0 },
      jsx("table", { className: "mapping" },
        jsx("thead", {}, jsx("tr", {}, told.columns.map((one) => {
          const title = one.title || `${words.column} ${one.place + 1}`;
          return jsx("th", { key: one.place, scope: "col", "data-used": chosen[one.place] ? "yes" : "no" },
            jsx("span", { className: "mapping-title" }, title),
            jsx("select", { className: "input", "aria-label": `${words.tells} «${title}»`, value: chosen[one.place] ?? "", onChange: (event) => { const role = event.target.value; setChosen((was) => ({ ...was, [one.place]: role })); } },
              jsx("option", { value: "" }, words.ignore),
              roles.map(({ key, text }) => jsx("option", { key, value: key, disabled: used.has(key) && chosen[one.place] !== key }, text))));
        }))),
        jsx("tbody", {}, told.rows.map((row, at) => jsx("tr", { key: at }, row.map((cell, place) => jsx("td", { key: place, "data-used": chosen[place] ? "yes" : "no" }, cell))))))),
    jsx("details", {},
      jsx("summary", {}, words.choose_rows),
      jsx("div", { className: "row mapping-choice" },
        jsx("label", { htmlFor: "rows-from" }, words.from, jsx(DayInput, { id: "rows-from", value: first, onDay: setFirst })),
        jsx("label", { htmlFor: "rows-to" }, words.to, jsx(DayInput, { id: "rows-to", value: last, onDay: setLast })),
        jsx("label", {}, words.left_out, jsx("input", { className: "input", value: out, placeholder: "2-10, 15", inputMode: "numeric", onChange: (event) => setOut(event.target.value) }))),
      jsx("label", { className: "check" }, jsx("input", { type: "checkbox", checked: same, onChange: (event) => setSame(event.target.checked) }), " ", words.same)),
    trouble && jsx("p", { className: "wrong", role: "alert" }, trouble),
    jsx("div", { className: "row" }, jsx("button", { type: "button", className: "button button-main", id: "take-in", onClick: go }, words.go)));
};

const Line = ({ one, words, states, origins, roles, onAct }) => {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const share = one.total ? Math.min(1, one.done / one.total) : 0;
  return jsx("li", { className: "card stack import", "data-state": one.state, "data-import": one.id },
    jsx("div", { className: "row" },
      jsx("div", { className: "import-name" },
        jsx("h3", {}, one.name || origins[one.origin]),
        // What kind of file it is, is known once it was looked into.
        jsx("p", { className: "soft small number" }, [one.name && !UNKNOWN.has(one.state) && origins[one.origin], one.at].filter(Boolean).join(" · "))),
      jsx("span", { className: `tag tag-${TONES[one.state] ?? "info"}` }, states[one.state])),
    BUSY.has(one.state) && jsx("progress", { className: "upload-bar", max: 1, value: one.total ? share : undefined, "aria-label": states[one.state] }),
    one.trouble && jsx("p", { className: "notice notice-danger", role: "alert" }, say(one.trouble)),
    one.state === "failed" && one.personal.length > 0 && jsx("p", {}, words.found, " ", one.personal.map((text) => say(text)).join(", ")),
    one.state === "done" && jsx("dl", { className: "import-counts" },
      [["rows", one.rows], ["taken", one.taken], ["refused", one.refused], ["unknown", one.unknown]].map(([name, value]) =>
        jsx("div", { key: name }, jsx("dt", {}, words[name]), jsx("dd", { className: "number" }, number(value))))),
    one.state === "done" && one.personal.length > 0 && jsx("p", { className: "soft small" }, words.dropped, " ", one.personal.map((text) => say(text)).join(", ")),
    one.state === "done" && one.refusals.length > 0 && jsx("ul", { className: "soft small import-reasons" },
      one.refusals.map((reason) => jsx("li", { key: reason.text.ru }, say(reason.text), ": ", number(reason.count)))),
    one.state === "mapping" && jsx(Mapping, { id: one.id, words, roles, onDone: onAct }),
    jsx("div", { className: "row" },
      one.state === "done" && one.refused > 0 && jsx(SaveFile, { source: `${BASE}/${one.id}/refused`, form: "csv", label: words.report, trouble: words.trouble }),
      one.state === "done" && one.taken > 0 && jsx("a", { href: "/analytics" }, words.to_charts),
      one.state === "done" && !sure && jsx("button", { type: "button", className: "textual", onClick: () => setSure(true) }, words.undo),
      sure && one.state === "done" && jsx("span", { className: "row", role: "group", "aria-label": words.undo },
        jsx("span", {}, words.undo_sure),
        jsx("button", { type: "button", className: "button button-danger", onClick: async () => { await post(`${one.id}/undo`); setSure(false); onAct(); } }, words.undo_yes),
        jsx("button", { type: "button", className: "textual", onClick: () => setSure(false) }, words.no)),
      OPEN.has(one.state) && jsx("button", { type: "button", className: "textual", onClick: async () => { await post(`${one.id}/cancel`); onAct(); } }, words.cancel)));
};

export const PracticeImports = ({ words, roles, states, origins }) => {
  const say = useSay();
  const [list, setList] = useState(null);
  const [sent, setSent] = useState(null);
  const [trouble, setTrouble] = useState("");
  const [over, setOver] = useState(false);
  const chooser = useRef(null);
  const request = useRef(null);
  const look = useCallback(() => fetchPrivate(`/private${BASE}`).then((got) => setList(got.imports), () => setTrouble(words.trouble)), [words]);
  const busy = list?.some((one) => BUSY.has(one.state));
  useEffect(() => { look(); }, []);
  useEffect(() => {
    if (!busy) return undefined;
    const again = setInterval(look, 900);
    return () => clearInterval(again);
  }, [busy, look]);
  const send = (file) => {
    if (!file || request.current) return;
    setTrouble("");
    const asked = new XMLHttpRequest();
    request.current = asked;
    const end = (text) => { request.current = null; setSent(null); setTrouble(text); look(); };
    asked.open("PUT", BASE);
    // A name of a file may name a patient: addresses are written down on the way, heads are not.
    asked.setRequestHeader("x-name", encodeURIComponent(file.name));
    asked.setRequestHeader("x-mp", "1");
    asked.setRequestHeader("content-type", "application/octet-stream");
    asked.upload.onprogress = (event) => event.lengthComputable && setSent({ name: file.name, share: event.loaded / event.total });
    asked.onload = () => { let said = {}; try { said = JSON.parse(asked.responseText); } catch { /* the status says enough */ } end(asked.status < 300 ? "" : said.text ? say(said.text) : words.not_sent); };
    asked.onerror = () => end(words.not_sent);
    asked.onabort = () => end("");
    setSent({ name: file.name, share: 0 });
    asked.send(file);
  };
  const drop = (event) => { event.preventDefault(); setOver(false); send(event.dataTransfer.files[0]); };
  return jsx("div", { className: "stack", style: { "--gap": "1.5rem" } },
    jsx("section", { className: "card stack import-drop", "data-over": over ? "yes" : "no", onDragOver: (event) => { event.preventDefault(); setOver(true); }, onDragLeave: () => setOver(false), onDrop: drop },
      jsx("h2", {}, words.choose_title),
      jsx("p", {}, words.choose_lead),
      jsx("p", { className: "soft small" }, words.promise),
      jsx("div", { className: "row" },
        jsx("input", { ref: chooser, type: "file", className: "unseen", id: "practice-file", "aria-label": words.choose, disabled: Boolean(sent), onChange: (event) => { send(event.target.files[0]); event.target.value = ""; } }),
        jsx("label", { htmlFor: "practice-file", className: "button button-main" }, words.choose),
        jsx("span", { className: "soft" }, words.or_drop)),
      sent && jsx("div", { className: "row" },
        jsx("progress", { className: "upload-bar", max: 1, value: sent.share, "aria-label": words.sending }),
        jsx("span", { className: "number" }, `${Math.round(sent.share * 100)} %`),
        jsx("button", { type: "button", className: "textual", onClick: () => request.current?.abort() }, words.stop)),
      trouble && jsx("p", { className: "wrong", role: "alert" }, trouble)),
    jsx("section", { className: "stack" },
      jsx("h2", {}, words.list_title),
      list && !list.length && jsx("p", { className: "soft" }, words.list_empty),
      jsx("ul", { className: "stack imports", "aria-live": "polite" }, (list ?? []).map((one) => jsx(Line, { key: one.id, one, words, states, origins, roles, onAct: look })))));
};
