// The menu on a narrow screen: folded behind one button; on a wide one the button is not shown and nothing is folded.
import { jsx } from "@emotion/react";
import { useEffect, useRef, useState } from "react";
import { Link, useLocation } from "react-router";

const LINES = "M4 7h16M4 12h16M4 17h16";

export const MenuFold = ({ label, children }) => {
  const [open, setOpen] = useState(false);
  const button = useRef(null);
  const box = useRef(null);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  const onKeyDown = (event) => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = (event) => { if (open && event.relatedTarget && !box.current?.contains(event.relatedTarget)) setOpen(false); };
  return jsx("div", { className: "fold", ref: box, onKeyDown, onBlur },
    jsx("button", { type: "button", ref: button, className: "quiet fold-button", "aria-expanded": open, "aria-controls": "menu", onClick: () => setOpen(!open) },
      jsx("svg", { className: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.8, strokeLinecap: "round", "aria-hidden": true }, jsx("path", { d: LINES })),
      label),
    jsx("div", { id: "menu", className: "fold-in", "data-open": open ? "yes" : "no" }, children));
};

// An entry is the current one on its own page and on those beneath it, but for places that have an entry of their own.
export const MenuLink = ({ to, apart = [], children }) => {
  const { pathname } = useLocation();
  const within = (place) => pathname === place || pathname.startsWith(`${place}/`);
  return jsx(Link, { to, "aria-current": within(to) && !apart.some(within) ? "page" : undefined }, children);
};
