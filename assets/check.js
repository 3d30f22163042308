// The public check. A token is verified here, in the browser, with the published key: the portal need not answer.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";
import { fetchPrivate } from "$/public/fetch-private.js";
import { useLang, useSay } from "$/public/say.js";

const jsxs = (type, { children, ...props }, key) => jsx(type, key ? { key, ...props } : props, ...children);

const FRESH_SECONDS = 86400; // the same as rules.FRESH on the server
const KEPT = "mp_check"; // keys and list are public; kept so that a page opened again can check without a connection
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]{86}$/;
const IN_FILE = /medportal-certificate:([\w-]{10,2000}\.[\w-]{10,3000}\.[\w-]{86})/;
const MOST_BYTES = 20_000_000;

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const json = (part) => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes(part)));
const hex = (buffer) => [...new Uint8Array(buffer)].map((one) => one.toString(16).padStart(2, "0")).join("");
const sha256 = async (data) => hex(await crypto.subtle.digest("SHA-256", data));
const grouped = (number) => number.match(/.{1,5}/g).join("-");

// Exactly our algorithm, our type and a published key; anything else in the header is refused.
const verified = async (kind, token, keys) => {
  if (!TOKEN.test(token) || (kind === "certificate" && token.length > 4096)) throw new Error("shape");
  const [head, body, signature] = token.split(".");
  const header = json(head);
  if (Object.keys(header).sort().join() !== "alg,kid,typ" || header.alg !== "ES256" || header.typ !== `mp-${kind}+jwt`) throw new Error("header");
  const jwk = keys.keys.find((one) => one.kid === header.kid && one.kty === "EC" && one.crv === "P-256");
  if (!jwk) throw new Error("key");
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x: jwk.x, y: jwk.y }, algorithm, false, ["verify"]);
  if (!(await crypto.subtle.verify(algorithm, key, bytes(signature), new TextEncoder().encode(`${head}.${body}`)))) throw new Error("signature");
  const claims = json(body);
  if (claims.iss !== "medportal" || claims.aud !== kind || typeof claims.sub !== "string" || !Number.isInteger(claims.iat) || !Number.isInteger(claims.exp)) throw new Error("claims");
  return claims;
};

