// A passport's scan fills the form: it is sent from here, read by the portal, and every value is offered with where it
// comes from. Values come by private HTTP and stand in the form alone; the person accepts or corrects each of them.
import { jsx } from "@emotion/react";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { fetchPrivate } from "$/public/fetch-private.js";
import { useSheet } from "$/public/form.js";
import { useSay } from "$/public/say.js";

const ACCEPT = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";
const LOOK_MS = 1000;
const PATIENCE_MS = 180000;

// What was read, for the marks beside the fields: forgotten when the form is left.
const NOTHING = { state: "", offers: [], unread: [], findings: [], checked: {} };
let read = NOTHING;
const listeners = new Set();
const tell = (next) => { read = next; listeners.forEach((listen) => listen()); };
// What another section was offered is none of this one's.
const useRead = (section) => {
  const got = useSyncExternalStore((listen) => { listeners.add(listen); return () => listeners.delete(listen); }, () => read, () => NOTHING);
  return got.section === section ? got : NOTHING;
};


const plain = (value) => String(value).toUpperCase().replace(/\s+/g, " ").trim();
const same = (one, other) => plain(one) === plain(other);

// Letters of one word that the other has not, in their order: the longest common run of both is left unmarked.
const unlike = (one, other) => {
  const [a, b] = [[...one].map(plain), [...other].map(plain)];
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  const places = new Set();
  for (let i = 0, j = 0; i < a.length;) {
    if (j < b.length && a[i] === b[j]) { i++; j++; }
    else if (j < b.length && table[i][j + 1] >= table[i + 1][j]) j++;
    else places.add(i++);
  }
  return places;
};

const Compared = ({ value, against }) => {
  const places = unlike(value, against);
  return jsx("span", { className: "mono" }, jsx("span", { "aria-hidden": true }, [...value].map((sign, at) => jsx("span", { key: at, className: places.has(at) ? "differs" : undefined }, sign))), jsx("span", { className: "unseen" }, value));
};

// The value that stands in a field of the form now, whoever put it there.
const useStanding = (name) => {
  const { value, section } = useSheet();
  const [standing, setStanding] = useState("");
  useEffect(() => {
    const form = document.getElementById(`form-${section}`);
    const look = () => setStanding(value(name));
    const later = () => setTimeout(look, 0);
    look();
    const all = ["input", "change", "medportal:filled", "medportal:taken", "focusout"];
    all.forEach((kind) => form?.addEventListener(kind, later));
    return () => all.forEach((kind) => form?.removeEventListener(kind, later));
  }, [name, section, value]);
  return standing;
};

const useTaking = () => {
  const { fill, section } = useSheet();
  return useCallback((offers) => {
    offers.forEach((one) => fill(one.name, one.value));
    document.getElementById(`form-${section}`)?.dispatchEvent(new Event("medportal:taken"));
  }, [fill, section]);
};

// The person has looked: what no check digit covers is right.
const approve = (offers) => tell({ ...read, checked: { ...read.checked, ...Object.fromEntries(offers.map((one) => [one.name, one.value])) } });

const Proof = ({ proven, words }) => jsx("span", { className: proven ? "tag tag-ok" : "tag tag-warn" }, proven ? words.proven : words.look);

// Beside a field: where its value comes from, or what the scan says instead.
export const ScanMark = ({ name, words, choices }) => {
  const { section } = useSheet();
  const { offers, unread, checked } = useRead(section);
  const standing = useStanding(name);
  const take = useTaking();
  const say = useSay();
  const offer = offers.find((one) => one.name === name);
  if (!offer) return unread.includes(name) && !standing ? jsx("span", { className: "hint" }, words.unread_here) : null;
  const worded = (value) => (choices?.[value] ? say(choices[value]) : value);
  const shown = worded(offer.value);
  if (same(standing, offer.value)) {
    const sure = offer.proven || checked?.[name] === offer.value;
    return jsx("div", { className: "scan-mark", "data-scan": name, "data-mark": offer.proven ? "proven" : sure ? "checked" : "look" },
      jsx("span", { className: "small soft" }, words.from_scan),
      sure && !offer.proven ? jsx("span", { className: "tag tag-ok" }, words.checked) : jsx(Proof, { proven: offer.proven, words }),
      !sure && jsx("button", { type: "button", className: "textual", "aria-label": `${words.right}: ${shown}`, onClick: () => approve([offer]) }, words.right));
  }
  return jsx("div", { className: "scan-mark", "data-scan": name, "data-mark": standing ? "differs" : "offered" },
    jsx("span", { className: "small" }, standing ? words.differs : words.was_read, " ", standing ? jsx(Compared, { value: shown, against: worded(standing) }) : jsx("b", {}, shown)),
    jsx(Proof, { proven: offer.proven, words }),
    jsx("button", { type: "button", className: "textual", "aria-label": `${words.take}: ${shown}`, onClick: () => take([offer]) }, words.take));
};

