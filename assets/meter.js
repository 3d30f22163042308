// How hard a password is to guess, shown while it is typed.
import { jsx } from "@emotion/react";
import { useEffect, useState } from "react";
import { useSheet } from "$/public/form.js";
import { passwordStrength } from "$/public/passwords.js";
import { useSay } from "$/public/say.js";

export const Meter = ({ name, label }) => {
  const { value, values, schema } = useSheet();
  const say = useSay();
  const [seen, setSeen] = useState(null);
  useEffect(() => {
    const input = document.getElementById(name);
    // What stands elsewhere on the form counts against a password; the password itself does not.
    const others = () => Object.fromEntries(Object.entries(values()).filter(([field]) => !schema.fields[field]?.secret));
    const measure = () => setSeen(value(name) ? passwordStrength(schema, value(name), others()) : null);
    input?.addEventListener("input", measure);
    return () => input?.removeEventListener("input", measure);
  }, [name, schema]);
  return jsx("div", { className: "grid gap-1 w-md" },
    jsx("div", { className: "meter", role: "meter", "aria-label": label, "aria-valuemin": 0, "aria-valuemax": 4, "aria-valuenow": seen?.score ?? 0, "aria-valuetext": seen ? say(seen.text) : "" },
      jsx("i", { style: { width: `${((seen?.score ?? 0) / 4) * 100}%` } })),
    jsx("span", { className: "hint", role: "status", style: { minHeight: "1.5em" } }, seen ? say(seen.text) : ""));
};
