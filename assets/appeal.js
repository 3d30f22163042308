// A refusal may be appealed against once; the words go to the handler and stay nowhere.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";

// `version` grows with every answer: what was sent is over then, whatever came of it.
export const AppealForm = ({ subject, title, hint, label, send, version, onAppeal }) => {
  const form = useRef(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => setBusy(false), [version, subject]);
  const hand = (event) => {
    event.preventDefault();
    setBusy(true);
    onAppeal({ id: subject, words: String(new FormData(form.current).get("words") ?? "") });
    setTimeout(() => setBusy(false), 4000);
  };
  return jsx("details", { className: "card appeal", id: "appeal" },
    jsx("summary", {}, title),
    jsx("form", { ref: form, className: "stack", onSubmit: hand },
      jsx("p", { className: "hint", id: "appeal-hint" }, hint),
      jsx("label", { className: "field" }, jsx("span", { className: "label" }, label),
        jsx("textarea", { name: "words", className: "input", rows: 4, maxLength: 2000, required: true, "aria-describedby": "appeal-hint" })),
      jsx("div", {}, jsx("button", { type: "submit", className: "button button-second", disabled: busy }, send))));
};
