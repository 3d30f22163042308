// Adding documents: dropped, chosen, pasted or taken by the phone's camera; several photos put in order and joined
// to one document; progress, cancel, and again after a lost connection. The server decides about every file.
import { jsx } from "@emotion/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { lookAt } from "$/public/picture-check.js";
import { CANCELLED, changed, discard, finish, newId, sendPart } from "$/public/sending.js";
import { useSay } from "$/public/say.js";
import { useMounted } from "$/public/documents.js";
import { Piece } from "$/public/uploader-piece.js";

export const MOST_BYTES = 10 * 1024 * 1024;
export const MOST_PAGES = 10;
const TYPES = { pdf: "application/pdf", jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png" };
const ACCEPT = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";
const BUSY = new Set(["sending", "lost", "held"]);
const OPEN = new Set(["chosen", "failed"]);

const ending = (name) => name.toLowerCase().split(".").at(-1);
const isPicture = (piece) => piece.file.type.startsWith("image/");

// What can be said before anything is sent; the names of the words that say it.
const objection = (file) => {
  if (/\.(sig|p7s)$/i.test(file.name)) return "bad_signature";
  if (!(ending(file.name) in TYPES)) return "bad_type";
  if (!file.size) return "bad_empty";
  return file.size > MOST_BYTES ? "bad_size" : "";
};

const pieceOf = (file, words) => {
  // A photo from the clipboard has no name worth keeping.
  const named = file.name ? file : new File([file], `${words.pasted}.${file.type.split("/")[1] ?? "png"}`, { type: file.type });
  const typed = named.type ? named : new File([named], named.name, { type: TYPES[ending(named.name)] ?? "" });
  const refused = objection(typed);
  return { id: newId(), file: typed, preview: !refused && typed.type.startsWith("image/") ? URL.createObjectURL(typed) : "", doubts: [], sure: false, state: refused ? "refused" : "chosen", trouble: refused, share: 0 };
};

// With `client` the panel belongs to one person at an operator's table: it is always open and leads to no viewer.
export const Uploader = ({ words, kinds, client = "" }) => {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const mounted = useMounted();
  const open = mounted && (Boolean(client) || search.has("add"));
  const instead = client ? "" : search.get("instead") ?? "";
  const [pieces, setPieces] = useState([]);
  const [kind, setKind] = useState("");
  const [joined, setJoined] = useState(true);
  const [over, setOver] = useState(false);
  const [trouble, setTrouble] = useState("");
  const [said, setSaid] = useState("");
  const head = useRef(null);
  const chooser = useRef(null);
  const again = useRef(null); // the piece for which another photo is being chosen
  const aborts = useRef(new Map());

  const change = useCallback((id, patch) => setPieces((was) => was.map((one) => (one.id === id ? { ...one, ...patch } : one))), []);
  const note = (sentence, values) => setSaid(say(sentence, values));

  useEffect(() => {
    if (!open || client) return;
    const wanted = search.get("add");
    if (kinds.some((one) => one.key === wanted)) setKind(wanted);
    head.current?.focus();
  }, [open, search.get("add")]);

  const look = useCallback((piece) => { if (piece.preview) lookAt(piece.file).then((doubts) => doubts.length && change(piece.id, { doubts })); }, [change]);

  const add = useCallback((files) => {
    const list = [...(files ?? [])];
    if (!list.length) return;
    const fresh = list.map((file) => pieceOf(file, words));
    const old = again.current;
    again.current = null;
    setTrouble("");
    setPieces((was) => (old ? was.flatMap((one) => (one.id === old ? fresh : [one])) : [...was, ...fresh]));
    fresh.forEach(look);
    setSaid(say(words.added, { count: fresh.length }));
  }, [words, look, say]);

  // Dropped anywhere on the page, pasted anywhere but in a field.
  useEffect(() => {
    const carries = (event) => event.dataTransfer?.types?.includes("Files");
    const enter = (event) => { if (carries(event)) { event.preventDefault(); setOver(true); } };
    const leave = (event) => { if (!event.relatedTarget) setOver(false); };
    const drop = (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(false);
      show();
      add(event.dataTransfer.files);
    };
    const paste = (event) => {
      if (!event.clipboardData?.files.length || event.target.closest?.("input, textarea, [contenteditable]")) return;
      event.preventDefault();
      show();
      add(event.clipboardData.files);
    };
    const show = () => client || setSearch((now) => { if (!now.has("add")) now.set("add", ""); return now; }, { replace: true, preventScrollReset: true });
    const all = { dragenter: enter, dragover: enter, dragleave: leave, drop, paste };
    Object.entries(all).forEach(([name, act]) => window.addEventListener(name, act));
    return () => Object.entries(all).forEach(([name, act]) => window.removeEventListener(name, act));
  }, [add, client, setSearch]);

  const busy = pieces.some((one) => BUSY.has(one.state));
  useEffect(() => {
    if (!busy) return undefined;
    const hold = (event) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [busy]);

  const waiting = pieces.filter((one) => OPEN.has(one.state));
  const pictures = waiting.filter(isPicture);
  const together = joined && pictures.length > 1;

  const drop = (piece) => {
    aborts.current.get(piece.id)?.abort();
    if (piece.begun) discard(piece.begun);
    if (piece.preview) URL.revokeObjectURL(piece.preview);
    setPieces((was) => was.filter((one) => one.id !== piece.id));
    note(words.removed, { name: piece.file.name });
    head.current?.focus();
  };
  const move = (id, to, way) => {
    setPieces((was) => {
      const from = was.findIndex((one) => one.id === id);
      if (from < 0 || to < 0 || to >= was.length || from === to) return was;
      const list = [...was];
      list.splice(to, 0, ...list.splice(from, 1));
      return list;
    });
    note(words.moved, { place: to + 1, count: pieces.length });
    // The row was moved with the button in it, and the browser lets go of what moves: the keyboard goes on from there.
    if (way) setTimeout(() => [way, "up", "down"].map((one) => document.getElementById(`${one}-${id}`)).find((one) => one && !one.disabled)?.focus(), 30);
  };
  const retake = (piece) => { again.current = piece.id; chooser.current?.click(); };

  // One document: its files one after another under one number, then the word that all are there. A number is kept for
  // another attempt as long as the files and their order are the same: what had arrived is then not taken in twice.
  const begin = async (parts) => {
    const kept = parts[0].upload && parts.every((one, ordinal) => one.upload === parts[0].upload && one.ordinal === ordinal && one.of === parts.length);
    if (kept) return parts[0].upload;
    for (const old of new Set(parts.map((one) => one.begun).filter(Boolean))) await discard(old);
    const upload = newId();
    parts.forEach((one, ordinal) => change(one.id, { upload, ordinal, of: parts.length, begun: "" }));
    return upload;
  };
  const sendDocument = async (parts) => {
    const upload = await begin(parts);
    const abort = new AbortController();
    const every = (patch) => parts.forEach((one) => change(one.id, patch));
    parts.forEach((one) => aborts.current.set(one.id, abort));
    every({ state: "sending", share: 0, trouble: "", told: null });
    let begun = "";
    const how = (piece) => ({
      signal: abort.signal,
      onProgress: (share) => change(piece.id, { state: "sending", share }),
      // The line is dead, or the portal says why it cannot take the file now: either way it is tried again.
      onLost: ({ status, body }) => { change(piece.id, { state: status ? "held" : "lost", told: body.text ?? null }); note(body.text ?? (status ? words.state_held : words.lost)); },
    });
    for (const [ordinal, piece] of parts.entries()) {
      const answer = await sendPart({ kind, upload, ordinal, replaces: instead, client, file: piece.file }, how(piece));
      if (!answer.taken) return stop(parts, piece, begun, answer);
      begun = answer.body.document;
      every({ begun });
      change(piece.id, { state: "sent", share: 1, told: null });
      if (parts.length > 2 && ordinal === Math.floor(parts.length / 2) - 1) note(words.half);
    }
    const last = parts.at(-1);
    const answer = await finish(begun, parts.length, how(last));
    if (!answer.taken) return stop(parts, last, begun, answer);
    every({ state: "done", share: 1, document: begun, begun: "" });
    note(words.done);
    return changed();
  };
  // Not taken in: a cancelled or failed upload may be tried again as it is; a refused file has to go.
  const stop = (parts, piece, begun, { status, body }) => {
    const cancelled = status === CANCELLED;
    const refused = !cancelled && Boolean(body.text) && status < 500 && status !== 429;
    parts.forEach((one) => change(one.id, { state: cancelled ? "chosen" : "failed", share: 0, sure: true, ...(refused && { upload: "", begun: "", state: "chosen" }) }));
    if (!cancelled) change(piece.id, { state: refused ? "refused" : "failed", told: body.text ?? null, trouble: body.text ? "" : "not_sent" });
    if (refused && begun) discard(begun);
    note(cancelled ? words.cancelled : words.failed, { name: piece.file.name });
  };

  const go = async () => {
    if (!kind) { setTrouble(words.choose_kind); document.getElementById("upload-kind")?.focus(); return; }
    const unsure = waiting.find((one) => one.doubts.length && !one.sure);
    if (unsure) { setTrouble(words.look_first); document.getElementById(`doubt-${unsure.id}`)?.focus(); return; }
    if (together && pictures.length > MOST_PAGES) { setTrouble(words.bad_pages); return; }
    setTrouble("");
    const documents = together ? [pictures, ...waiting.filter((one) => !isPicture(one)).map((one) => [one])] : waiting.map((one) => [one]);
    note(words.begun);
    for (const parts of documents) await sendDocument(parts);
  };
  const close = () => {
    pieces.forEach((one) => one.preview && URL.revokeObjectURL(one.preview));
    setPieces([]);
    setSearch((now) => { now.delete("add"); now.delete("instead"); return now; }, { replace: true, preventScrollReset: true });
    document.getElementById("add-document")?.focus();
  };

  const chosen = kinds.find((one) => one.key === kind);
  return jsx("div", { className: over ? "drop-anywhere" : undefined },
    over && jsx("p", { className: "drop-veil", "aria-hidden": true }, words.drop_here),
    open && jsx("section", { className: "card stack uploader", id: "uploader", "aria-labelledby": "upload-title" },
      jsx("div", { className: "row between" },
        jsx("h2", { id: "upload-title", ref: head, tabIndex: -1 }, instead ? words.title_instead : words.title),
        !client && jsx("button", { type: "button", className: "quiet", onClick: close, "aria-disabled": busy || undefined, disabled: busy }, words.close)),
      instead && jsx("p", { className: "hint" }, words.instead_hint),
      jsx("div", { className: "field" },
        jsx("label", { htmlFor: "upload-kind" }, words.kind),
        jsx("select", { id: "upload-kind", className: "input w-md", value: kind, onChange: (event) => { setKind(event.target.value); setTrouble(""); }, disabled: busy || Boolean(instead), "aria-describedby": "upload-kind-hint" },
          jsx("option", { value: "" }, words.kind_choose),
          kinds.map((one) => jsx("option", { key: one.key, value: one.key }, one.title))),
        jsx("span", { id: "upload-kind-hint", className: "hint" }, chosen ? `${chosen.hint} ${chosen.checker}.` : words.kind_hint)),
      jsx("div", { className: "drop", "data-over": over || undefined },
        jsx("div", { className: "row center" },
          jsx("label", { className: "button button-main file-button only-touch" }, pictures.length ? words.camera_more : words.camera,
            jsx("input", { type: "file", accept: "image/*", capture: "environment", className: "file-input", onChange: (event) => { add(event.target.files); event.target.value = ""; } })),
          jsx("label", { className: "button button-second file-button" }, words.choose,
            jsx("input", { ref: chooser, type: "file", id: "upload-files", accept: ACCEPT, multiple: true, className: "file-input", onChange: (event) => { add(event.target.files); event.target.value = ""; } }))),
        jsx("p", { className: "hint only-mouse" }, words.drop_hint),
        jsx("p", { className: "hint" }, words.limits)),
      pictures.length > 1 && jsx("fieldset", { className: "field", disabled: busy },
        jsx("legend", {}, words.several),
        jsx("div", { className: "choices" },
          [[true, words.join], [false, words.apart]].map(([value, text]) =>
            jsx("label", { key: text, className: "choice" },
              jsx("input", { type: "radio", name: "upload-join", checked: joined === value, onChange: () => setJoined(value) }), jsx("span", {}, text)))),
        joined && jsx("span", { className: "hint" }, words.order_hint)),
      pieces.length > 0 && jsx("ol", { className: "pieces", "aria-label": words.list },
        pieces.map((piece, at) => jsx(Piece, { key: piece.id, piece, at, count: pieces.length, words, opens: !client, sortable: together && OPEN.has(piece.state), busy,
          onMove: move, onDrop: drop, onRetake: retake, onSure: () => change(piece.id, { sure: true }), onCancel: () => aborts.current.get(piece.id)?.abort() }))),
      trouble && jsx("p", { className: "wrong", role: "alert" }, trouble),
      (waiting.length > 0 || busy) && jsx("div", { className: "row" },
        jsx("button", { type: "button", className: "button button-main", id: "upload-go", onClick: go, disabled: busy },
          busy ? words.sending : waiting.some((one) => one.state === "failed") ? words.retry : together ? words.go_joined : words.go)),
      !waiting.length && !busy && pieces.some((one) => one.state === "done") && jsx("p", { className: "notice notice-ok" }, words.checking)),
    jsx("p", { role: "status", className: "unseen" }, said));
};
