// What the person types off a document, by the fields of its kind; and the slot of a detached signature.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";
import { AppealForm } from "$/public/appeal.js";
import { useSay } from "$/public/say.js";
import { changed, sendSignature } from "$/public/sending.js";
import { useOpen } from "$/public/viewer.js";

const MOST_SIGNATURE = 10 * 1024 * 1024;

// `problems`: what the server found, by field; `saved`: how many times it has kept the form.
export const OwnFields = ({ problems, saved, onFillIn }) => {
  const { view, words, id, say } = useOpen();
  const form = useRef(null);
  const [asked, setAsked] = useState(saved);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    setBusy(false);
    if (problems.length) form.current?.elements.namedItem(problems[0].field)?.focus();
    if (saved !== asked && !problems.length) { setAsked(saved); changed(); }
  }, [problems, saved]);
  if (!view.fields.length || !view.may.fill_in) return jsx(Typed, {});
  const hand = (event) => {
    event.preventDefault();
    setBusy(true);
    onFillIn({ id, values: Object.fromEntries(new FormData(form.current)) });
  };
  return jsx("section", { className: "card stack tight-card", "aria-labelledby": "own-title" },
    jsx("h2", { id: "own-title" }, words.own_title),
    jsx("form", { ref: form, id: "own-fields", className: "stack", onSubmit: hand, noValidate: true },
      view.fields.map((one) => {
        const wrong = problems.find((problem) => problem.field === one.name);
        const hint = one.shape !== "text";
        return jsx("div", { key: one.name, className: `field${wrong ? " field-bad" : ""}` },
          jsx("label", { htmlFor: `own-${one.name}` }, say(one.label), !one.required && jsx("span", { className: "soft", style: { fontWeight: 400 } }, " ", words.optional)),
          hint && jsx("span", { className: "hint", id: `own-${one.name}-hint` }, words.day_hint),
          wrong && jsx("span", { className: "wrong", id: `own-${one.name}-wrong`, role: "alert" }, say(wrong.text)),
          jsx("input", { id: `own-${one.name}`, name: one.name, type: "text", className: `input ${hint ? "w-sm" : one.length > 60 ? "" : "w-md"}`, defaultValue: view.values.typed[one.name] ?? "", maxLength: one.length * 2, autoComplete: "off",
            inputMode: hint ? "numeric" : undefined, "aria-required": one.required || undefined, "aria-invalid": wrong ? true : undefined,
            "aria-describedby": [hint && `own-${one.name}-hint`, wrong && `own-${one.name}-wrong`].filter(Boolean).join(" ") || undefined }));
      }),
      jsx("div", { className: "row" },
        jsx("button", { type: "submit", className: "button button-main", disabled: busy }, words.save),
        jsx("span", { role: "status", className: "right" }, saved > 0 && !problems.length && !busy ? words.saved : ""))));
};

// A refusal of staff, of the document that is open.
export const Appeal = ({ version, ...form }) => {
  const { view, id } = useOpen();
  if (!view.review?.may_appeal || view.card.state !== "rejected" || view.card.binned) return null;
  return jsx(AppealForm, { ...form, subject: id, version });
};

// When it can no longer be changed, what was typed is only shown.
const Typed = () => {
  const { view, words, say } = useOpen();
  const rows = view.fields.filter((one) => view.values.typed[one.name]);
  if (!rows.length) return null;
  return jsx("section", { className: "card stack tight-card", "aria-labelledby": "own-title" },
    jsx("h2", { id: "own-title" }, words.own_title),
    jsx("dl", { className: "answers" }, rows.map((one) => jsx("div", { key: one.name }, jsx("dt", {}, say(one.label)), jsx("dd", { "data-private": one.name }, view.values.typed[one.name])))));
};

// Signature files go here and nowhere else; documents do not.
export const SignatureSlot = () => {
  const { view, words, id } = useOpen();
  const say = useSay();
  const [state, setState] = useState({ share: null, trouble: null });
  if (!view.may.sign) return null;
  const take = async (file) => {
    if (!file) return;
    if (!/\.(sig|p7s)$/i.test(file.name)) return setState({ share: null, trouble: words.signature_type });
    if (!file.size || file.size > MOST_SIGNATURE) return setState({ share: null, trouble: words.bad_size });
    setState({ share: 0, trouble: null });
    const answer = await sendSignature(id, file, { signal: new AbortController().signal, onProgress: (share) => setState({ share, trouble: null }) });
    setState({ share: null, trouble: answer.taken ? null : answer.body.text ?? words.not_sent });
    if (answer.taken) changed();
  };
  return jsx("section", { className: "card stack tight-card", "aria-labelledby": "signature-title" },
    jsx("h2", { id: "signature-title" }, words.signature_title),
    jsx("p", { className: "hint" }, words.signature_hint),
    jsx("div", {}, jsx("label", { className: "button button-second file-button" }, words.signature_choose,
      jsx("input", { type: "file", id: "signature-file", accept: ".sig,.p7s", className: "file-input", onChange: (event) => { take(event.target.files[0]); event.target.value = ""; } }))),
    state.share !== null && jsx("progress", { className: "upload-bar", max: 1, value: state.share, "aria-label": words.signature_title }),
    state.trouble && jsx("p", { className: "wrong", role: "alert" }, say(state.trouble)));
};
