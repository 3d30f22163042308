// The calendar: what it shows is fetched by the person's session, one request for a view; deeds are events.
import { jsx } from "@emotion/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { act } from "$/public/bridge.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { useLang, useSay } from "$/public/say.js";
import { Lost } from "$/public/calendar-parts.js";
import { EventSheet, FormSheet } from "$/public/calendar-sheet.js";
import { daySpan, longDay, monthName, monthOf, plainDay, plusDays, plusMonths, weekday } from "$/public/calendar-dates.js";
import { Agenda, Grid, Line, Year, on } from "$/public/calendar-views.js";

const VIEWS = ["month", "week", "year", "agenda"];
const NARROW = 720;
const startOf = () => {
  const asked = new URLSearchParams(location.search);
  const view = asked.get("view");
  const day = asked.get("day");
  return {
    view: VIEWS.includes(view) ? view : window.innerWidth < NARROW ? "agenda" : "month",
    day: /^\d{4}-\d\d-\d\d$/.test(day ?? "") ? day : "",
  };
};

export const Calendar = ({ source, words, fields, version, nudges, undo, problems, attempt, onSave, onMove, onDelete, onUndo, onDone, onSnooze }) => {
  const say = useSay();
  const lang = useLang();
  const [at, setAt] = useState(null);
  const [focus, setFocus] = useState("");
  const [data, setData] = useState(null);
  const [lost, setLost] = useState(false);
  const [busy, setBusy] = useState(false);
  const [hidden, setHidden] = useState(() => new Set());
  const [open, setOpen] = useState(null);
  const [gone, setGone] = useState(false);
  const [carry, setCarry] = useState(null);
  const grab = useRef(false);
  const asked = useRef(0);
  const side = useRef(null);
  const swipe = useRef(null);

  useEffect(() => { setAt(startOf()); }, []);
  const only = [...hidden].sort().join(",");
  const kinds = at?.view === "agenda" && hidden.size ? Object.keys(words.kinds).filter((kind) => !hidden.has(kind)).join(",") : "";

  useEffect(() => {
    if (!at) return;
    const number = ++asked.current;
    setBusy(true);
    const query = new URLSearchParams({ view: at.view, ...(at.day ? { day: at.day } : {}), ...(kinds ? { kinds } : {}), ...(at.from ? { from: at.from } : {}) });
    fetchPrivate(`${source}/view?${query}`).then((got) => {
      if (number !== asked.current) return;
      setData((was) => (at.from && was?.view === "agenda" ? { ...got, overdue: was.overdue, events: [...was.events, ...got.events] } : got));
      setFocus((was) => (was && (got.view === "agenda" || !got.days || got.days.some((one) => one.day === was)) ? was : got.day));
      setBusy(false);
      setLost(false);
      const place = new URLSearchParams({ view: at.view, ...(at.day ? { day: at.day } : {}) });
      history.replaceState(history.state, "", `${location.pathname}?${place}${location.hash}`);
    }, () => { if (number === asked.current) { setLost(true); setBusy(false); } });
  }, [at, version, nudges, kinds, source]);

  // A line under the bell leads to its event.
  useEffect(() => {
    const look = () => { const id = /^#event-([0-9a-f-]{36})$/.exec(location.hash)?.[1]; if (id) { setGone(false); fetchPrivate(`${source}/events/${id}`).then((got) => setOpen({ what: "event", event: got }), (error) => setGone(error.message === "404")); } };
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, [source]);

  const again = () => setAt((was) => ({ ...was }));
  const turn = useCallback((change) => { setGone(false); setAt((was) => ({ ...was, from: undefined, ...change })); }, []);
  const step = (sign) => {
    const day = data?.day ?? focus;
    const to = at.view === "week" ? plusDays(day, 7 * sign) : at.view === "year" ? plusMonths(day, 12 * sign) : plusMonths(day, sign);
    setFocus(to);
    turn({ day: to });
  };
  const focusDay = (day) => {
    setFocus(day);
    const shown = at.view === "week" ? plusDays(data.day, -weekday(data.day)) === plusDays(day, -weekday(day)) : at.view === "year" ? day.slice(0, 4) === data.day.slice(0, 4) : monthOf(day) === monthOf(data.day);
    if (!shown && (grab.current || at.view === "year")) turn({ day });
  };
  const name = data && (at.view === "year" ? data.day.slice(0, 4) : at.view === "agenda" ? say(words.views.agenda) : at.view === "week" ? daySpan(data.first, data.last, lang) : monthName(data.day, lang));
  const toggle = (kind) => setHidden((was) => { const now = new Set(was); if (!now.delete(kind)) now.add(kind); return now; });
  const openEvent = (event) => setOpen({ what: "event", event });
  const close = () => { setOpen(null); if (location.hash) history.replaceState(history.state, "", location.pathname + location.search); };
  const drop = (event, to, scope = "one") => {
    setCarry(null);
    onMove({ id: event.id, to, occurrence: event.repeats && scope === "one" ? event.day : "" });
    const said = plainDay(to, lang);
    act("announce", { ru: words.moved.ru.replace("{day}", said), en: words.moved.en.replace("{day}", said) });
    setFocus(to);
    grab.current = at.view === "month" || at.view === "week";
    close();
  };
  const startCarry = (event) => {
    close();
    setCarry(event);
    setFocus(event.day);
    grab.current = true;
    if (at.view === "month" || at.view === "week") focusDay(event.day);
    else turn({ view: "month", day: event.day });
  };
  // One finger across turns the page, at once and without motion; a sheet that is open has its own fingers, two of them zoom.
  const touch = {
    onTouchStart: (event) => { swipe.current = event.touches.length === 1 && !open ? [event.touches[0].clientX, event.touches[0].clientY] : null; },
    onTouchCancel: () => { swipe.current = null; },
    onTouchEnd: (event) => {
      const from = swipe.current;
      swipe.current = null;
      if (!from || at.view === "agenda") return;
      const [dx, dy] = [event.changedTouches[0].clientX - from[0], event.changedTouches[0].clientY - from[1]];
      if (Math.abs(dx) > 60 && Math.abs(dy) < 40) step(dx < 0 ? 1 : -1);
    },
  };

  if (!at || !data) return jsx("div", { className: "card calendar-empty", "aria-busy": !lost }, lost ? jsx(Lost, { words, again }) : jsx("p", { className: "soft" }, say(words.wait)));
  const events = (data.events ?? []).filter((one) => !hidden.has(one.kind));
  const gridded = data.view === "month" || data.view === "week";
  const here = gridded ? on(events, focus) : [];
  const legend = Object.keys(words.kinds).filter((kind) => data.counts[kind] || hidden.has(kind));

  const bar = jsx("div", { className: "calendar-bar" },
    jsx("div", { className: "row calendar-turn" },
      at.view !== "agenda" && jsx("button", { type: "button", className: "quiet square", "aria-label": say(words.previous), onClick: () => step(-1) }, "‹"),
      at.view !== "agenda" && jsx("button", { type: "button", className: "quiet square", "aria-label": say(words.next), onClick: () => step(1) }, "›"),
      jsx("h2", { id: "calendar-title", "aria-live": "polite" }, name),
      jsx("button", { type: "button", className: "quiet bordered", onClick: () => { setFocus(data.today); turn({ day: data.today }); } }, say(words.todayButton))),
    jsx("div", { className: "row" },
      jsx("div", { className: "segments", role: "group", "aria-label": say(words.viewsLabel) }, VIEWS.map((view) => jsx("button", { key: view, type: "button", "data-view": view, "aria-pressed": at.view === view, onClick: () => turn({ view, day: focus || at.day }) }, say(words.views[view])))),
      jsx("button", { type: "button", className: "button button-main small-button", id: "new-event", onClick: () => setOpen({ what: "form", form: { day: focus || data.today } }) }, say(words.newButton))));
  const filters = legend.length > 0 && jsx("div", { className: "legend", role: "group", "aria-label": say(words.legend) }, legend.map((kind) => jsx("button", { key: kind, type: "button", "data-kind": kind, "aria-pressed": !hidden.has(kind), onClick: () => toggle(kind) },
    jsx("span", { className: "dot", "aria-hidden": true }), say(words.kinds[kind]), jsx("span", { className: "soft number" }, data.counts[kind] ?? 0))));
  const body = data.view === "agenda" ? jsx(Agenda, { data: { ...data, events, overdue: data.overdue.filter((one) => !hidden.has(one.kind)) }, words, onOpen: openEvent, onMore: (from) => setAt((was) => ({ ...was, from })) })
    : data.view === "year" ? jsx(Year, { data, hidden, focus, words, titleId: "calendar-title", grab, leaving: at.view !== "year", onFocusDay: focusDay, onMonth: (day) => { grab.current = true; setFocus(day); turn({ view: "month", day }); } })
    : jsx(Grid, { data, events, focus, words, carry, roomy: data.view === "week", titleId: "calendar-title", grab, onFocusDay: focusDay, onEnter: () => side.current?.focus(), onOpen: openEvent, onDrop: drop, onCancel: () => { setCarry(null); act("announce", words.carryOff); } });
  const day = gridded && jsx("aside", { className: "card day-side stack", style: { "--gap": "0.75rem" }, "aria-labelledby": "day-title" },
    jsx("h3", { id: "day-title", ref: side, tabIndex: -1 }, longDay(focus, lang)),
    data.days.find((one) => one.day === focus)?.mark && jsx("p", { className: "tag tag-warn", style: { whiteSpace: "normal" } }, say(data.days.find((one) => one.day === focus).mark.name)),
    here.length ? jsx("ul", { className: "day-list" }, here.map((event) => jsx("li", { key: event.id + event.day }, jsx(Line, { event, words, onOpen: openEvent })))) : jsx("p", { className: "soft" }, say(words.free)),
    jsx("button", { type: "button", className: "textual", onClick: () => setOpen({ what: "form", form: { day: focus } }) }, say(words.newOnDay)));

  return jsx("section", { className: "calendar stack", "aria-labelledby": "calendar-title", "aria-busy": busy, "data-view": data.view, "data-shown": data.day, ...touch },
    bar, filters,
    lost && jsx(Lost, { words, again }),
    gone && jsx("p", { role: "status", className: "notice notice-info", id: "event-gone" }, say(words.eventGone)),
    carry && jsx("p", { role: "status", className: "notice notice-info" }, say(words.carrying, { title: say(carry.title) })),
    undo?.id && jsx("p", { role: "status", className: "notice notice-info undo" }, jsx("span", {}, say(words.removed), " ", jsx("button", { type: "button", className: "textual", id: "undo", onClick: () => onUndo() }, say(words.restore)))),
    jsx("p", { id: "grid-keys", className: "unseen" }, say(words.keys)),
    jsx("div", { className: gridded ? "calendar-two" : undefined }, body, day),
    events.some((one) => !one.verified) && jsx("p", { className: "soft small" }, "* ", say(words.unverified)),
    open?.what === "event" && jsx(EventSheet, {
      key: open.event.id + open.event.day, event: open.event, words, source, version, onClose: close,
      onEdit: (event) => setOpen({ what: "form", form: event }), onCarry: startCarry, onMove: drop,
      onDelete: (event, scope) => { onDelete({ id: event.id, occurrence: event.repeats && scope === "one" ? event.day : "" }); close(); },
      onDone: (deed) => { onDone(deed); close(); }, onSnooze: (deed) => { onSnooze(deed); close(); },
    }),
    open?.what === "form" && jsx(FormSheet, { form: open.form, words, fields, source, version, problems, attempt, onClose: close, onSave }));
};
