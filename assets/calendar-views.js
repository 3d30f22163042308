// The four views of the calendar. A grid by the WAI-ARIA pattern: one stop for Tab, arrows within, everything read out.
import { jsx } from "@emotion/react";
import { useEffect, useRef } from "react";
import { useLang, useSay } from "$/public/say.js";
import { daysBetween, longDay, longWeekday, monthAlone, monthOf, plusDays, plusMonths, shortWeekday, weekday } from "$/public/calendar-dates.js";

const MOST = 3;
const SIGNS = { done: "✓", ahead: "", soon: "•", overdue: "!", open: "•", past: "" };

export const counted = (words, count, lang) => {
  const rule = new Intl.PluralRules(lang === "en" ? "en" : "ru").select(count);
  return words[rule === "one" || rule === "few" ? rule : "many"][lang].replace("{count}", count);
};
export const left = (event, words, lang) => {
  if (event.left === 0) return words.today[lang];
  return event.left > 0 ? words.inDays[lang].replace("{days}", counted(words.days, event.left, lang)) : words.ago[lang].replace("{days}", counted(words.days, -event.left, lang));
};
export const on = (events, day) => events.filter((one) => one.day <= day && one.last >= day);

// One event in a line: its kind by a dot, its state by a word.
export const Line = ({ event, words, onOpen, dated }) => {
  const say = useSay();
  const lang = useLang();
  return jsx("button", { type: "button", className: "event-line", "data-state": event.state, "data-kind": event.kind, "data-event": event.id, onClick: () => onOpen(event) },
    jsx("span", { className: "dot", "aria-hidden": true }),
    jsx("span", { className: "event-words" },
      jsx("span", { className: "event-title" }, say(event.title), event.verified ? null : jsx("span", { className: "soft" }, " *")),
      jsx("span", { className: "soft small" }, [say(words.kinds[event.kind]), event.time && `${event.time}${event.end ? `–${event.end}` : ""}`, dated && left(event, words, lang)].filter(Boolean).join(" · "))),
    jsx("span", { className: `tag state-${event.state}` }, say(words.states[event.state])));
};

const Chip = ({ event, words, roomy, onOpen, onLift }) => {
  const say = useSay();
  return jsx("span", {
    className: "chip", "data-state": event.state, "data-kind": event.kind, "data-event": event.id, draggable: event.movable, title: say(event.title),
    onClick: (press) => { press.stopPropagation(); onOpen(event); },
    onDragStart: (drag) => { drag.dataTransfer.effectAllowed = "move"; drag.dataTransfer.setData("text/plain", event.id); onLift(event); },
  }, SIGNS[event.state] && jsx("b", {}, `${SIGNS[event.state]}\u00a0`), roomy && event.time ? `${event.time} ` : "", say(event.title), event.verified ? null : "\u00a0*");
};

// Months and weeks. `carry` is the event that is being moved from the keyboard.
export const Grid = ({ data, events, focus, words, carry, titleId, roomy, onFocusDay, onEnter, onOpen, onDrop, onCancel, grab }) => {
  const say = useSay();
  const lang = useLang();
  const table = useRef(null);
  const lifted = useRef(null);
  useEffect(() => { if (grab.current) { const cell = table.current?.querySelector(`[data-day="${focus}"]`); if (cell) { cell.focus(); grab.current = false; } } });
  const go = (day) => { grab.current = true; onFocusDay(day); };
  const onKeyDown = (press) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[press.key];
    const place = weekday(focus);
    const to = step ? plusDays(focus, step)
      : press.key === "Home" ? plusDays(focus, -place)
      : press.key === "End" ? plusDays(focus, 6 - place)
      : press.key === "PageUp" ? plusMonths(focus, press.shiftKey ? -12 : -1)
      : press.key === "PageDown" ? plusMonths(focus, press.shiftKey ? 12 : 1) : null;
    if (to) { press.preventDefault(); return go(to); }
    if (press.key === "Enter" || press.key === " ") { press.preventDefault(); return carry ? onDrop(carry, focus) : onEnter(); }
    if (press.key === "Escape" && carry) { press.preventDefault(); onCancel(); }
  };
  const spoken = (one, here) => [
    longDay(one.day, lang), one.day === data.today && say(words.isToday), one.mark ? say(one.mark.name) : one.works ? null : say(words.dayOff),
    here.length ? `${counted(words.events, here.length, lang)}: ${here.slice(0, 5).map((event) => `${say(event.title)}, ${say(words.states[event.state])}`).join("; ")}` : say(words.free),
  ].filter(Boolean).join(". ");
  const cell = (one) => {
    const here = on(events, one.day);
    const most = roomy ? 30 : MOST;
    return jsx("td", {
      key: one.day, role: "gridcell", tabIndex: one.day === focus ? 0 : -1, "aria-selected": one.day === focus, "aria-current": one.day === data.today ? "date" : undefined, "aria-label": spoken(one, here),
      "data-day": one.day, "data-off": one.works ? undefined : "yes", "data-mark": one.mark?.kind, "data-out": !roomy && monthOf(one.day) !== monthOf(data.day) ? "yes" : undefined,
      onClick: () => onFocusDay(one.day), onFocus: () => one.day !== focus && onFocusDay(one.day),
      onDragOver: (drag) => { if (lifted.current) { drag.preventDefault(); drag.currentTarget.dataset.over = "yes"; } },
      onDragLeave: (drag) => { delete drag.currentTarget.dataset.over; },
      onDrop: (drag) => { drag.preventDefault(); delete drag.currentTarget.dataset.over; const event = lifted.current; lifted.current = null; if (event && event.day !== one.day) onDrop(event, one.day); },
    }, jsx("div", { className: "day-in", "aria-hidden": true },
      jsx("span", { className: "day-number number" }, Number(one.day.slice(8)), one.mark && jsx("span", { className: "day-mark" }, say(one.mark.name))),
      jsx("div", { className: "chips" },
        here.slice(0, most).map((event) => jsx(Chip, { key: event.id + event.day, event, words, roomy, onOpen, onLift: (lifting) => { lifted.current = lifting; } })),
        here.length > most && jsx("span", { className: "more soft" }, `+${here.length - most}`))));
  };
  const weeks = Array.from({ length: data.days.length / 7 }, (_, number) => data.days.slice(number * 7, number * 7 + 7));
  return jsx("table", { ref: table, role: "grid", "aria-labelledby": titleId, "aria-describedby": "grid-keys", className: `month ${roomy ? "month-roomy" : ""}`, onKeyDown, "data-carry": carry ? "yes" : undefined },
    jsx("thead", {}, jsx("tr", { role: "row" }, Array.from({ length: 7 }, (_, number) => jsx("th", { key: number, role: "columnheader", scope: "col", abbr: longWeekday(number, lang) }, jsx("abbr", { title: longWeekday(number, lang) }, shortWeekday(number, lang)))))),
    jsx("tbody", {}, weeks.map((days) => jsx("tr", { key: days[0].day, role: "row" }, days.map(cell)))));
};

