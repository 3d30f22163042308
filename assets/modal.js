// A dialog over the page: the browser keeps the focus in it, Esc closes it, and the focus goes back to where it was.
import { jsx } from "@emotion/react";
import { useEffect, useRef } from "react";

const CROSS = "M6 6l12 12M18 6 6 18";

export const Modal = ({ titleId, closeLabel, onClose, children }) => {
  const box = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => setTimeout(() => before?.isConnected && document.activeElement === document.body && before.focus());
  }, []);
  return jsx("dialog", {
    ref: box, className: "modal", "aria-labelledby": titleId,
    onCancel: (event) => { event.preventDefault(); onClose(); },
    onPointerDown: (event) => { if (event.target === box.current) onClose(); },
  }, jsx("div", { className: "modal-in stack" },
    jsx("button", { type: "button", className: "quiet modal-close", "aria-label": closeLabel, onClick: onClose },
      jsx("svg", { className: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.8, strokeLinecap: "round", "aria-hidden": true }, jsx("path", { d: CROSS }))),
    children));
};
