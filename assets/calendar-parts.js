// The smaller parts of the calendar's pages: what a person keeps there is fetched by his session and put into no state.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { act } from "$/public/bridge.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { DayInput } from "$/public/day-input.js";
import { monthName, plainDay } from "$/public/calendar-dates.js";
import { PlainForm } from "$/public/plain-form.js";
import { useLang, useSay } from "$/public/say.js";

const useFetched = (source, version) => {
  const [got, setGot] = useState(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    fetchPrivate(source).then((answer) => !gone && setGot(answer), 
      // What came before stays: somebody may be typing into it.
      () => !gone && setGot((was) => (was && !was.lost ? was : { lost: true, again: () => setTurn((count) => count + 1) })));
    return () => { gone = true; };
  }, [source, version, turn]);
  return got;
};

// What did not come is never shown as if there were nothing; it may be asked for again.
export const Lost = ({ words, again }) => {
  const say = useSay();
  return jsx("div", { role: "alert", className: "notice notice-danger" }, jsx("span", {}, say(words.lost)), jsx("button", { type: "button", className: "textual", onClick: again }, say(words.again)));
};

// What the plan moved of late, and why.
export const Moves = ({ source, version, words }) => {
  const say = useSay();
  const lang = useLang();
  const got = useFetched(source, version);
  if (!got?.moves?.length) return null;
  const day = (value) => (value ? plainDay(value, lang) : "—");
  return jsx("section", { className: "card stack", id: "moves", style: { "--gap": "0.6rem" } },
    jsx("h2", {}, say(words.movesTitle)),
    jsx("ul", { className: "lines" }, got.moves.slice(0, 10).map((one, at) => jsx("li", { key: at },
      jsx("strong", {}, say(one.title)), jsx("span", { className: "number" }, ` ${[one.before, one.after].filter(Boolean).map(day).join(" → ")}. `), say(one.why), one.at && jsx("span", { className: "soft small" }, ` ${one.at}`)))));
};

// «Что перестанет работать, если…»
export const WhatIf = ({ source, version, words }) => {
  const say = useSay();
  const lang = useLang();
  const [day, setDay] = useState("");
  const [got, setGot] = useState(null);
  useEffect(() => {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
    let gone = false;
    fetchPrivate(`${source}?day=${day}`).then((answer) => !gone && setGot(answer), () => !gone && setGot({ lost: true }));
    return () => { gone = true; };
  }, [day, version, source]);
  return jsx("section", { className: "card stack", style: { "--gap": "0.75rem" }, "aria-labelledby": "what-if-title" },
    jsx("h2", { id: "what-if-title" }, say(words.whatIfTitle)),
    jsx("div", { className: "field" }, jsx("label", { htmlFor: "what-if" }, say(words.whatIfDay)), jsx(DayInput, { id: "what-if", onDay: setDay })),
    jsx("div", { role: "status" }, got && (got.lost ? jsx("p", {}, say(words.lost)) : !got.outages.length ? jsx("p", { className: "right" }, say(words.whatIfNothing)) : jsx("div", { className: "stack", style: { "--gap": "0.6rem" } },
      jsx("ul", { className: "lines" }, got.outages.map((out, at) => jsx("li", { key: at }, jsx("strong", {}, say(out.right)), ` ${say(words.since, { day: plainDay(out.since, lang) })} `, jsx("span", { className: "soft" }, say(out.title), ". ", say(out.consequence))))),
      got.best && jsx("p", { className: "notice notice-info" }, jsx("span", {}, jsx("strong", {}, say(words.bestAct)), " ", say(got.best), ". ", say(words.keeps), " ", got.keeps.map((one) => say(one)).join(", "), "."))))));
};

const Bar = ({ label, have, asks, words }) => {
  const say = useSay();
  return jsx("div", { className: "stack", style: { "--gap": "0.25rem" } },
    jsx("div", { className: "row", style: { justifyContent: "space-between", flexWrap: "nowrap", alignItems: "end" } }, jsx("span", {}, label), jsx("strong", { className: "number", style: { whiteSpace: "nowrap" } }, say(words.hours, { have, asks }))),
    jsx("div", { className: "meter", role: "meter", "aria-label": label, "aria-valuemin": 0, "aria-valuemax": asks || 1, "aria-valuenow": Math.min(have, asks || 1) }, jsx("i", { style: { width: `${asks ? Math.min(100, (100 * have) / asks) : 100}%` } })));
};

