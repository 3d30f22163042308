// One chosen file: its picture, what is doubtful about it, its place among the others, and how far it has got.
import { jsx } from "@emotion/react";
import { Link } from "react-router";
import { Doubts } from "$/public/doubts.js";
import { lang, useSay } from "$/public/say.js";

export const size = (bytes, words) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} ${words.kb}` : `${(bytes / 1024 / 1024).toLocaleString(lang(), { maximumFractionDigits: 1 })} ${words.mb}`;

const DRAGGED = "application/x-medportal-piece";

export const Piece = ({ piece, at, count, words, opens, sortable, busy, onMove, onDrop, onRetake, onSure, onCancel }) => {
  const say = useSay();
  const { id, file, state, share, doubts, sure } = piece;
  const sending = ["sending", "lost", "held"].includes(state);
  const dragging = !sortable ? {} : {
    draggable: true,
    onDragStart: (event) => { event.dataTransfer.setData(DRAGGED, id); event.dataTransfer.effectAllowed = "move"; },
    onDragOver: (event) => { if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault(); },
    onDrop: (event) => { const moved = event.dataTransfer.getData(DRAGGED); if (moved) { event.preventDefault(); event.stopPropagation(); onMove(moved, at); } },
  };
  const state_text = { sending: words.state_sending, lost: words.state_lost, held: words.state_held, done: words.state_done, sent: words.state_sent, failed: words.state_failed, refused: words.state_refused }[state];
  const tone = { done: "ok", sent: "ok", failed: "warn", lost: "warn", held: "warn", refused: "danger", sending: "info" }[state];
  return jsx("li", { className: "piece", "data-state": state, "data-file": file.name, ...dragging },
    jsx("div", { className: "piece-picture" },
      piece.preview ? jsx("img", { src: piece.preview, alt: "", draggable: false }) : jsx("span", { className: "piece-kind", "aria-hidden": true }, file.type === "application/pdf" ? "PDF" : "?"),
      sortable && jsx("span", { className: "piece-place number" }, at + 1)),
    jsx("div", { className: "piece-words" },
      jsx("span", { className: "piece-name" }, file.name),
      jsx("span", { className: "soft small number" }, size(file.size, words), state_text && jsx("span", { className: `tag tag-${tone}`, style: { marginInlineStart: "0.6rem" } }, state_text)),
      sending && jsx("progress", { className: "upload-bar", max: 1, value: share, "aria-label": say(words.progress, { name: file.name }) }),
      state === "done" && opens && jsx(Link, { to: `/documents/view?id=${piece.document}` }, words.open),
      (piece.told || piece.trouble) && jsx("p", { className: "wrong small", role: "alert" }, piece.told ? say(piece.told) : words[piece.trouble])),
    jsx("div", { className: "piece-acts" },
      sortable && !busy && count > 1 && jsx("button", { type: "button", className: "tool-button", id: `up-${id}`, disabled: at === 0, "aria-label": say(words.up, { name: file.name }), onClick: () => onMove(id, at - 1, "up") }, "↑"),
      sortable && !busy && count > 1 && jsx("button", { type: "button", className: "tool-button", id: `down-${id}`, disabled: at === count - 1, "aria-label": say(words.down, { name: file.name }), onClick: () => onMove(id, at + 1, "down") }, "↓"),
      sending && jsx("button", { type: "button", className: "textual", onClick: onCancel, "aria-label": say(words.cancel_of, { name: file.name }) }, words.cancel),
      !sending && !busy && state !== "done" && jsx("button", { type: "button", className: "tool-button", "aria-label": say(words.remove, { name: file.name }), onClick: () => onDrop(piece) }, "×")),
    state === "chosen" && doubts.length > 0 && jsx(Doubts, { id, doubts, sure, words, onRetake: () => onRetake(piece), onSure }));
};
