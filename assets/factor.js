// Setting up the second step: the key is fetched by the page, drawn, and kept nowhere.
import { jsx } from "@emotion/react";
import { usePrivate } from "$/public/private.js";

export const FactorKey = ({ source, version, pictureWords, keyWords }) => {
  const got = usePrivate(source, version ?? 0);
  if (!got?.secret) return jsx("div", { className: "factor-key", "aria-busy": true });
  return jsx("div", { className: "factor-key" },
    jsx("img", { src: `data:image/svg+xml;utf8,${encodeURIComponent(got.picture)}`, alt: pictureWords, width: 220, height: 220 }),
    jsx("p", {}, jsx("span", { className: "soft small" }, keyWords, ":"), jsx("br"),
      jsx("code", { className: "mono", "data-private": "factor-key" }, got.secret.match(/.{1,4}/g).join(" "))));
};

export const SpareCodes = ({ source, version, label, printWords }) => {
  const got = usePrivate(source, version ?? 0);
  return jsx("div", { className: "stack", style: { "--gap": "0.6rem" } },
    jsx("ul", { className: "spare-codes mono", "aria-label": label }, (got?.spare_codes ?? []).map((one) => jsx("li", { key: one }, one))),
    jsx("div", {}, jsx("button", { type: "button", className: "textual", onClick: () => window.print() }, printWords)));
};