// Of several accreditations one at a time: which, is remembered by `onChoose` and shown at once.
const Which = ({ each, shown, words, onPick }) => {
  const say = useSay();
  const lang = useLang();
  return jsx("div", { className: "ready-which", role: "group", "aria-label": say(words.which) }, each.map((one) => jsx("button", { key: one.ref, type: "button", className: "ready-one", "data-ref": one.ref, "aria-pressed": one.ref === shown, onClick: () => onPick(one.ref) },
    jsx("strong", {}, one.topic || say(words.noTopic)),
    jsx("span", { className: "number small" }, say(one.over ? words.ended : words.until, { day: plainDay(one.ends, lang) }), " · ", say(words.hours, { have: one.hours, asks: one.asks })))));
};

export const Readiness = ({ source, version, words, datesHref, trainingHref, onChoose }) => {
  const say = useSay();
  const lang = useLang();
  const answer = useFetched(source, version);
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState("");
  if (!answer) return jsx("div", { className: "card", style: { minHeight: "8rem" }, "aria-busy": true });
  const got = answer.each?.find((one) => one.ref === picked) ?? answer.each?.find((one) => one.ref === answer.shown);
  const frame = (...children) => jsx("section", { className: "card stack", id: "readiness", "data-hours": got?.hours ?? "", style: { "--gap": "0.8rem" }, "aria-labelledby": "readiness-title" }, jsx("h2", { id: "readiness-title" }, say(words.title)), ...children);
  if (answer.lost) return frame(jsx(Lost, { words, again: answer.again }));
  if (!got) return frame(jsx("p", {}, say(words.none)), jsx(Link, { to: datesHref }, say(words.noneLink)));
  const day = (value) => plainDay(value, lang);
  const pick = (ref) => { setPicked(ref); if (ref !== got.ref) onChoose?.(ref); };
  return frame(
    answer.each.length > 1 ? jsx(Which, { each: answer.each, shown: got.ref, words, onPick: pick }) : got.topic && jsx("p", { className: "soft" }, got.topic),
    jsx("div", { className: "two", style: { alignItems: "end" } }, jsx(Bar, { label: say(words.hoursLabel), have: got.hours, asks: got.asks, words }), jsx(Bar, { label: say(words.cpdLabel), have: got.cpd, asks: got.asksCpd, words })),
    jsx("p", { className: got.missing ? undefined : "right" }, got.missing ? say(got.missingCpd ? words.missing : words.missingAny, { hours: got.missing, cpd: got.missingCpd }) : say(words.ready)),
    got.courseHours > 0 && jsx("p", { className: "soft" }, say(words.courses, { hours: got.courseHours })),
    got.over ? jsx("p", { className: "wrong" }, say(words.over, { day: day(got.ends) }))
      : jsx("p", {}, say(words.safeDay), ": ", jsx("strong", { className: "number" }, day(got.safeDay)), ` · ${got.workingDays >= 0 ? say(words.workingDays, { count: got.workingDays }) : say(got.missing ? words.lateMissing : words.late, { day: day(got.ends) })}`),
    jsx("div", { className: "row" },
      jsx("button", { type: "button", className: "textual", "aria-expanded": open, "aria-controls": "readiness-more", onClick: () => setOpen(!open) }, say(words.details)),
      trainingHref && jsx(Link, { to: trainingHref }, say(words.enter))),
    jsx("div", { id: "readiness-more", hidden: !open, className: "stack", style: { "--gap": "0.6rem" } },
      jsx("p", { className: "number" }, say(words.period, { first: day(got.starts), last: day(got.ends) }), ". ", say(words.source), ": ", say(got.source)),
      jsx("p", { className: "number" }, say(words.firstDay), ": ", day(got.firstDay)),
      jsx("p", { className: "hint" }, say(words.safeHint), !got.certain && ` ${say(words.uncertain)}`),
      got.plan.length > 0 && jsx("h3", {}, say(words.plan)),
      got.plan.length > 0 && jsx("ul", { className: "lines number", id: "readiness-plan" }, alike(got.plan).map((span) => jsx("li", { key: span.first },
        `${span.first === span.last ? monthName(span.first, lang) : `${monthName(span.first, lang)} – ${monthName(span.last, lang).toLocaleLowerCase(lang)}`}: `,
        say(span.cpd ? (span.first === span.last ? words.planRow : words.planRows) : (span.first === span.last ? words.planAny : words.planAnys), { hours: span.hours, cpd: span.cpd }))))));
};

// Months in a row of which the plan asks the same, in one line.
const alike = (plan) => plan.reduce((spans, { first, hours, cpd }) => {
  const last = spans.at(-1);
  if (last && last.hours === hours && last.cpd === cpd) last.last = first;
  else spans.push({ first, last: first, hours, cpd });
  return spans;
}, []);

