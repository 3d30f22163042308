// What opens over the calendar: one event explained, and the form of an own event.
import { jsx } from "@emotion/react";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { act } from "$/public/bridge.js";
import { DayInput } from "$/public/day-input.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { Modal } from "$/public/modal.js";
import { PlainForm } from "$/public/plain-form.js";
import { useLang, useSay } from "$/public/say.js";
import { plainDay } from "$/public/calendar-dates.js";
import { Paper } from "$/public/calendar-parts.js";
import { left } from "$/public/calendar-views.js";

export const saveFile = (name, text, type) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const Fact = ({ name, children }) => jsx("div", {}, jsx("dt", {}, name), jsx("dd", {}, children));

export const EventSheet = ({ event, words, source, version, onClose, onEdit, onCarry, onMove, onDelete, onDone, onSnooze }) => {
  const say = useSay();
  const lang = useLang();
  const [full, setFull] = useState(null);
  const [all, setAll] = useState("one");
  const [days, setDays] = useState("7");
  const [to, setTo] = useState(event.day);
  useEffect(() => {
    let gone = false;
    fetchPrivate(`${source}/events/${event.id}?day=${event.day}`).then((got) => !gone && setFull(got), () => !gone && setFull({ lost: true }));
    return () => { gone = true; };
  }, [event.id, event.day, version]);
  const one = full && !full.lost ? { ...event, ...full } : event;
  const scope = one.repeats ? all : "all";
  const download = () => fetchPrivate(`${source}/${event.id}.ics`).then((got) => saveFile(got.name, got.text, "text/calendar"), () => act("announce", words.lost));
  const when = one.day === one.last ? plainDay(one.day, lang) : `${plainDay(one.day, lang)} – ${plainDay(one.last, lang)}`;
  return jsx(Modal, { titleId: "event-title", closeLabel: say(words.close), onClose },
    jsx("div", { className: "row" },
      jsx("span", { className: "tag kind-tag", "data-kind": one.kind }, jsx("span", { className: "dot", "aria-hidden": true }), say(words.kinds[one.kind])),
      jsx("span", { className: `tag state-${one.state}`, id: "event-state" }, say(words.states[one.state]))),
    jsx("h2", { id: "event-title", tabIndex: -1 }, say(one.title)),
    jsx("p", { className: "lead number" }, when, one.time ? `, ${one.time}${one.end ? `–${one.end}` : ""}` : "", jsx("span", { className: "soft" }, ` · ${left(one, words, lang)}`)),
    full?.lost && jsx("p", { role: "alert" }, say(words.lost)),
    one.consequence && jsx("div", { className: "notice notice-warn" }, jsx("strong", {}, say(words.ifMissed)), jsx("span", {}, say(one.consequence))),
    jsx("dl", { className: "answers event-facts" },
      one.opens && jsx(Fact, { name: say(words.opens) }, plainDay(one.opens, lang)),
      one.from && jsx(Fact, { name: say(words.from) }, say(one.from), one.paper && ": ", one.paper && jsx(Paper, { paper: one.paper, words })),
      one.source && jsx(Fact, { name: say(words.source) }, say(one.source), " ", jsx("span", { className: `tag ${one.verified ? "tag-ok" : "tag-warn"}` }, say(one.verified ? words.verified : words.notVerified))),
      one.source && !one.verified && jsx(Fact, { name: "" }, say(words.unverified)),
      one.repeats && jsx(Fact, { name: say(words.repeats) }, say(words.repeatsYes)),
      one.place && jsx(Fact, { name: say(words.place) }, one.place),
      one.notes && jsx(Fact, { name: say(words.notes) }, jsx("span", { style: { whiteSpace: "pre-wrap" } }, one.notes)),
      one.document && jsx(Fact, { name: say(words.document) }, jsx(Link, { to: `/documents/view?id=${one.document}` }, say(words.documentOpen))),
      one.snoozed && jsx(Fact, { name: say(words.snoozed) }, plainDay(one.snoozed, lang)),
      one.moves?.length > 0 && jsx(Fact, { name: say(words.whyMoved) }, jsx("ul", { className: "grid gap-1" }, one.moves.map((move, at) => jsx("li", { key: at }, `${[move.before, move.after].filter(Boolean).map((one) => plainDay(one, lang)).join(" → ")}. `, say(move.why))))),
      one.reminders?.length > 0 && jsx(Fact, { name: say(words.reminders) }, jsx("ul", { className: "grid gap-1" }, one.reminders.map((given, at) => jsx("li", { key: at, className: "number" }, `${plainDay(given.on, lang)}: `, given.letters.length ? given.letters.map((letter) => `${say(words.channels[letter.channel])}: ${say(words.letterStates[letter.state])}`).join(", ") : given.posts ? `${say(words.letterWaits)} ${given.posts}` : say(words.bellOnly)))))),
    jsx("div", { className: "row" },
      jsx("button", { type: "button", className: "button button-main", onClick: () => onDone({ id: one.id, done: one.state !== "done" || !one.isDone }) }, say(one.isDone ? words.undone : words.markDone)),
      jsx("button", { type: "button", className: "button button-second", onClick: download }, say(words.download)),
      one.movable && jsx("button", { type: "button", className: "button button-second", onClick: () => onEdit(one) }, say(words.edit))),
    one.origin === "rule" && jsx("p", { className: "hint" }, say(words.nextDate), " ", jsx(Link, { to: "/calendar/dates" }, say(words.nextDateGo))),
    jsx("div", { className: "row snooze" },
      jsx("label", { className: "row" }, say(words.snooze), jsx("select", { className: "input w-sm", value: days, onChange: (change) => setDays(change.target.value) }, ["1", "3", "7", "14", "30"].map((count) => jsx("option", { key: count, value: count }, say(words.snoozeFor[count]))))),
      jsx("button", { type: "button", className: "textual", onClick: () => onSnooze({ id: one.id, days: Number(days) }) }, say(words.snoozeGo))),
    one.movable && jsx("fieldset", { className: "field stack", style: { "--gap": "0.6rem" } },
      jsx("legend", {}, say(words.moveOrDelete)),
      one.repeats && jsx("div", { className: "choices" }, ["one", "all"].map((value) => jsx("label", { key: value, className: "choice" }, jsx("input", { type: "radio", name: "scope", value, checked: all === value, onChange: () => setAll(value) }), jsx("span", {}, say(words.scopes[value]))))),
      jsx("div", { className: "row" },
        jsx("label", { className: "unseen", htmlFor: "move-to" }, say(words.moveTo)),
        jsx(DayInput, { id: "move-to", value: to, onDay: setTo }),
        jsx("button", { type: "button", className: "button button-second", onClick: () => to && onMove(one, to, scope) }, say(words.move)),
        jsx("button", { type: "button", className: "textual", onClick: () => onCarry(one) }, say(words.carry)),
        jsx("button", { type: "button", className: "button button-danger", onClick: () => onDelete(one, scope) }, say(words.remove)))));
};

