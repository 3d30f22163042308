// What is doubtful about a photo before it is sent: said at once, and sent all the same when the person wants it so.
import { jsx } from "@emotion/react";

export const Doubts = ({ id, doubts, sure, words, onRetake, onSure }) =>
  jsx("div", { className: "mend", id: `doubt-${id}`, tabIndex: -1, role: "group", "aria-label": words.doubt, "data-doubts": doubts.join(" ") },
    jsx("div", { className: "grid gap-1" }, doubts.map((one) => jsx("span", { key: one }, words[`doubt_${one}`]))),
    sure ? jsx("span", {}, words.sure_said) : jsx("div", { className: "row" },
      jsx("button", { type: "button", className: "textual", onClick: onRetake }, words.retake),
      jsx("button", { type: "button", className: "textual", onClick: onSure }, words.sure)));