const Dated = ({ title, on, until, topic }) => {
  const say = useSay();
  const lang = useLang();
  return jsx("span", {}, jsx("strong", {}, say(title)), jsx("span", { className: "number" }, ` ${plainDay(on, lang)}${until ? ` – ${plainDay(until, lang)}` : ""}`), topic && jsx("span", { className: "soft" }, ` · ${topic}`));
};

// The paper a date stands on, and whether anybody has confirmed it.
export const Paper = ({ paper, words }) => {
  const say = useSay();
  return jsx("span", { className: "paper-behind" }, jsx(Link, { to: paper.link }, say(paper.title)), " ", jsx("span", { className: `tag ${paper.confirmed ? "tag-ok" : "tag-plain"}` }, say(paper.confirmed ? words.confirmed : words.unconfirmed)));
};

// What the portal takes by itself from papers and from the profile.
const Taken = ({ rows, words }) => {
  const say = useSay();
  const papers = rows.some((one) => one.paper);
  return jsx("section", { className: "card stack", style: { "--gap": "0.75rem" }, "aria-labelledby": "taken-title", "data-count": rows.length },
    jsx("h2", { id: "taken-title" }, say(words.takenTitle)),
    jsx("p", { className: "hint" }, say(papers ? words.takenLead : words.takenEmpty)),
    rows.length > 0 && jsx("ul", { className: "lines" }, rows.map((one, at) => jsx("li", { key: at },
      jsx(Dated, one),
      !one.counts && jsx("div", { className: "soft small" }, say(words.older)),
      jsx("div", { className: "small" }, one.paper ? jsx(Paper, { paper: one.paper, words }) : jsx("span", { className: "soft" }, say(words.profile)))))),
    jsx(Link, { to: "/documents" }, say(words.takenAdd)));
};

// Courses that the portal counts by itself: what is known of them stands under «Квалификация».
const Courses = ({ rows, words }) => {
  const say = useSay();
  return jsx("section", { className: "card stack", style: { "--gap": "0.75rem" }, "aria-labelledby": "courses-title", id: "courses" },
    jsx("h2", { id: "courses-title" }, say(words.coursesTitle)),
    rows.length ? jsx("ul", { className: "lines" }, rows.map((one) => jsx("li", { key: one.link, className: "line" },
      jsx("span", { className: "line-main" }, jsx(Trained, { values: one.values, link: one.link, words }), " ",
        jsx(Tag, { counts: one.counts, words }), " ", jsx("span", { className: `tag ${one.confirmed ? "tag-ok" : "tag-plain"}` }, say(one.confirmed ? words.confirmed : words.unconfirmed)))))) : jsx("p", { className: "soft" }, say(words.coursesEmpty)),
    jsx(Link, { to: "/qualification/education/training" }, say(words.coursesAdd)));
};

const Tag = ({ counts, words }) => {
  const say = useSay();
  return jsx("span", { className: `tag ${counts ? "tag-ok" : "tag-plain"}` }, say(counts ? words.counts : words.outside));
};

// A training in a line: what, where, when, how much.
const Trained = ({ values, kind, link, words }) => {
  const say = useSay();
  const lang = useLang();
  const amount = [[values.hours, words.hoursShort], [values.points, words.pointsShort]].filter(([count]) => count !== "0").map(([count, unit]) => `${count}\u00a0${say(unit)}`).join(", ");
  return jsx("span", {}, link ? jsx(Link, { to: link }, values.title) : jsx("strong", {}, values.title),
    jsx("span", { className: "soft" }, ` ${[values.provider, kind && say(kind), plainDay(values.ended_on, lang), values.topic].filter(Boolean).join(" · ")}`), jsx("span", { className: "number" }, ` ${amount}`));
};

