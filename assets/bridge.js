// The server can only ask for the actions named here; it cannot send code.
import { useContext, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { EventLoopContext } from "$/utils/context";
import { stopAsking } from "$/public/fetch-private.js";
import { pick, useSay } from "$/public/say.js";

export const post = (url, body) =>
  fetch(url, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", "x-mp": "1" },
    body: JSON.stringify(body ?? {}),
  });

const announce = (words) => {
  const region = document.getElementById("announcer");
  if (region) {
    region.textContent = "";
    setTimeout(() => (region.textContent = pick(words)), 50);
  }
};

const ACTIONS = {
  // Exchange a one-time code for the session cookie, then load afresh so that the socket carries it.
  session: async ({ code, next }) => {
    const answer = await post("/auth/session", { code });
    location.assign(answer.ok ? next : "/login?expired=1");
  },
  leave: async () => {
    const askAgain = stopAsking();
    await post("/auth/sign-out").catch((error) => { askAgain(); throw error; });
    location.assign("/");
  },
  go: ({ to }) => location.assign(to),
  focus: ({ id }) => document.getElementById(id)?.focus(),
  announce: ({ ru, en }) => announce({ ru, en }),
};

export const act = (name, given = {}) => ACTIONS[name]?.(given);

export const Bridge = ({ command }) => {
  const done = useRef(0);
  useEffect(() => {
    if (command?.seq > done.current) {
      done.current = command.seq;
      act(command.name, command);
    }
  }, [command]);
  return null;
};

// Tells a page that something about its person changed; the page then asks for what it shows.
export const Nudged = ({ count, onNudge }) => {
  const seen = useRef(count);
  useEffect(() => {
    if (count !== seen.current) {
      seen.current = count;
      onNudge();
    }
  }, [count, onNudge]);
  return null;
};

// After a step within the portal the keyboard and the screen reader stand where the new page begins,
// or at the place the link named.
let opened = false; // each page has an Arrival of its own: that the document is not new is known outside of them
let left = ""; // the page before
export const Arrival = ({ incident, onLeave }) => {
  const { pathname, hash } = useLocation();
  useEffect(() => {
    if (left && left !== pathname && incident) onLeave(incident);
    left = pathname;
  }, [pathname]);
  useEffect(() => {
    const first = !opened;
    opened = true;
    if (first && !hash) return undefined;
    let tries = 0;
    const arrive = () => {
      const id = hash.length < 60 ? hash.slice(1) : "";
      const place = (id && document.getElementById(id)) || (tries > 20 || !id ? document.querySelector("#content h1") : null);
      if (!place) { if (tries++ < 40) timer = setTimeout(arrive, 50); return; }
      if (!place.matches("a, button, input, textarea, select, [tabindex]")) place.tabIndex = -1;
      place.focus({ preventScroll: !id });
      if (!id) window.scrollTo(0, 0);
    };
    let timer = setTimeout(arrive, 30);
    return () => clearTimeout(timer);
  }, [pathname, hash]);
  return null;
};

// The connection banner: shown after a moment of silence, so that a blink does not flash.
export const Connection = ({ lost, children }) => {
  const [, errors] = useContext(EventLoopContext);
  useSay();
  return errors.length > 1 ? children : null;
};

// A sleeping tab whose socket was taken over wakes up when the person comes back to it.
if (typeof window !== "undefined") {
  window.addEventListener("focus", () => document.dispatchEvent(new Event("visibilitychange")));
  // Keep a long visit signed in: the token is renewed while the tab is in use.
  setInterval(() => document.visibilityState === "visible" && act("rotate"), 600000);
}
ACTIONS.rotate = () => document.body?.dataset.signedIn === "yes" && post("/auth/rotate").catch(() => {});