const kept = () => { try { return JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { return {}; } };
const keep = (what) => { try { localStorage.setItem(KEPT, JSON.stringify({ ...kept(), ...what })); } catch { /* a browser that keeps nothing checks while the page is open */ } };

const published = async (path) => {
  const answer = await fetch(path, { cache: "no-cache", signal: AbortSignal.timeout(8000) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
};

// Keys and list: fresh when the portal answers, otherwise what was kept. Another key under a known name never replaces it in silence: a signature decides.
const supplies = async () => {
  const [keys, list] = await Promise.all([
    published("/check/keys").then((got) => got.json()).then((got) => (keep({ keys: got }), got), () => kept().keys ?? null),
    published("/check/revoked").then((got) => got.text()).then((got) => (keep({ list: got }), got), () => kept().list ?? null),
  ]);
  return { keys, list };
};

const numberHash = async (number) => (await sha256(new TextEncoder().encode(`medportal/certificate/${number}`))).slice(0, 32);

const byToken = async (token, { keys, list }) => {
  if (!keys) return { verdict: "down" };
  let claims;
  try { claims = await verified("certificate", token, keys); } catch { return { verdict: "forged" }; }
  const revoked = list ? await verified("revoked", list, keys).catch(() => null) : null;
  const now = Date.now() / 1000;
  const fresh = revoked !== null && now < revoked.iat + FRESH_SECONDS;
  const named = revoked !== null && revoked.hashes.includes(await numberHash(claims.sub));
  const verdict = named ? "revoked" : now >= claims.exp ? "expired" : fresh ? "valid" : "unsure";
  return { verdict, number: grouped(claims.sub), contents: claims, issued_at: claims.iat * 1000, checked_at: now * 1000, list_of: revoked ? revoked.iat * 1000 : null, how: revoked ? (fresh ? "by_signature" : "list_old") : "by_signature_alone" };
};

const byNumber = async (number, digest) => {
  let answer;
  try {
    answer = await fetch("/check/number", {
      method: "POST", credentials: "omit", headers: { "content-type": "application/json", "x-mp": "1" },
      body: JSON.stringify({ number, ...(digest ? { sha256: digest } : {}) }), signal: AbortSignal.timeout(10000),
    });
  } catch { return { verdict: "down" }; }
  if (answer.status === 429) return { verdict: "wait" };
  if (!answer.ok) return { verdict: "down" };
  return { ...(await answer.json()), how: "by_portal" };
};

const SERIOUS = { valid: "ok", unsure: "warn", expired: "warn", revoked: "danger", unknown: "danger", forged: "danger", altered: "danger" };

const useDay = () => {
  const lang = useLang() === "en" ? "en-GB" : "ru-RU";
  const day = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Europe/Moscow" };
  return {
    day: (at) => (at ? new Date(at).toLocaleDateString(lang, day) : ""),
    moment: (at) => (at ? new Date(at).toLocaleString(lang, { ...day, hour: "2-digit", minute: "2-digit" }) : ""),
  };
};

const Found = ({ found, words }) => {
  const say = useSay();
  const { day, moment } = useDay();
  const place = useRef(null);
  useEffect(() => place.current?.focus(), [found]);
  const { verdict, contents } = found;
  if (!SERIOUS[verdict]) return jsx("div", { className: "notice notice-warn", role: "alert", "data-verdict": verdict, children: jsx("p", { children: say(words[verdict]) }) });
  const rows = contents ? [
    [words.name, contents.name], [words.speciality, contents.spec],
    [words.basis, [say(words[`basis_${contents.doc}`]), contents.num].filter(Boolean).join(", ")],
    [words.no, found.number], [words.issued_on, day(found.issued_at)], [words.until, day(`${contents.until}T12:00:00+03:00`)],
  ] : found.number ? [[words.no, found.number]] : [];
  return jsxs("section", { className: `verdict verdict-${SERIOUS[verdict]}`, "data-verdict": verdict, "aria-live": "polite", children: [
    jsxs("div", { className: "verdict-head", children: [
      jsx("h2", { ref: place, tabIndex: -1, children: say(words[`verdict_${verdict}`]) }),
      jsx("p", { children: say(words[`note_${verdict}`]) }),
      found.why && jsx("p", { children: say(found.why) }),
      found.revoked_at && jsx("p", { className: "number small", children: moment(found.revoked_at) }),
      contents?.demo ? jsx("p", { className: "verdict-demo", children: say(words.demonstration) }) : null,
    ] }),
    rows.length > 0 && jsx("dl", { className: "verdict-facts", children: rows.map(([label, value]) =>
      jsxs("div", { children: [jsx("dt", { children: say(label) }), jsx("dd", { children: value })] }, say(label))) }),
    jsxs("p", { className: "soft small", children: [
      say(words.checked_at), " ", jsx("span", { className: "number", children: moment(found.checked_at ?? Date.now()) }),
      found.how && verdict !== "forged" ? ": " + say(words[found.how], { at: moment(found.list_of) }) : "",
      found.file_unchanged ? "; " + say(words.by_file) : "",
    ] }),
  ] });
};

export const Check = ({ words }) => {
  const say = useSay();
  const [found, setFound] = useState(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const [over, setOver] = useState(false);
  const turn = useRef(0);

  // The last question asked is the one answered.
  const ask = async (question) => {
    const mine = ++turn.current;
    setBusy(true); setProblem(null);
    const got = await question().catch(() => ({ verdict: "down" }));
    if (mine !== turn.current) return;
    setBusy(false);
    if (got.problem) { setFound(null); setProblem(got.problem); } else setFound(got);
  };

  useEffect(() => {
    const scanned = () => {
      const token = location.hash.slice(1);
      if (token.includes(".")) ask(async () => byToken(token, await supplies()));
      else supplies();
    };
    scanned();
    window.addEventListener("hashchange", scanned);
    return () => window.removeEventListener("hashchange", scanned);
  }, []);

  const typed = (event) => {
    event.preventDefault();
    const number = new FormData(event.currentTarget).get("number") ?? "";
    if (number.replace(/[\s–—-]/g, "").length !== 20) { setProblem("form"); document.getElementById("certificate-number")?.focus(); return; }
    ask(() => byNumber(number));
  };

  const opened = (file) => file && ask(async () => {
    if (file.size > MOST_BYTES) return { problem: "not_pdf" };
    const data = await file.arrayBuffer();
    const token = IN_FILE.exec(new TextDecoder("latin1").decode(data))?.[1];
    if (!token) return { problem: "not_pdf" };
    const local = await byToken(token, await supplies());
    if (local.verdict === "forged" || local.verdict === "down") return local;
    const told = await byNumber(local.number, await sha256(data));
    return told.verdict === "down" || told.verdict === "wait" ? local : told;
  });

  const dropped = (event) => { event.preventDefault(); setOver(false); opened(event.dataTransfer.files[0]); };

  return jsxs("div", { className: "stack", style: { "--gap": "1.25rem" }, children: [
    found && jsx(Found, { found, words }),
    jsxs("form", { className: "card stack", onSubmit: typed, noValidate: true, children: [
      jsxs("div", { className: "field", children: [
        jsx("label", { htmlFor: "certificate-number", children: say(words.number) }),
        jsx("span", { id: "certificate-hint", className: "hint", children: say(words.hint) }),
        jsx("input", { id: "certificate-number", name: "number", className: "input mono", autoComplete: "off", autoCapitalize: "characters", spellCheck: false, maxLength: 60, "aria-describedby": "certificate-hint certificate-problem", "aria-invalid": problem === "form" ? "true" : undefined }),
      ] }),
      jsxs("div", { className: "row", children: [
        jsx("button", { type: "submit", className: "button button-main", disabled: busy, children: say(busy ? words.busy : words.go) }),
      ] }),
      jsxs("div", { className: "check-drop", "data-over": over ? "true" : undefined, onDragOver: (event) => { event.preventDefault(); setOver(true); }, onDragLeave: () => setOver(false), onDrop: dropped, children: [
        jsxs("label", { className: "button button-second", children: [
          say(words.file),
          jsx("input", { type: "file", accept: "application/pdf,.pdf", className: "unseen", id: "certificate-file", onChange: (event) => { opened(event.target.files[0]); event.target.value = ""; } }),
        ] }),
        jsx("span", { className: "soft small", children: say(words.drop) }),
      ] }),
      jsx("p", { id: "certificate-problem", role: "alert", className: "problem", children: problem ? say(words[problem]) : "" }),
    ] }),
  ] });
};

export const ShareLink = ({ certificate, words }) => {
  const say = useSay();
  const [state, setState] = useState("");
  const [link, setLink] = useState("");
  const copy = async () => {
    let found;
    try {
      found = (await fetchPrivate(`/private/certificate/${certificate}`)).link;
      await navigator.clipboard.writeText(found);
      setState("copied"); setLink("");
    } catch { setState("failed"); setLink(found ?? ""); }
  };
  return jsxs("span", { className: "row", children: [
    jsx("button", { type: "button", className: "button button-second", id: "copy-link", onClick: copy, children: say(words.copy) }),
    jsx("span", { role: "status", className: "small", children: state ? say(words[state]) : "" }),
    link && jsx("input", { className: "input mono", readOnly: true, value: link, "aria-label": say(words.copy), onFocus: (event) => event.target.select() }),
  ] });
};
