// How hard a password is to guess, judged as medportal/kernel/fields/passwords.py judges it. Forms with a new password load
// this beside the interpreter. No DOM.
import { KEYS_CYRILLIC, KEYS_LATIN, extend, lower, other, pattern, size, swap, text, unless } from "./fields.js";

const span = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);
const TRANSLIT = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" ");
const RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

function step(rows, pair, wanted) {
  if (pair.length < 2 || pair.includes(" ")) return pair[0] === pair[1] && pair.length > 1 ? "=" : "";
  const [a, b] = pair;
  const kinds = [a === b ? "=" : "", rows.includes(a + b) ? ">" : "", rows.includes(b + a) ? "<" : ""];
  if (wanted) return kinds.includes(wanted) ? wanted : "";
  return kinds.find(Boolean) ?? "";
}

function weight(schema, password) {
  const plain = [...lower(password)];
  let total = 0;
  for (let place = 0; place < plain.length; ) {
    const kind = step(schema.rows, plain.slice(place, place + 2), "");
    let end = place + 1;
    while (kind && end < plain.length && step(schema.rows, plain.slice(end - 1, end + 1), kind) === kind) end++;
    const length = end - place > 2 ? end - place : 1;
    total += Math.min(length, 2);
    place += length;
  }
  return Math.min(total, 2 * new Set(plain).size);
}

function personal(password, facts) {
  const plain = lower(password);
  const digits = plain.replace(/[^0-9]/gu, "");
  const within = (part) => {
    if (!/[a-zа-яё]/.test(part)) return false;
    const yoless = part.replace(/ё/g, "е");
    const latin = [...yoless].map((c) => (RUSSIAN.includes(c) ? TRANSLIT[RUSSIAN.indexOf(c)] : c)).join("");
    const forms = [part, yoless, latin, swap(part, KEYS_CYRILLIC, KEYS_LATIN)];
    return forms.some((form) => size(form) > (/[а-яё]/.test(form) ? 2 : 3) && plain.includes(form));
  };
  const shares = (value) => {
    const number = value.replace(/[^0-9]/gu, "");
    return span(0, Math.max(0, number.length - 5)).some((i) => digits.includes(number.slice(i, i + 6)));
  };
  return Object.entries(facts).some(([name, value]) => {
    const date = /^([0-9]{2})\.([0-9]{2})\.([0-9]{4})$/.exec(value);
    if (date && name !== "email") {
      const [, d, m, y] = date;
      return [d + m + y, y + m + d, d + m + y.slice(2)].some((form) => digits.includes(form));
    }
    const parts = name === "email" ? [value.split("@")[0]] : value.split(/[ '.-]+/);
    return parts.some((part) => within(lower(part))) || shares(value);
  });
}

/** How strong a password is: {score 0..4, text}. The server also looks among common passwords. */
export function passwordStrength(schema, password, facts = {}) {
  const plain = lower(password);
  const known = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, text(value)]));
  const left = schema.stems.reduce((sum, stem) => (plain.includes(stem) ? sum - size(stem) + 2 : sum), weight(schema, password));
  let score = 0;
  if (size(password) >= 8 && left > 4 && !personal(password, known)) {
    const classes = ["[0-9]", "[a-zа-яё]", "[A-ZА-ЯЁ]"].every((one) => pattern(one).test(password));
    const worth = left * (/[^0-9A-Za-zА-Яа-яЁё]/u.test(password) ? 65 : 60);
    score = !classes || worth < 450 ? 1 : worth < 600 ? 2 : worth < 780 ? 3 : 4;
  }
  return { score, text: schema.strengths[score] };
}

extend({
  operations: {
    guessable: (v, p, run) => unless(weight(run.schema, v) > 4),
    impersonal: (v, p, run) =>
      unless(!personal(v, Object.fromEntries(p.others.map((name) => [name, other(run, name)])))),
  },
});
