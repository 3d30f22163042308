// The person's own files: fetched with the header that no other page can send, then handed to the browser to save.
import { jsx } from "@emotion/react";
import { useState } from "react";
import { act } from "$/public/bridge.js";
import { useLang } from "$/public/say.js";

const keep = (blob, name) => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
};

export const fetchFile = async (source) => {
  const answer = await fetch(source, { credentials: "same-origin", cache: "no-store", headers: { "x-mp": "1" } });
  if (!answer.ok) throw new Error(String(answer.status));
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "medportal";
  return { blob: await answer.blob(), name };
};

// Twice as large as it stands, so that it is sharp in a document.
const asPicture = async (svg) => {
  const address = URL.createObjectURL(new Blob([await svg.text()], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("empty"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
};

export const SaveFile = ({ source, form, label, about, trouble, asPicture: picture }) => {
  const lang = useLang();
  const [state, setState] = useState("");
  const save = async () => {
    setState("busy");
    try {
      const join = source.includes("?") ? "&" : "?";
      const { blob, name } = await fetchFile(`${source}${join}form=${form}&lang=${lang}`);
      if (picture) keep(await asPicture(blob), name.replace(/\.svg$/, ".png"));
      else keep(blob, name);
      setState("");
    } catch {
      setState("trouble");
      act("announce", { ru: trouble, en: trouble });
    }
  };
  return jsx("span", { className: "save-file" },
    jsx("button", { type: "button", className: "textual", onClick: save, "aria-disabled": state === "busy", "aria-label": about ? `${label}: ${about}` : undefined }, label),
    state === "trouble" ? jsx("span", { className: "wrong small" }, trouble) : null);
};

export const CopyTable = ({ table, label, done, trouble }) => {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const rows = [...(document.getElementById(table)?.rows ?? [])];
    const text = rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim()).join("\t")).join("\n");
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
    } catch {
      setSaid(trouble);
    }
  };
  return jsx("span", { className: "save-file" },
    jsx("button", { type: "button", className: "textual", onClick: copy }, label),
    jsx("span", { className: "soft small", role: "status" }, said));
};
