// The page of a document: zoom, rotation, pages, and a box around each value that was read. Keyboard and pinch alike.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";
import { useSay } from "$/public/say.js";

const LEAST = 0.5, MOST = 6, STEP = 1.25;
const bound = (zoom) => Math.min(MOST, Math.max(LEAST, zoom));

const Glyph = ({ d }) =>
  jsx("svg", { className: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.8, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true }, jsx("path", { d }));
const BACK = "M15 5l-7 7 7 7", ON = "M9 5l7 7-7 7", MINUS = "M5 12h14", PLUS = "M12 5v14M5 12h14", TURN = "M20 11a8 8 0 1 0-2.3 6M20 4v7h-7", FIT = "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5";

const useWidth = (place) => {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return undefined;
    const measure = new ResizeObserver(([entry]) => setWidth(entry.contentRect.width));
    measure.observe(place.current);
    return () => measure.disconnect();
  }, []);
  return width;
};

// Two fingers: the distance between them is the zoom. One finger scrolls as everywhere.
const usePinch = (place, zoom, setZoom) => {
  const fingers = useRef(new Map());
  const start = useRef(null);
  const spread = () => { const [a, b] = [...fingers.current.values()]; return Math.hypot(a.x - b.x, a.y - b.y); };
  const lift = (event) => { fingers.current.delete(event.pointerId); start.current = null; };
  // React listens to the wheel passively, and a passive listener cannot keep the browser from zooming the whole page.
  useEffect(() => {
    const turn = (event) => { if (event.ctrlKey || event.metaKey) { event.preventDefault(); setZoom((was) => bound(was * (event.deltaY < 0 ? 1.1 : 1 / 1.1))); } };
    const element = place.current;
    element?.addEventListener("wheel", turn, { passive: false });
    return () => element?.removeEventListener("wheel", turn);
  }, [setZoom]);
  return {
    onPointerDown: (event) => {
      if (event.pointerType !== "touch") return;
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.current.size === 2) start.current = { spread: spread(), zoom };
    },
    onPointerMove: (event) => {
      if (!fingers.current.has(event.pointerId)) return;
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (start.current && fingers.current.size === 2) setZoom(bound((start.current.zoom * spread()) / Math.max(20, start.current.spread)));
    },
    onPointerUp: lift, onPointerCancel: lift, onPointerLeave: lift,
  };
};

// A mouse drags the page about.
const useDrag = (place) => {
  const from = useRef(null);
  return {
    onMouseDown: (event) => { if (event.button === 0) from.current = { x: event.clientX + place.current.scrollLeft, y: event.clientY + place.current.scrollTop }; },
    onMouseMove: (event) => {
      if (!from.current) return;
      if (!event.buttons) { from.current = null; return; }
      place.current.scrollLeft = from.current.x - event.clientX;
      place.current.scrollTop = from.current.y - event.clientY;
    },
    onMouseUp: () => { from.current = null; },
  };
};

// Bring a box into sight. Where the page stands above the values, only the page itself is moved: the window stays at the
// value that has the keyboard, and goes to the page when the value is pressed.
const STACKED = "(max-width: 59.99rem)";
const bring = (room, box) => {
  if (!room || !box) return;
  if (!matchMedia(STACKED).matches) return box.scrollIntoView({ block: "nearest", inline: "nearest" });
  const [around, inner] = [room.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.top < around.top || inner.bottom > around.bottom) room.scrollTop += (inner.top + inner.bottom - around.top - around.bottom) / 2;
  if (inner.left < around.left || inner.right > around.right) room.scrollLeft += (inner.left + inner.right - around.left - around.right) / 2;
};
export const goToPage = () => { if (matchMedia(STACKED).matches) document.querySelector(".stage")?.scrollIntoView({ block: "start" }); };

