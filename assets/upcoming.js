// The next dates in a few lines: the person's own, fetched by the page, kept nowhere.
import { jsx } from "@emotion/react";
import { Link } from "react-router";
import { usePrivate } from "$/public/private.js";
import { useSay } from "$/public/say.js";

export const Upcoming = ({ source, version, none, tell, lost }) => {
  const got = usePrivate(source, version ?? 0);
  const say = useSay();
  if (got === null) return jsx("div", { className: "upcoming", "aria-busy": true });
  if (!got.rows) return jsx("p", { role: "alert" }, lost);
  if (!got.rows.length) return jsx("p", { className: "soft" }, none, " ", jsx(Link, { to: "/calendar/dates" }, tell));
  return jsx("ul", { className: "upcoming" }, got.rows.map((one) =>
    jsx("li", { key: `${one.id}${one.day}`, "data-state": one.state },
      jsx("span", { className: "number" }, one.day),
      jsx("div", {}, jsx(Link, { to: `/calendar#event-${one.id}` }, say(one.title)),
        jsx("p", { className: "soft small" }, say(one.left))),
      jsx("span", { className: `tag state-${one.state}` }, say(one.word)))));
};
