// Sending one file: by our own route, with progress, and again after a lost connection. The upload's number makes it
// idempotent: a file that had arrived before the line broke is not taken in twice.
const PAUSES = [1000, 2000, 4000, 8000, 15000, 30000];
const PASSING = new Set([0, 408, 425, 429, 500, 502, 503, 504]);
export const CANCELLED = -1;
export const CHANGED = "medportal:documents";

// Something about documents changed in this very tab: whoever shows them looks again.
export const changed = () => window.dispatchEvent(new Event(CHANGED));

export const newId = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

// Wait a while, or less when the browser says that the network is back.
const pause = (ms, signal) =>
  new Promise((done) => {
    const end = () => { clearTimeout(timer); removeEventListener("online", end); signal.removeEventListener("abort", end); done(); };
    const timer = setTimeout(end, ms);
    addEventListener("online", end);
    signal.addEventListener("abort", end);
  });

const once = (method, address, body, signal, onProgress) =>
  new Promise((done) => {
    const request = new XMLHttpRequest();
    const end = (status) => {
      let said = {};
      try { said = JSON.parse(request.responseText || "{}"); } catch { /* not ours: the status says enough */ }
      done({ status, body: said, taken: status >= 200 && status < 300 });
    };
    request.open(method, address);
    request.setRequestHeader("x-mp", "1");
    if (body instanceof Blob) request.setRequestHeader("content-type", body.type || "application/octet-stream");
    // A name of a file may name a person: addresses are written down on the way, heads are not.
    if (body instanceof File) request.setRequestHeader("x-name", encodeURIComponent(body.name));
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    request.onload = () => end(request.status);
    request.onerror = request.ontimeout = () => end(0);
    request.onabort = () => end(CANCELLED);
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });

// The answer `{status, body, taken}`; `CANCELLED` when the person cancelled, 0 when the line stayed dead through every
// attempt.
const patiently = async (method, address, body, { signal, onProgress, onLost }) => {
  for (let attempt = 0; ; attempt++) {
    if (signal.aborted) return { status: CANCELLED, body: {}, taken: false };
    const answer = await once(method, address, body, signal, onProgress);
    if (!PASSING.has(answer.status) || attempt >= PAUSES.length) return answer;
    onLost?.(answer);
    await pause(PAUSES[attempt], signal);
  }
};

const asked = (of) => new URLSearchParams(Object.entries(of).filter(([, value]) => value !== "")).toString();

// One part of a document: what it is, its place, what the document is to replace, and for whom an operator sends it.
export const sendPart = ({ kind, upload, ordinal, replaces = "", client = "", file }, how) =>
  patiently("PUT", `/files?${asked({ kind, upload, ordinal: String(ordinal), replaces, client })}`, file, how);

// Every part is there: the portal may begin.
export const finish = (document, parts, how) => patiently("POST", `/files/${document}/finish?parts=${parts}`, "{}", how);

// An unfinished document is thrown away; it is no matter when it is gone already.
export const discard = (document) => once("DELETE", `/files/${document}/parts`, "{}", new AbortController().signal);

export const sendSignature = (document, file, how) => patiently("PUT", `/files?${asked({ slot: "signature", document })}`, file, how);
