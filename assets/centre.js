// What an operator has scanned for the client at his table: kinds, states, what is wrong; looked at again while it is
// being read. No picture and no value is shown: the original lies on the table.
import { jsx } from "@emotion/react";
import { useEffect, useState } from "react";
import { StateTag, useFresh } from "$/public/documents.js";
import { changed } from "$/public/sending.js";
import { useSay } from "$/public/say.js";

const LOOK_MS = 1500;

export const Brought = ({ source, version, words, onRemove }) => {
  const say = useSay();
  const { answer, trouble } = useFresh(source, version ?? 0);
  const [asked, setAsked] = useState("");
  const papers = answer?.papers ?? [];
  const working = papers.some((one) => one.working);
  useEffect(() => {
    if (!working) return undefined;
    const timer = setInterval(changed, LOOK_MS);
    return () => clearInterval(timer);
  }, [working]);
  if (trouble !== null && !answer) return jsx("p", { className: "wrong", role: "alert" }, say(words.trouble));
  if (!answer) return jsx("div", { "aria-busy": true, style: { minHeight: "3rem" } });
  if (!papers.length) return jsx("p", { className: "soft" }, say(words.none));
  return jsx("ul", { className: "brought", "aria-label": say(words.title) }, papers.map((one) =>
    jsx("li", { key: one.id, "data-state": one.state },
      jsx("div", { className: "row between" },
        jsx("span", {}, jsx("strong", {}, say(one.title)), " ", jsx("span", { className: "soft small number" }, say(words.pages, { count: one.pages }))),
        jsx("span", { className: "row" },
          jsx(StateTag, { of: one }),
          asked !== one.id && jsx("button", { type: "button", className: "textual", "aria-label": `${say(words.remove)}: ${say(one.title)}`, onClick: () => setAsked(one.id) }, say(words.remove)))),
      one.reasons.map((reason) => jsx("p", { key: reason.ru, className: "wrong small" }, say(reason))),
      asked === one.id && jsx("div", { className: "mend", role: "group", "aria-label": say(words.sure) },
        jsx("span", {}, say(words.sure)),
        jsx("div", { className: "row" },
          jsx("button", { type: "button", className: "textual", autoFocus: true, onClick: () => { setAsked(""); onRemove(one.id); } }, say(words.yes)),
          jsx("button", { type: "button", className: "textual", onClick: () => setAsked("") }, say(words.no)))))));
};
