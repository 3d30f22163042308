// The gallery: cards of documents, filtered, sorted and searched by the server, shown as a grid or a list.
// No more than sixty thumbnails live at a time, whatever the number of cards.
import { jsx } from "@emotion/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { PaperIcon, StateTag, useFresh } from "$/public/documents.js";
import { fetchPrivate } from "$/public/fetch-private.js";
import { useSay } from "$/public/say.js";

const PAGE = 60;
const MOST_THUMBNAILS = 60;
const SHAPE = "mp_gallery";
const PAUSE_MS = 250;

const shape = () => { try { return localStorage.getItem(SHAPE) === "list" ? "list" : "grid"; } catch { return "grid"; } };

const ASKED = ["kind", "state", "order", "words"];
const addressOf = (search, binned) =>
  `/private/documents?${new URLSearchParams({ ...Object.fromEntries(ASKED.map((name) => [name, search.get(name) ?? ""])), ...(binned ? { binned: "1" } : {}) })}`;

// Who comes straight to the gallery need not wait until the page wakes: the first cards are asked for as soon as this
// script is here, once, and the answer is used only if it is still what the page wants.
const ahead = new Map();
if (typeof location !== "undefined" && /^\/documents(\/bin)?\/?$/.test(location.pathname)) {
  const address = `${addressOf(new URLSearchParams(location.search), location.pathname.includes("/bin"))}&offset=0`;
  ahead.set(address, fetchPrivate(address));
  ahead.get(address).catch(() => {});
  setTimeout(() => ahead.clear(), 5000);
}
const fetchOnce = (address) => {
  const early = ahead.get(address);
  ahead.delete(address);
  return early ?? fetchPrivate(address);
};

// So many pages of cards as one answer; the newest page has the last word on the counts.
const fetchPages = async (source) => {
  const [address, count] = source.split("#");
  const pages = await Promise.all(Array.from({ length: Number(count) }, (_, at) => fetchOnce(`${address}&offset=${at * PAGE}`)));
  const cards = new Map(pages.flatMap((one) => one.cards).map((card) => [card.id, card]));
  return { ...pages[0], cards: [...cards.values()] };
};

// Which cards are near the screen: one observer for all, and of those near the first sixty.
const useNear = () => {
  const [near, setNear] = useState(() => new Set());
  const watch = useRef(null);
  const seen = useRef(new Set());
  const observer = () => (watch.current ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen.current[isIntersecting ? "add" : "delete"](target.dataset.document);
    setNear(new Set([...seen.current].slice(0, MOST_THUMBNAILS)));
  }, { rootMargin: "400px 0px" }));
  useEffect(() => () => watch.current?.disconnect(), []);
  const place = useCallback((element) => {
    if (!element) return undefined;
    observer().observe(element);
    return () => { observer().unobserve(element); seen.current.delete(element.dataset.document); };
  }, []);
  return [near, place];
};

// A picture that does not come leaves the place to the icon of a paper.
const Thumbnail = ({ source }) => {
  const [gone, setGone] = useState("");
  return gone === source ? jsx(PaperIcon, {}) : jsx("img", { src: source, alt: "", loading: "lazy", decoding: "async", onError: () => setGone(source) });
};