export const FormSheet = ({ form, words, fields, source, version, problems, attempt, onClose, onSave }) => {
  const say = useSay();
  const [scope, setScope] = useState("all");
  const editing = Boolean(form.id);
  const days = form.day;
  return jsx(Modal, { titleId: "form-title", closeLabel: say(words.close), onClose },
    jsx("h2", { id: "form-title" }, say(editing ? words.editTitle : words.newTitle)),
    editing && form.repeats && jsx("div", { className: "choices", role: "group" }, ["one", "all"].map((value) => jsx("label", { key: value, className: "choice" }, jsx("input", { type: "radio", name: "form-scope", checked: scope === value, onChange: () => setScope(value) }), jsx("span", {}, say(words.scopes[value]))))),
    jsx(PlainForm, {
      key: scope, id: "own-event", fields, title: words.errors, submit: editing ? words.save : words.add, problems, attempt, version,
      source: `${source}/form?${editing ? `id=${form.id}&occurrence=${scope === "one" ? days : ""}` : `day=${days}`}`,
      extra: { id: form.id ?? "", occurrence: editing && form.repeats && scope === "one" ? days : "" },
      onSend: onSave, onDone: onClose,
    }, jsx("button", { type: "button", className: "textual", onClick: onClose }, say(words.cancel))));
};
