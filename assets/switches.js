// The two switches of the header: language and theme. Their words come from Python as props.
import { jsx } from "@emotion/react";
import { useContext, useEffect, useState } from "react";
import { ColorModeContext } from "$/utils/context";
import { speak, useLang } from "$/public/say.js";

export const LanguageSwitch = ({ toEnglish, toRussian, trouble, onSpeak }) => {
  const lang = useLang();
  const [failed, setFailed] = useState(false);
  const other = lang === "en" ? "ru" : "en";
  const change = () => speak(other).then(() => { setFailed(false); onSpeak?.(other); }, () => setFailed(true));
  return jsx("span", {},
    jsx("button", { type: "button", className: "quiet", lang: other, onClick: change }, other === "en" ? toEnglish : toRussian),
    failed && jsx("span", { role: "alert", className: "small wrong" }, trouble));
};

const Icon = ({ d }) =>
  jsx("svg", { className: "icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.8, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true }, jsx("path", { d }));

const SUN = "M12 4V2m0 20v-2m8-8h2M2 12h2m13.7-5.7 1.4-1.4M4.9 19.1l1.4-1.4m0-11.4L4.9 4.9m14.2 14.2-1.4-1.4M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z";
const MOON = "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z";

export const ThemeSwitch = ({ toDark, toLight }) => {
  const { resolvedColorMode, setColorMode } = useContext(ColorModeContext);
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const dark = mounted && resolvedColorMode === "dark";
  return jsx("button", {
    type: "button", className: "quiet", title: dark ? toLight : toDark, "aria-label": dark ? toLight : toDark,
    onClick: () => setColorMode(dark ? "light" : "dark"),
  }, jsx(Icon, { d: dark ? SUN : MOON }));
};
