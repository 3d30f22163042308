// One document: its pages, what was read and from where, the verdict and what to do, its own fields, its history.
// Everything comes by one private answer; nothing of it is put into a state.
import { jsx } from "@emotion/react";
import { createContext, useContext, useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { StateTag, useFresh, useMounted } from "$/public/documents.js";
import { useSay } from "$/public/say.js";
import { Stage, goToPage } from "$/public/viewer-stage.js";

const Open = createContext(null);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const Viewer = ({ words, version, children }) => {
  const [search] = useSearchParams();
  const asked = search.get("id") ?? "";
  const id = UUID.test(asked) ? asked : "";
  const { answer, trouble } = useFresh(id && `/private/documents/${id}/view`, version);
  const [lit, setLit] = useState("");
  const [page, setPage] = useState(1);
  const say = useSay();
  const mounted = useMounted();
  useEffect(() => { setPage(1); setLit(""); }, [id]);
  if (mounted && (!id || trouble === 404 || trouble === 403))
    return jsx("div", { className: "stack column" }, jsx("h1", {}, words.none), jsx("p", { className: "lead" }, words.none_lead), jsx("div", {}, jsx(Link, { to: "/documents", className: "button button-main" }, words.to_gallery)));
  if (answer?.card.id !== id) return jsx("div", { className: "gallery-wait", "aria-busy": trouble === null }, trouble !== null && jsx("p", { className: "notice notice-danger", role: "alert" }, words.trouble));
  const light = (name) => {
    setLit(name);
    const box = answer.boxes.find((one) => one.name === name);
    if (box && box.page !== page) setPage(box.page);
  };
  return jsx(Open.Provider, { value: { view: answer, words, id, lit, light } },
    jsx("div", { className: "viewer", "data-document": id, "data-state": answer.card.state },
      jsx("div", { className: "viewer-head stack" },
        jsx(Link, { to: answer.card.binned ? "/documents/bin" : "/documents", className: "back" }, "← ", answer.card.binned ? words.to_bin : words.to_gallery),
        jsx("div", { className: "row" }, jsx("h1", { id: "viewer-title", tabIndex: -1 }, say(answer.card.title)), jsx("span", { role: "status" }, jsx(StateTag, { of: answer.card })))),
      jsx("div", { className: "viewer-stage" }, jsx(Stage, { view: answer, words, lit, onLight: setLit, page, onPage: setPage, title: say(answer.card.title) })),
      jsx("div", { className: "viewer-side stack" }, children)));
};

const useOpen = () => ({ ...useContext(Open), say: useSay() });

// Why it stands where it stands, and what to do.
export const Verdict = () => {
  const { view, words, say } = useOpen();
  const { card, reasons, advice } = view;
  if (card.binned) return null;
  const tone = { good: "ok", bad: "danger", warn: "warn" }[card.tone] ?? "info";
  // When it only waits for what has to be typed, the way leads to the form and not to another file.
  const untyped = view.may.fill_in && view.fields.find((one) => one.required && !view.values.typed[one.name]);
  const line = (one) => jsx("li", { key: one.code, "data-code": one.code, className: "grid gap-1" }, jsx("span", {}, say(one.text)), one.cure && jsx("span", { className: "soft" }, say(one.cure)));
  return jsx("section", { className: `notice notice-${tone}`, "aria-labelledby": "verdict-title", id: "verdict" },
    jsx("h2", { id: "verdict-title", className: "verdict-title" }, say(card.word), card.waits && jsx("span", {}, ". ", say(card.waits))),
    !reasons.length && words[`means_${card.state}`] && jsx("p", {}, words[`means_${card.state}`]),
    reasons.length > 0 && jsx("ul", { className: "reasons" }, reasons.map(line)),
    view.values.note && jsx("p", {}, jsx("b", {}, words.note, ": "), typeof view.values.note === "object" ? say(view.values.note) : view.values.note),
    view.review?.live && jsx("p", { className: "number" }, say(view.review.deadline ? words.mend_until : words.answer_by, { date: view.review.deadline || view.review.due_on })),
    advice.length > 0 && jsx("ul", { className: "reasons soft" }, advice.map(line)),
    untyped && jsx("div", {}, jsx("button", { type: "button", className: "button button-main", onClick: () => document.getElementById(`own-${untyped.name}`)?.focus() }, words.type_now)),
    !untyped && view.may.replace && ["fix_needed", "rejected", "expired"].includes(card.state) && jsx("div", {}, jsx(Link, { to: replaceAt(view), className: "button button-main" }, words.replace)));
};

const replaceAt = (view) => `/documents?add=${view.card.kind}&instead=${view.card.id}`;

// What was read, with the letters that stand otherwise in the person's own data; how it is written does not count.
const plain = (sign) => sign.toUpperCase().replace("Ё", "Е");
const folded = (words) => plain(words).replace(/[^0-9A-ZА-Я]/g, "");
// `marks` are places that the portal has found itself: an address is compared by what matters of it.
const Compared = ({ read, known, marks }) => {
  const { words, say } = useOpen();
  if (!known || (marks ? !marks.read.length && !marks.typed.length : folded(read) === folded(known))) return read;
  const differs = (at) => (marks ? marks.read.includes(at) : plain(read[at]) !== plain(known[at] ?? ""));
  return jsx("span", {},
    jsx("span", { "aria-hidden": true }, [...read].map((sign, at) => jsx("span", { key: at, className: differs(at) ? "differs" : undefined }, sign))),
    jsx("span", { className: "unseen" }, read),
    jsx("span", { className: "value-known small" }, say(words.known, { value: known })));
};

// Every value that was read, beside the box it was read from.
export const Read = () => {
  const { view, words, say, lit, light } = useOpen();
  const read = view.boxes.filter((one) => view.values.read[one.name]);
  if (!read.length && !view.unread.length) return null;
  return jsx("section", { className: "card stack tight-card", "aria-labelledby": "read-title" },
    jsx("h2", { id: "read-title" }, words.read_title),
    read.length > 0 && jsx("p", { className: "hint" }, words.read_hint),
    jsx("ul", { className: "values" }, read.map((one) =>
      jsx("li", { key: one.name },
        jsx("button", { type: "button", className: "value", "data-value": one.name, "data-lit": lit === one.name || undefined, "aria-pressed": lit === one.name,
          onClick: () => { light(one.name); goToPage(); }, onFocus: () => light(one.name), onMouseMove: () => lit !== one.name && light(one.name) },
        jsx("span", { className: "value-label" }, say(one.label)),
        jsx("span", { className: "value-text", "data-private": one.name }, jsx(Compared, { read: view.values.read[one.name], known: view.values.profile[one.name], marks: view.values.marks[one.name] })),
        jsx("span", { className: `value-source small ${one.proven ? "right" : "soft"}` }, one.proven ? words.proven : one.source === "mrz" ? words.from_code : words.from_print))))),
    view.unread.length > 0 && jsx("p", { className: "small" }, jsx("b", {}, words.unread, " "), view.unread.map(say).join(", "), "."));
};

// Dates, where it came from, and the files it consists of.
export const Facts = () => {
  const { view, words, say } = useOpen();
  const { card } = view;
  const rows = [
    [words.added, card.created_on], [words.issued, card.issued_on],
    [words.expires, card.expires_on && jsx("span", {}, card.expires_on, card.expiring && jsx("span", { className: "tag tag-warn", style: { marginInlineStart: "0.6rem" } }, words.expiring))],
    [words.file, view.values.files.join(", ")], [words.pages_count, card.pages || null], [words.scan, say(view.scan_word)], [words.signature, view.signed ? words.signed : null],
  ];
  return jsx("section", { className: "card stack tight-card", "aria-labelledby": "facts-title" },
    jsx("h2", { id: "facts-title" }, words.facts_title),
    jsx("dl", { className: "answers" }, rows.filter(([, value]) => value).map(([name, value]) => jsx("div", { key: name }, jsx("dt", {}, name), jsx("dd", {}, value)))));
};

// The button that was pressed is gone with what it did: the keyboard goes on from what came in its place.
const pressed = { bin: false };

// In the bin: until when, and the way back.
export const Binned = ({ onRestore }) => {
  const { view, words, id, say } = useOpen();
  const { card, may } = view;
  useEffect(() => {
    if (card.binned && pressed.bin) document.getElementById("restore")?.focus();
    pressed.bin = false;
  }, [card.binned]);
  const back = () => { document.getElementById("viewer-title")?.focus(); onRestore({ id }); };
  return jsx("div", { role: "status" }, card.binned && jsx("div", { className: "notice notice-warn", id: "binned" },
    jsx("p", {}, jsx("b", {}, words.binned), " ", card.kept_why && say(card.kept_why), " ", card.gone_on && say(words.gone_on, { date: card.gone_on, days: card.days_left })),
    may.restore && jsx("div", {}, jsx("button", { type: "button", className: "button button-second", id: "restore", onClick: back }, words.restore))));
};

// What may be done with it now.
export const Acts = ({ onBin }) => {
  const { view, words, id } = useOpen();
  const bin = () => { pressed.bin = true; onBin({ id }); };
  return jsx("section", { className: "row", "aria-label": words.acts },
    view.original && jsx("a", { href: view.original, download: "", className: "button button-second", id: "original" }, words.original),
    view.may.replace && jsx(Link, { to: replaceAt(view), className: "button button-second" }, words.replace),
    view.may.bin && jsx("button", { type: "button", className: "button button-danger", id: "to-bin", onClick: bin }, words.bin));
};

// Versions, moves from state to state, and everyone who opened it.
export const History = () => {
  const { view, words, say, id } = useOpen();
  const part = (title, name, rows) => rows.length > 0 && jsx("div", { className: "stack", style: { "--gap": "0.4rem" } }, jsx("h3", {}, title), jsx("ul", { className: "traces", id: name }, rows));
  return jsx("section", { className: "card stack tight-card", "aria-labelledby": "history-title" },
    jsx("h2", { id: "history-title" }, words.history_title),
    view.versions.length > 1 && part(words.versions, "versions", view.versions.map((one) => jsx("li", { key: one.document_id },
      one.document_id === id ? jsx("b", {}, words.this_version) : jsx(Link, { to: `/documents/view?id=${one.document_id}` }, words.version), jsx("span", { className: "number soft" }, one.created_at), jsx("span", { className: "soft" }, say(one.word))))),
    part(words.moves, "moves", view.moves.map((one, at) => jsx("li", { key: at }, jsx("span", {}, say(one.word)), jsx("span", { className: "number soft" }, one.at), jsx("span", { className: "soft" }, say(one.by))))),
    part(words.looks, "looks", view.looks.map((one) => jsx("li", { key: one.id }, jsx("span", {}, say(one.by)), jsx("span", { className: "number soft" }, one.at), jsx("span", { className: "soft" }, words[`look_${one.what}`], view.values.looks[one.id] && `: ${say(view.values.looks[one.id])}`)))));
};

export { useOpen };