// A list with a form above it: dates the person has told, trainings. `onEdit` fills the form.
export const Records = ({ source, version, words, kind, fields, problems, attempt, onSave, onDelete, onRestore }) => {
  const say = useSay();
  const lang = useLang();
  const got = useFetched(source, version);
  const [editing, setEditing] = useState(null);
  const [fresh, setFresh] = useState(0);
  const top = useRef(null);
  const list = useRef(null);
  const [removed, setRemoved] = useState(null);
  const rows = got?.rows ?? [];
  const named = (one) => one.values.title ?? say(one.title);
  // The button that was pressed goes with its line: the keyboard goes on from the top of the list, where it may be undone.
  const remove = (one) => { setRemoved(one); onDelete(one.id); setTimeout(() => list.current?.querySelector("h2")?.focus()); };
  const restore = () => { onRestore({ values: removed.values }); setRemoved(null); list.current?.querySelector("h2")?.focus(); };
  const done = () => { setRemoved(null); setEditing(null); setFresh((was) => was + 1); act("announce", words.saved); };
  const line = (one) => kind === "facts"
    ? [jsx(Dated, { key: 1, ...one, ...one.values }), !one.counts && jsx("div", { key: 2, className: "soft small" }, one.paper ? [say(words.inStead), " ", jsx(Link, { key: 1, to: one.paper.link }, say(one.paper.title))] : say(words.older))]
    : [jsx(Trained, { key: 1, values: one.values, kind: one.title, words }), " ", one.course ? jsx("span", { key: 2, className: "soft small" }, say(words.inStead), " ", jsx(Link, { to: one.course.link }, say(words.fromThere))) : jsx(Tag, { key: 2, counts: one.counts, words })];
  if (got?.lost) return jsx(Lost, { words, again: got.again });
  return jsx("div", { className: "stack", style: { "--gap": "1.25rem" } },
    jsx("section", { className: "card stack", ref: top, "aria-labelledby": `${kind}-form-title` },
      jsx("h2", { id: `${kind}-form-title`, tabIndex: -1 }, say(editing ? words.editTitle : words.newTitle)),
      got && jsx(PlainForm, { key: `${editing?.id ?? "new"}-${fresh}`, id: `form-${kind}`, fields, start: { ...got.start, ...editing?.values, $choices: got.$choices }, title: words.errors, submit: editing ? words.save : words.add, problems, attempt, extra: { id: editing?.id ?? "" }, onSend: onSave, onDone: done },
        editing && jsx("button", { type: "button", className: "textual", onClick: () => setEditing(null) }, say(words.cancel)))),
    jsx("section", { className: "card stack", ref: list, style: { "--gap": "0.75rem" }, "aria-labelledby": `${kind}-list-title`, "data-count": rows.length },
      jsx("h2", { id: `${kind}-list-title`, tabIndex: -1 }, say(words.listTitle)),
      jsx("div", { role: "status" }, removed && jsx("p", { className: "notice notice-info" }, jsx("span", {}, say(words.gone, { title: named(removed) }), " ", jsx("button", { type: "button", className: "textual", id: `${kind}-restore`, onClick: restore }, say(words.restore))))),
      !got ? null : rows.length ? jsx("ul", { className: "lines" }, rows.map((one) => jsx("li", { key: one.id, className: "line" },
        jsx("span", { className: "line-main" }, line(one)),
        jsx("span", { className: "row" },
          jsx("button", { type: "button", className: "textual", "aria-label": `${say(words.edit)}: ${named(one)}`, onClick: () => { setEditing(one); setTimeout(() => top.current?.querySelector("h2")?.focus()); } }, say(words.edit)),
          jsx("button", { type: "button", className: "textual", "aria-label": `${say(words.remove)}: ${named(one)}`, onClick: () => remove(one) }, say(words.remove)))))) : jsx("p", { className: "soft" }, say(words.empty))),
    got?.courses && jsx(Courses, { rows: got.courses, words }),
    got?.taken && jsx(Taken, { rows: got.taken, words }));
};

const send = async (url, file) => {
  const answer = await fetch(url, { method: "PUT", credentials: "same-origin", headers: { "x-mp": "1", "content-type": "application/octet-stream" }, body: file });
  const body = await answer.json().catch(() => ({}));
  return answer.ok ? body : { error: body.error ?? null };
};

