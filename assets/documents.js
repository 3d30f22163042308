// What the screens of documents share: when to look again, how a state is shown, and a private answer that is kept fresh.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";
import { fetchPrivate } from "$/public/fetch-private.js";
import { CHANGED } from "$/public/sending.js";
import { useSay } from "$/public/say.js";

const TAGS = { calm: "tag-info", good: "tag-ok", warn: "tag-warn", bad: "tag-danger", faded: "" };

// A prerendered page knows no query: what depends on it waits until the browser has taken over.
export const useMounted = () => {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted;
};

// The answer of a private address: fetched again when the address or the version changes, or something was changed
// here; what is shown stays until the new answer is there. `trouble`: the status of a refusal, 0 for a dead line.
export const useFresh = (source, version, fetchIt = fetchPrivate) => {
  const [got, setGot] = useState({ answer: null, trouble: null, source: "" });
  const [again, setAgain] = useState(0);
  const newest = useRef(0);
  useEffect(() => {
    const look = () => setAgain((was) => was + 1);
    window.addEventListener(CHANGED, look);
    return () => window.removeEventListener(CHANGED, look);
  }, []);
  useEffect(() => {
    if (!source) return;
    const mine = ++newest.current;
    fetchIt(source).then(
      (answer) => mine === newest.current && setGot({ answer, trouble: null, source }),
      (error) => mine === newest.current && setGot((was) => ({ answer: was.source === source ? was.answer : null, trouble: Number(error.message) || 0, source })),
    );
  }, [source, version, again]);
  return got;
};

export const StateTag = ({ of }) => {
  const say = useSay();
  return jsx("span", { className: `tag ${TAGS[of.tone] ?? ""}`, "data-state": of.state }, say(of.word));
};

const PAPER = "M7 3h7l5 5v13H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm7 0v5h5M9 13h7m-7 4h5";
export const PaperIcon = ({ className = "icon" }) =>
  jsx("svg", { className, viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.5, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true }, jsx("path", { d: PAPER }));