// Twelve months in a grid of their own; Enter opens one.
// While the month that was opened is on its way, the keyboard waits for it and is not taken back to the year.
export const Year = ({ data, hidden, focus, words, titleId, onFocusDay, onMonth, grab, leaving }) => {
  const say = useSay();
  const lang = useLang();
  const box = useRef(null);
  const chosen = monthOf(focus);
  useEffect(() => { if (grab.current && !leaving) { const cell = box.current?.querySelector(`[data-month="${chosen}"]`); if (cell) { cell.focus(); grab.current = false; } } });
  const onKeyDown = (press) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -3, ArrowDown: 3, PageUp: -12, PageDown: 12 }[press.key];
    const to = step ? plusMonths(focus, step) : press.key === "Home" ? `${focus.slice(0, 4)}-01-01` : press.key === "End" ? `${focus.slice(0, 4)}-12-01` : null;
    if (to) { press.preventDefault(); grab.current = true; return onFocusDay(to); }
    if (press.key === "Enter" || press.key === " ") { press.preventDefault(); onMonth(focus); }
  };
  const months = Array.from({ length: 12 }, (_, number) => `${data.day.slice(0, 4)}-${String(number + 1).padStart(2, "0")}`);
  const cell = (month) => {
    const days = data.days.filter((one) => one.day.startsWith(month));
    const state = (one) => data.worst.find((worst) => Object.entries(one.states).some(([kind, how]) => how === worst && !hidden.has(kind)));
    const count = Object.entries(data.months[month] ?? {}).reduce((sum, [kind, number]) => sum + (hidden.has(kind) ? 0 : number), 0);
    const late = days.some((one) => state(one) === "overdue");
    const label = [monthAlone(`${month}-01`, lang), count ? counted(words.events, count, lang) : say(words.free), late && say(words.states.overdue)].filter(Boolean).join(", ");
    return jsx("div", { key: month, role: "gridcell", tabIndex: month === chosen ? 0 : -1, "data-month": month, "aria-label": label, "aria-selected": month === chosen, className: "small-month", onClick: () => onMonth(`${month}-01`) },
      jsx("div", { "aria-hidden": true },
        jsx("div", { className: "small-title" }, jsx("b", {}, monthAlone(`${month}-01`, lang)), count ? jsx("span", { className: "soft small" }, count) : null),
        jsx("div", { className: "small-days" },
          Array.from({ length: weekday(`${month}-01`) }, (_, number) => jsx("i", { key: `x${number}` })),
          days.map((one) => jsx("i", { key: one.day, "data-off": one.works ? undefined : "yes", "data-today": one.day === data.today ? "yes" : undefined, "data-state": state(one) }, Number(one.day.slice(8)))))));
  };
  return jsx("div", { ref: box, role: "grid", "aria-labelledby": titleId, className: "year", onKeyDown },
    [0, 3, 6, 9].map((from) => jsx("div", { key: from, role: "row", className: "year-row" }, months.slice(from, from + 3).map(cell))));
};

export const Agenda = ({ data, words, onOpen, onMore }) => {
  const say = useSay();
  const lang = useLang();
  const byDay = new Map();
  for (const event of data.events) byDay.set(event.day, [...(byDay.get(event.day) ?? []), event]);
  if (!data.events.length && !data.overdue.length) return jsx("p", { className: "card" }, say(words.nothingAhead));
  const block = (key, title, list) => jsx("section", { key, className: "agenda-day" },
    jsx("h3", {}, title), jsx("ul", {}, list.map((event) => jsx("li", { key: event.id + event.day }, jsx(Line, { event, words, onOpen, dated: true })))));
  return jsx("div", { className: "agenda" },
    data.overdue.length > 0 && block("overdue", say(words.states.overdue), data.overdue),
    [...byDay].map(([day, list]) => block(day, `${longDay(day, lang)}${daysBetween(data.today, day) === 0 ? `, ${say(words.isToday)}` : ""}`, list)),
    data.moreFrom && jsx("button", { type: "button", className: "button button-second", onClick: () => onMore(data.moreFrom) }, say(words.more)));
};