// A file is looked at first and taken in second; columns of a table may be named anew in between.
export const FileImport = ({ url, words, accept, columns, onDone, onUndo }) => {
  const say = useSay();
  const [file, setFile] = useState(null);
  const [seen, setSeen] = useState(null);
  const [mapping, setMapping] = useState(null);
  const [done, setDone] = useState(null);
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);
  const ask = async (chosen, preview, named) => {
    setBusy(true);
    setError(null);
    const query = new URLSearchParams({ ...(preview ? { preview: "1" } : {}), ...(named ? { mapping: Object.entries(named).filter(([, at]) => at !== "").map(([name, at]) => `${name}:${at}`).join(",") } : {}) });
    const got = await send(`${url}?${query}`, chosen).catch(() => ({ error: null }));
    setBusy(false);
    if ("error" in got) return setError(got.error ?? words.lost);
    if (preview) { setSeen(got); setMapping(Object.fromEntries(Object.entries(got.mapping ?? {}).map(([name, at]) => [name, String(at)]))); setDone(null); }
    else { setDone(got); setSeen(null); onDone?.(); act("announce", words.done); }
  };
  const choose = (event) => { const chosen = event.target.files[0]; setFile(chosen ?? null); setSeen(null); setDone(null); if (chosen) ask(chosen, true); };
  const name = (field) => (event) => { const named = { ...mapping, [field]: event.target.value }; setMapping(named); ask(file, true, named); };
  const refused = (list) => list.length > 0 && jsx("div", { className: "notice notice-warn" }, jsx("strong", {}, say(words.refused, { count: list.length })), jsx("ul", { className: "grid gap-1" }, list.slice(0, 20).map((row) => jsx("li", { key: row.number }, say(words.row, { number: row.number }), ": ", say(row.why)))));
  return jsx("div", { className: "stack", style: { "--gap": "0.9rem" }, "aria-busy": busy },
    jsx("div", { className: "field" }, jsx("span", { className: "hint", id: "import-hint" }, say(words.fileHint)), jsx("div", { className: "row" },
      jsx("label", { className: "button button-second file-button" }, say(words.file), jsx("input", { id: "import-file", type: "file", accept, className: "file-input", "aria-describedby": "import-hint", onChange: choose })),
      file && jsx("span", { className: "soft" }, file.name))),
    jsx("div", { role: "status", className: "stack", style: { "--gap": "0.9rem" } },
      error && jsx("p", { className: "wrong" }, say(error)),
      seen && jsx("div", { className: "stack", style: { "--gap": "0.9rem" }, id: "import-preview" },
        columns && seen.columns && jsx("fieldset", { className: "field" }, jsx("legend", {}, say(words.mapping)), jsx("div", { className: "plain plain-three" }, columns.map((field) => jsx("div", { key: field.value, className: "field" }, jsx("label", { htmlFor: `map-${field.value}` }, say(field.text)), jsx("select", { id: `map-${field.value}`, className: "input", value: mapping[field.value] ?? "", onChange: name(field.value) }, jsx("option", { value: "" }, "—"), seen.columns.map((title, at) => jsx("option", { key: at, value: at }, title || `${at + 1}`))))))),
        jsx("p", {}, jsx("strong", {}, say(words.found, { count: seen.count }))),
        seen.rows.length > 0 && jsx("ul", { className: "lines" }, seen.rows.map((row, at) => jsx("li", { key: at }, say(row)))),
        refused(seen.refused),
        jsx("button", { type: "button", className: "button button-main", id: "import-go", "aria-disabled": busy || !seen.count || undefined, onClick: () => !busy && seen.count && ask(file, false, mapping && columns ? mapping : undefined) }, say(words.go))),
      done && jsx("div", { className: "notice notice-ok", id: "import-done" }, jsx("span", {}, say(words.added, { added: done.added, known: done.known })),
        done.import && onUndo && jsx("button", { type: "button", className: "textual", id: "import-undo", onClick: () => { onUndo(done.import); setDone(null); } }, say(words.undo))),
      done && refused(done.refused)));
};

// The secret address is made here, so that the portal itself only ever has its fingerprint.
export const FeedBox = ({ source, version, words, onOpen, onRevoke }) => {
  const say = useSay();
  const got = useFetched(source, version);
  const [address, setAddress] = useState("");
  const make = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const token = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    onOpen({ token });
    setAddress(`${location.origin}/calendar/feed/${token}.ics`);
  };
  const copy = () => navigator.clipboard?.writeText(address).then(() => act("announce", words.copied), () => {});
  if (!got) return jsx("div", { style: { minHeight: "8rem" } });
  if (got.lost) return jsx(Lost, { words, again: got.again });
  return jsx("div", { className: "stack", style: { "--gap": "0.9rem" } },
    jsx("p", { id: "feed-state" }, got.since ? say(words.feedSince, { day: got.since }) : say(words.feedNone)),
    address && jsx("div", { className: "notice notice-info", role: "status" }, jsx("strong", {}, say(words.feedOnce)), jsx("code", { id: "feed-address", className: "mono", style: { overflowWrap: "anywhere" } }, address), jsx("button", { type: "button", className: "textual", onClick: copy }, say(words.copy))),
    jsx("div", { className: "row" },
      jsx("button", { type: "button", id: "feed-make", className: "button button-main", onClick: make }, say(got.since ? words.feedAnew : words.feedMake)),
      got.since && jsx("button", { type: "button", id: "feed-revoke", className: "button button-danger", onClick: () => { setAddress(""); onRevoke(); } }, say(words.feedRevoke))));
};
