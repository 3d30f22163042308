// The bell: how many lines were not read stands in the state; the words are the person's own and are fetched when asked for.
import { jsx } from "@emotion/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { act } from "$/public/bridge.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { useSay } from "$/public/say.js";

const PATH = "M6 9a6 6 0 1 1 12 0c0 5 2 6 2 6H4s2-1 2-6m4 10a2 2 0 0 0 4 0";
const drawing = jsx("svg", { className: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.8, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true }, jsx("path", { d: PATH }));
const filled = (pair, count) => ({ ru: pair.ru.replace("{count}", count), en: pair.en.replace("{count}", count) });

export const Bell = ({ unread, nudges, source, words, onLook, onRead, onReadAll }) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [lines, setLines] = useState(null);
  const [more, setMore] = useState(false);
  const box = useRef(null);
  const button = useRef(null);
  const heard = useRef(null);

  useEffect(() => { onLook(); }, [nudges]);

  const load = useCallback(async (before) => {
    try {
      const got = await fetchPrivate(before ? `${source}?before=${before}` : source);
      setLines((was) => (before ? [...(was ?? []), ...got.lines] : got.lines));
      setMore(got.more);
    } catch { setLines((was) => was ?? "lost"); }
  }, [source]);

  // What is open shows what is true; what is new is said once, politely.
  useEffect(() => {
    if (open) load();
    if (heard.current !== null && unread > heard.current) act("announce", filled(words.announce, unread));
    heard.current = unread;
  }, [unread, open, load]);

  const close = useCallback((back) => { setOpen(false); setLines(null); if (back) button.current?.focus(); }, []);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event) => { if (!box.current?.contains(event.target)) close(false); };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open, close]);
  const onKeyDown = (event) => { if (event.key === "Escape" && open) { event.stopPropagation(); close(true); } };
  const onBlur = (event) => { if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) close(false); };
  const read = (line) => {
    if (!line.read) onRead(line.id);
    setLines((was) => was.map((one) => (one === line ? { ...one, read: true } : one)));
  };
  const readAll = () => { onReadAll(); setLines((was) => was.map((one) => ({ ...one, read: true }))); button.current?.focus(); };

  const row = (line) => jsx("li", { key: line.id, "data-read": line.read ? "yes" : "no" },
    line.link ? jsx(Link, { to: line.link, onClick: () => { read(line); close(false); } }, say(line.title)) : jsx("strong", {}, say(line.title)),
    jsx("p", {}, say(line.body)),
    jsx("div", { className: "row" },
      jsx("span", { className: "soft small number" }, line.at),
      line.read ? null : jsx("button", { type: "button", className: "textual small", onClick: (event) => { event.currentTarget.closest("li")?.querySelector("a")?.focus(); read(line); } }, say(words.read))));
  const list = lines === "lost" ? jsx("p", { role: "alert" }, say(words.lost))
    : lines === null ? jsx("p", { className: "soft" }, say(words.wait))
    : lines.length ? jsx("ul", {}, lines.map(row)) : jsx("p", { className: "soft" }, say(words.empty));

  return jsx("div", { className: "bell", ref: box, onKeyDown, onBlur },
    jsx("button", { type: "button", ref: button, id: "bell", className: "quiet", "aria-expanded": open, "aria-controls": "bell-panel", "data-unread": unread, onClick: () => (open ? close(false) : setOpen(true)) },
      drawing,
      jsx("span", { className: "unseen" }, unread ? say(filled(words.some, unread)) : say(words.none)),
      unread ? jsx("span", { className: "bell-count number", "aria-hidden": true }, unread > 99 ? "99+" : unread) : null),
    open && jsx("section", { id: "bell-panel", className: "bell-panel", "aria-labelledby": "bell-title" },
      jsx("div", { className: "row bell-top" },
        jsx("h2", { id: "bell-title" }, say(words.title)),
        unread ? jsx("button", { type: "button", className: "textual", onClick: readAll }, say(words.readAll)) : null),
      list,
      more && Array.isArray(lines) && jsx("button", { type: "button", className: "button button-second", onClick: () => load(lines.at(-1).id) }, say(words.more))));
};
