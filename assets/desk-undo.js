// Decisions that can still be taken back: for some seconds each, with a button, and by the key Z. The server decides what
// is too late; the clock of the page only counts what is left from the moment it heard.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";
import { KEPT, typing } from "$/public/desk.js";
import { useSay } from "$/public/say.js";

export const UndoBar = ({ offers, now, message, words, listens, onUndo, onOver }) => {
  const say = useSay();
  const heard = useRef({ server: 0, here: 0 });
  const [, tick] = useState(0);
  if (heard.current.server !== now) heard.current = { server: now, here: Date.now() };
  const left = (one) => Math.ceil((one.until - heard.current.server - (Date.now() - heard.current.here)) / 1000);
  const live = (offers ?? []).filter((one) => left(one) > 0);
  const waiting = (offers ?? []).length > 0;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => tick((was) => was + 1), 500);
    return () => clearInterval(timer);
  }, [waiting]);
  useEffect(() => { if (waiting && live.length < offers.length) onOver(); }, [waiting, live.length]);
  useEffect(() => {
    if (!listens) return undefined;
    const press = (event) => {
      if (event.code !== "KeyZ" || event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target) || !waiting || localStorage.getItem(KEPT) === "off") return;
      event.preventDefault();
      onUndo("");
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [listens, waiting, onUndo]);
  const newest = live[0];
  return jsx("div", {},
    jsx("p", { role: "status", className: "unseen" }, newest ? say(words.spoken, { done: newest.words }) : ""),
    message?.ru && jsx("p", { className: "notice notice-warn", role: "alert" }, say(message)),
    live.length > 0 && jsx("ul", { className: "undo", "aria-label": say(words.label) }, live.map((one, place) =>
      jsx("li", { key: one.case, className: "notice notice-ok" }, jsx("div", { className: "row spread" },
        jsx("span", {}, say(one.words), " ", jsx("span", { className: "soft small number", "aria-hidden": true }, say(words.left, { seconds: left(one) }))),
        jsx("button", { type: "button", className: "button button-second", "data-undo": one.case, onClick: () => onUndo(one.case) }, say(words.undo), place === 0 && jsx("kbd", { "aria-hidden": true }, "Z")))))));
};