export const Stage = ({ view, words, lit, onLight, page, onPage, title }) => {
  const say = useSay();
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const [failed, setFailed] = useState({ page: 0, told: null });
  const place = useRef(null);
  const width = useWidth(place);
  const count = view.pages.length;
  const sheet = view.pages[page - 1];
  useEffect(() => { place.current?.scrollTo(0, 0); }, [page]);
  // Again when the width is known: before, every box stands in the corner.
  useEffect(() => { if (lit && width) bring(place.current, place.current?.querySelector(`[data-box="${lit}"]`)); }, [lit, page, width]);
  const pinch = usePinch(place, zoom, setZoom);
  const drag = useDrag(place);
  if (!sheet) return jsx("div", { className: "stage stage-none" }, jsx("p", { className: "soft" }, words.no_pages));

  const go = (to) => onPage(Math.min(count, Math.max(1, to)));
  const rotate = () => setTurn((was) => (was + 90) % 360);
  const fit = () => { setZoom(1); setTurn(0); };
  // A picture says nothing about why it is not there: the portal is asked once more, for its words.
  const fail = (shown) => {
    setFailed({ page: shown.number, told: null });
    fetch(shown.address, { cache: "no-store" }).then((answer) => (answer.ok ? null : answer.json()))
      .then((body) => body?.text && setFailed({ page: shown.number, told: body.text }), () => {});
  };
  const gone = failed.page === sheet.number;
  const keys = { "+": () => setZoom((was) => bound(was * STEP)), "=": () => setZoom((was) => bound(was * STEP)), "-": () => setZoom((was) => bound(was / STEP)), 0: fit, r: rotate, к: rotate, PageDown: () => go(page + 1), PageUp: () => go(page - 1) };
  const onKeyDown = (event) => {
    const act = !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) { event.preventDefault(); act(); }
  };
  const lying = turn % 180 !== 0;
  const across = lying ? sheet.height : sheet.width;
  const scale = (zoom * Math.max(0, width)) / across;
  const [w, h] = [sheet.width * scale, sheet.height * scale];
  const tool = (name, d, act, disabled) => jsx("button", { type: "button", className: "tool-button", "aria-label": words[name], title: words[name], onClick: act, disabled }, jsx(Glyph, { d }));

  return jsx("div", { className: "stage" },
    jsx("div", { className: "stage-tools", role: "toolbar", "aria-label": words.tools },
      count > 1 && jsx("span", { className: "row tight" }, tool("page_back", BACK, () => go(page - 1), page === 1),
        jsx("span", { className: "number small", role: "status" }, say(words.page_of, { page, count })), tool("page_on", ON, () => go(page + 1), page === count)),
      jsx("span", { className: "row tight" }, tool("zoom_out", MINUS, keys["-"], zoom <= LEAST), jsx("span", { className: "number small stage-zoom" }, `${Math.round(zoom * 100)} %`), tool("zoom_in", PLUS, keys["+"], zoom >= MOST), tool("turn", TURN, rotate), tool("fit", FIT, fit))),
    jsx("div", { className: "stage-view", ref: place, tabIndex: 0, role: "group", "aria-label": say(words.page_label, { title, page, count }), "aria-describedby": "stage-keys", onKeyDown, ...pinch, ...drag },
      jsx("div", { className: "stage-room", style: { width: lying ? h : w, height: lying ? w : h } },
        jsx("div", { className: "stage-sheet", style: { width: w, height: h, transform: `translate(-50%, -50%) rotate(${turn}deg)` } },
          gone ? jsx("p", { className: "notice notice-danger", role: "alert" }, failed.told ? say(failed.told) : words.page_trouble)
            : jsx("img", { src: sheet.address, alt: say(words.page_label, { title, page, count }), width: sheet.width, height: sheet.height, draggable: false, onError: () => fail(sheet) }),
          !gone && view.boxes.filter((one) => one.page === sheet.number && one.box).map((one) =>
            jsx("span", { key: one.name, className: "box", "data-box": one.name, "data-lit": lit === one.name || undefined, "data-proven": one.proven || undefined,
              // A pointer that lies still while the page scrolls under it says nothing; what has the keyboard stays framed.
              onMouseMove: () => onLight(one.name), onMouseLeave: () => onLight(document.activeElement?.dataset?.value ?? ""),
              style: { left: `${one.box.left * 100}%`, top: `${one.box.top * 100}%`, width: `${one.box.width * 100}%`, height: `${one.box.height * 100}%` } }))))),
    count > 1 && jsx("div", { className: "stage-strip" }, view.pages.map((one) =>
      jsx("button", { key: one.number, type: "button", "aria-current": one.number === page ? "true" : undefined, "aria-label": say(words.page_go, { page: one.number }), onClick: () => go(one.number) },
        jsx("img", { src: one.thumbnail, alt: "", loading: "lazy" }), jsx("span", { className: "number" }, one.number)))),
    jsx("p", { className: "hint small only-mouse", id: "stage-keys" }, words.keys));
};