export const Gallery = ({ words, kinds, states, first, version, binned, onRestore }) => {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const [pages, setPages] = useState(1);
  const [look, setLook] = useState("grid");
  const [more, setMore] = useState(false); // on a narrow screen the filters stand behind a button
  const [near, place] = useNear();
  const typing = useRef(null);
  useEffect(() => setLook(shape()), []);

  const asked = Object.fromEntries(ASKED.map((name) => [name, search.get(name) ?? ""]));
  const filtered = Boolean(asked.kind || asked.state || asked.words);
  const { answer, trouble } = useFresh(`${addressOf(search, binned)}#${pages}`, version, fetchPages);

  const ask = (name, value) => {
    setPages(1);
    setSearch((now) => { if (value) now.set(name, value); else now.delete(name); return now; }, { replace: true, preventScrollReset: true });
  };
  const type = (value) => { clearTimeout(typing.current); typing.current = setTimeout(() => ask("words", value.trim().slice(0, 100)), PAUSE_MS); };
  const forget = () => setSearch((now) => { ["kind", "state", "words"].forEach((name) => now.delete(name)); return now; }, { replace: true, preventScrollReset: true });
  const turn = (to) => { setLook(to); try { localStorage.setItem(SHAPE, to); } catch { /* kept for this visit only */ } };

  if (!answer) return jsx("div", { "aria-busy": trouble === null, className: "gallery-wait" }, trouble !== null && jsx("p", { className: "notice notice-danger", role: "alert" }, words.trouble));
  const { cards, total } = answer;
  const nothing = !total && !filtered;
  const select = (name, label, options, all) =>
    jsx("label", { className: "filter" }, jsx("span", { className: "small soft" }, label),
      jsx("select", { className: "input", value: asked[name], onChange: (event) => ask(name, event.target.value), id: `filter-${name}` },
        all && jsx("option", { value: "" }, all), options));
  const counted = (text, count) => `${text} (${count})`;

  return jsx("div", { className: "stack", id: binned ? "bin" : "gallery", "data-total": total },
    !nothing && jsx("div", { className: "filters", role: "search", "aria-label": words.filters, "data-open": more || undefined },
      jsx("label", { className: "filter filter-wide" }, jsx("span", { className: "small soft" }, words.search),
        jsx("input", { type: "search", className: "input", id: "filter-words", defaultValue: asked.words, maxLength: 100, onInput: (event) => type(event.target.value) })),
      jsx("button", { type: "button", className: "button button-second filters-more", "aria-expanded": more, onClick: () => setMore(!more) }, words.filter_more),
      select("kind", words.kind, kinds.filter((one) => answer.by_kind[one.key] || asked.kind === one.key).map((one) => jsx("option", { key: one.key, value: one.key }, counted(one.title, answer.by_kind[one.key] ?? 0))), words.all_kinds),
      select("state", words.state, states.filter((one) => (one.key === "expiring" ? answer.expiring : answer.by_state[one.key]) || asked.state === one.key).map((one) => jsx("option", { key: one.key, value: one.key }, counted(one.title, (one.key === "expiring" ? answer.expiring : answer.by_state[one.key]) ?? 0))), words.all_states),
      select("order", words.order, ["newest", "oldest", "kind", "ending"].map((one) => jsx("option", { key: one, value: one === "newest" ? "" : one }, words[`order_${one}`]))),
      jsx("div", { className: "segments", role: "group", "aria-label": words.look },
        ["grid", "list"].map((one) => jsx("button", { key: one, type: "button", "aria-pressed": look === one, onClick: () => turn(one) }, words[`look_${one}`])))),
    jsx("p", { role: "status", className: nothing ? "unseen" : "soft small" }, say(words.shown, { shown: cards.length, total })),
    nothing && !binned && jsx(Empty, { words, first }),
    nothing && binned && jsx("div", { className: "card stack empty" }, jsx(PaperIcon, { className: "empty-icon" }), jsx("p", {}, words.bin_empty)),
    !total && filtered && jsx("div", { className: "card stack" }, jsx("p", {}, words.nothing_found), jsx("div", {}, jsx("button", { type: "button", className: "button button-second", onClick: forget }, words.forget))),
    !nothing && !binned && !filtered && jsx(Missing, { words, first, have: answer.by_kind }),
    jsx("ul", { className: `documents documents-${look}` }, cards.map((card) =>
      jsx("li", { key: card.id, className: "document", ref: place, "data-document": card.id, "data-kind": card.kind, "data-state": card.state },
        jsx("div", { className: "document-picture" },
          near.has(card.id) && card.thumbnail ? jsx(Thumbnail, { source: card.thumbnail }) : jsx(PaperIcon, {}),
          card.pages > 1 && jsx("span", { className: "document-pages number" }, say(words.pages, { count: card.pages }))),
        jsx("div", { className: "document-words" },
          jsx("h3", {}, jsx(Link, { to: `/documents/view?id=${card.id}`, className: "document-link" }, say(card.title))),
          !binned && jsx("div", {}, jsx(StateTag, { of: card })),
          card.waits && jsx("p", { className: "small soft" }, say(card.waits)),
          jsx("p", { className: "small soft number document-dates" },
            jsx("span", {}, say(words.added_on, { date: card.created_on })),
            card.issued_on && jsx("span", {}, say(words.issued_on, { date: card.issued_on })),
            card.expires_on && jsx("span", { className: card.expiring || card.state === "expired" ? "warned" : undefined }, say(words.expires_on, { date: card.expires_on }))),
          binned && jsx("p", { className: "small" }, card.kept_why && say(card.kept_why), " ", card.gone_on && say(words.gone_on, { date: card.gone_on, days: card.days_left })),
          binned && jsx("div", { className: "document-acts" }, jsx("button", { type: "button", className: "button button-second", onClick: () => { document.querySelector("#content h1")?.focus(); onRestore({ id: card.id }); }, "aria-label": say(words.restore_of, { kind: say(card.title), date: card.created_on }) }, words.restore)))))),
    cards.length < total && jsx("div", { className: "row center" },
      jsx("button", { type: "button", className: "button button-second", id: "more", onClick: () => setPages(pages + 1) }, say(words.more, { left: total - cards.length }))));
};

// Nothing yet: what to add first, and what for.
const Empty = ({ words, first }) => {
  const say = useSay();
  return jsx("section", { className: "card stack empty", "aria-labelledby": "empty-title" },
    jsx(PaperIcon, { className: "empty-icon" }),
    jsx("h2", { id: "empty-title" }, words.empty_title),
    jsx("p", { className: "soft" }, words.empty_lead),
    jsx("ol", { className: "steps" }, first.map((one) => jsx("li", { key: one.kind }, jsx("div", { className: "grid gap-1" },
      jsx(Link, { to: `?add=${one.kind}`, preventScrollReset: true }, jsx("b", {}, one.title)), jsx("span", { className: "soft" }, one.why))))));
};

// What of the first documents is not there yet.
const Missing = ({ words, first, have }) => {
  const say = useSay();
  const missing = first.filter((one) => !one.kinds.some((kind) => have[kind]));
  if (!missing.length) return null;
  return jsx("aside", { className: "missing", "aria-label": words.missing },
    jsx("span", { className: "soft" }, words.missing),
    jsx("ul", {}, missing.map((one) => jsx("li", { key: one.kind }, jsx(Link, { to: `?add=${one.kind}`, className: "suggestion", title: one.why, preventScrollReset: true }, "+ ", one.title)))));
};