// The head of the form: a scan is sent from here, and what became of it is told.
export const ScanFiller = ({ source, words, sends, asks, client = "" }) => {
  const { values, schema, section } = useSheet();
  const say = useSay();
  const take = useTaking();
  const found = useRead(section);
  const [step, setStep] = useState("idle"); // idle, doubtful, sending, reading, failed
  const [share, setShare] = useState(0);
  const [told, setTold] = useState("");
  const [fresh, setFresh] = useState(null); // what this visit's scan has filled
  const [standing, setStanding] = useState({}); // what stands in the form: never asked for while drawing, when it may not be there yet
  const [doubted, setDoubted] = useState(null); // files that wait for the person's word, and what is doubtful about them
  const chooserOf = useRef(null);
  const abort = useRef(null);
  const gone = useRef(false);
  const latest = useRef({});
  const busy = useRef(false); // a scan of this visit is on its way: nothing else is asked meanwhile
  busy.current = step === "sending" || step === "reading";

  const look = useCallback(() => fetchPrivate(source).catch(() => NOTHING), [source]);
  // Fields that are empty fill themselves; what a person has typed stays and is compared.
  const settle = useCallback((got, fills) => {
    if (!document.getElementById(`form-${section}`)) return; // the page was left in this very moment
    const now = values();
    const empty = got.offers.filter((one) => !String(now[one.name] ?? "").trim());
    tell({ ...got, section });
    setStanding(now);
    if (!fills) return;
    take(empty);
    setFresh({ filled: empty.length, differing: got.offers.filter((one) => String(now[one.name] ?? "").trim() && !same(now[one.name], one.value)).length });
  }, [values, take, section]);

  const wait = useCallback(async (fills) => {
    setStep("reading");
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && !gone.current;) {
      const got = await look();
      if (gone.current) return;
      if (got.state !== "working") { latest.current.settle(got, fills); setStep("idle"); return; }
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
    setStep("idle");
  }, [look]);

  useEffect(() => {
    gone.current = false;
    return () => { gone.current = true; abort.current?.abort(); tell(NOTHING); };
  }, []);
  // A person who has handed in no scan is asked nothing about it. The form's own functions change with every answer
  // that is kept; what is under way here must not begin anew for that.
  latest.current = { look, settle, wait };
  useEffect(() => {
    if (busy.current) return;
    if (!asks) { tell({ ...NOTHING, state: "none", section }); return; }
    latest.current.look().then((got) => {
      if (gone.current || busy.current) return;
      latest.current.settle(got, false);
      if (got.state === "working") latest.current.wait(true);
    });
  }, [asks, section]);

  // What is empty or doubtful changes as the person types.
  useEffect(() => {
    const form = document.getElementById(`form-${section}`);
    const later = () => setTimeout(() => form?.isConnected && !gone.current && setStanding(values()), 0);
    const all = ["change", "focusout", "medportal:filled", "medportal:taken"];
    all.forEach((kind) => form?.addEventListener(kind, later));
    return () => all.forEach((kind) => form?.removeEventListener(kind, later));
  }, [section, values]);

  // The browser looks first, as in the gallery: the check comes only when there is a picture to look at.
  const choose = async (files) => {
    const list = [...(files ?? [])];
    if (!list.length) return;
    setDoubted(null);
    const pictures = list.filter((one) => one.type.startsWith("image/"));
    const [check, drawn] = pictures.length ? await Promise.all([import("$/public/picture-check.js"), import("$/public/doubts.js")]).catch(() => []) : [];
    const doubts = check ? await Promise.all(pictures.map((one) => check.lookAt(one))) : [];
    if (gone.current) return;
    if (!doubts.some((one) => one.length)) return send(list);
    setStep("doubtful"); setTold(""); setFresh(null);
    setDoubted({ list, Doubts: drawn.Doubts, pieces: pictures.map((one, at) => ({ name: one.name, doubts: doubts[at] })).filter((one) => one.doubts.length) });
    setTimeout(() => document.getElementById("doubt-scan-0")?.focus(), 30);
  };
  const send = async (list) => {
    setDoubted(null);
    abort.current = new AbortController();
    setStep("sending"); setShare(0); setTold(""); setFresh(null);
    tell(NOTHING);
    // Sending is loaded by those who send: most answers are typed.
    const sending = await import("$/public/sending.js").catch(() => null);
    if (gone.current) return;
    if (!sending) { setStep("failed"); return setTold(words.not_sent); }
    const { newId, sendPart, finish } = sending;
    const upload = newId();
    let begun = "";
    const refused = ({ status, body }) => {
      const cancelled = status === sending.CANCELLED;
      if (begun) sending.discard(begun);
      setStep(cancelled ? "idle" : "failed");
      setTold(cancelled ? "" : body.text ? say(body.text) : words.not_sent);
    };
    const how = (done) => ({ signal: abort.current.signal, onProgress: (part) => setShare((done + part) / list.length), onLost: () => setTold(words.lost) });
    for (const [ordinal, file] of list.entries()) {
      const answer = await sendPart({ kind: "passport", upload, ordinal, client, file }, how(ordinal));
      if (!answer.taken) return refused(answer);
      begun = answer.body.document;
    }
    const answer = await finish(begun, list.length, how(list.length));
    if (!answer.taken) return refused(answer);
    setTold("");
    sending.changed();
    return wait(true);
  };

  const now = step === "sending" || step === "reading";
  const chooser = (text, more) => jsx("label", { className: `button scan-button ${more.capture ? "button-main scan-camera" : "button-second"}`, "aria-disabled": now || undefined }, text,
    jsx("input", { type: "file", className: "scan-input", disabled: now, ...more, onChange: (event) => { choose(event.target.files); event.target.value = ""; } }));
  const labels = (names) => names.map((name) => say(schema.fields[name].label).toLowerCase()).join(", ");
  const doubtful = found.offers.filter((one) => !one.proven && found.checked?.[one.name] !== one.value && same(standing[one.name] ?? "", one.value));
  const open = found.offers.filter((one) => !String(standing[one.name] ?? "").trim());
  return jsx("section", { className: "card stack scan", "aria-labelledby": `scan-title-${section}`, style: { "--gap": "0.7rem" }, "data-scan-state": now ? step : found.state },
    jsx("h2", { id: `scan-title-${section}`, className: "scan-title" }, found.state === "read" ? words.title_read : sends ? words.title : words.title_none),
    sends && found.state !== "read" && jsx("p", { className: "hint" }, words.lead),
    sends && jsx("div", { className: "row" },
      chooser(words.camera, { accept: "image/*", capture: "environment" }),
      chooser(found.state === "read" ? words.choose_again : words.choose, { accept: ACCEPT, multiple: true, id: "scan-files", ref: chooserOf }),
      step === "sending" && jsx("button", { type: "button", className: "textual", onClick: () => abort.current?.abort() }, words.cancel)),
    step === "doubtful" && doubted && jsx("div", { className: "stack", style: { "--gap": "0.5rem" } },
      doubted.pieces.map((one, at) => jsx("div", { key: one.name + at },
        doubted.list.length > 1 && jsx("strong", { className: "small" }, one.name),
        jsx(doubted.Doubts, { id: `scan-${at}`, doubts: one.doubts, words, onRetake: () => chooserOf.current?.click(), onSure: () => send(doubted.list) })))),
    step === "sending" && jsx("progress", { max: 1, value: share, "aria-label": words.sending }),
    jsx("div", { role: "status", className: "stack", style: { "--gap": "0.4rem" } },
      step === "sending" && jsx("span", {}, words.sending),
      step === "reading" && jsx("span", {}, words.reading),
      told && jsx("span", { className: step === "failed" ? "wrong" : "mend" }, told),
      !now && fresh && found.state === "read" && jsx("span", { className: "right" }, say(words.filled, { count: fresh.filled }), fresh.differing ? ` ${words.some_differ}` : ""),
      !now && found.state === "hidden" && jsx("span", {}, words.hidden),
      !now && found.state === "unread" && jsx("span", {}, words.by_hand),
      !now && found.state === "read" && !found.offers.length && jsx("span", {}, words.nothing),
      !now && found.state === "read" && found.unread.length > 0 && jsx("span", { className: "mend" }, words.could_not, " ", labels(found.unread), ". ", words.type_them)),
    !now && found.findings.length > 0 && jsx("ul", { className: "scan-findings" }, found.findings.map((one) => jsx("li", { key: one.ru }, say(one)))),
    !now && doubtful.length > 1 && jsx("div", { className: "row" }, jsx("button", { type: "button", className: "button button-second", id: "scan-all-right", onClick: () => approve(doubtful) }, words.all_right)),
    !now && open.length > 0 && !fresh && jsx("div", { className: "row" }, jsx("button", { type: "button", className: "button button-second", id: "scan-take-all", onClick: () => { take(open); setFresh({ filled: open.length, differing: 0 }); } }, words.take_all)));
};
