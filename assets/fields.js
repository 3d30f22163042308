// The schema's interpreter in the browser: the same verdicts, codes and words as medportal/kernel/fields in Python.
// No imports, no DOM. tests/kernel/fields/test_browser.py compares the two; change them together.
// What few forms ask for stands apart, in lines.js and passwords.js: the rules of such a form bring it along.

const LOWER = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюя";
const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
const ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000";
const SPACES = " \t\n\v\f\r" + ODD_SPACES;
const LATIN_ALIKE = "ABCEHKMOPTXYaceopxyk";
const CYRILLIC_ALIKE = "АВСЕНКМОРТХУасеорхук";
export const KEYS_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~";
export const KEYS_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ";
const HOPELESS = 2000;

export const swap = (text, seen, meant) => [...text].map((c) => (c && seen.includes(c) ? meant[seen.indexOf(c)] : c)).join("");
export const lower = (text) => swap(text, UPPER, LOWER);
export const upper = (text) => swap(text, LOWER, UPPER);
export const fold = (text) => lower(text).replace(/ё/g, "е").replace(/[-—]/g, " ").split(" ").filter(Boolean).join(" ");
export const size = (text) => [...text].length;
const patterns = new Map();
export const pattern = (source) => {
  if (!patterns.has(source)) patterns.set(source, new RegExp(source, "u"));
  return patterns.get(source);
};
const whole = (source, text) => pattern(`^(?:${source})$`).test(text);
export const text = (raw) => (raw === true ? "on" : typeof raw === "string" ? raw : "");

function trim(value) {
  let start = 0;
  let end = value.length;
  while (start < end && SPACES.includes(value[start])) start++;
  while (end > start && SPACES.includes(value[end - 1])) end--;
  return value.slice(start, end);
}

export function fill(said, places) {
  let { ru, en } = said;
  for (const [place, value] of Object.entries(places)) {
    ru = ru.split(`{${place}}`).join(value.ru ?? value);
    en = en.split(`{${place}}`).join(value.en ?? value);
  }
  return { ru, en };
}

// Dates are numbers, 19850307: they compare as days do.

function readDate(value) {
  const found = /^([0-9]{2})\.([0-9]{2})\.([0-9]{4})$/.exec(value);
  return found ? day(+found[3], +found[2], +found[1], 1800, 2200) : null;
}

export function day(year, month, date, from = 1, to = 9999) {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (year < from || year > to || !last || date < 1 || date > last) return null;
  return year * 10000 + month * 100 + date;
}

export const isoDay = (iso) => +iso.replace(/-/g, "").slice(0, 8);
const pad = (number) => String(number).padStart(2, "0");
export const writeDate = (d) => `${pad(d % 100)}.${pad(Math.floor(d / 100) % 100)}.${Math.floor(d / 10000)}`;

export function birthday(birth, years) {
  const turn = birth + years * 10000;
  return turn % 10000 === 229 && !day(Math.floor(turn / 10000), 2, 29) ? turn - 229 + 301 : turn;
}

function age(birth, today) {
  const years = Math.floor(today / 10000) - Math.floor(birth / 10000);
  return today >= birthday(birth, years) ? years : years - 1;
}

function validUntil(birth, issued) {
  const turn = [20, 45].map((years) => birthday(birth, years)).find((one) => issued < one);
  if (!turn) return null;
  const end = new Date(Date.UTC(Math.floor(turn / 10000), (Math.floor(turn / 100) % 100) - 1, (turn % 100) + 90));
  return end.getUTCFullYear() * 10000 + (end.getUTCMonth() + 1) * 100 + end.getUTCDate();
}

// Tidying.

const noSpaces = (value) => value.replace(/ /g, "");
const codeDigits = (value) => value.replace(/[ -]/g, "");

const CLEAN = {
  plain_spaces: (value) => value.replace(new RegExp(`[${ODD_SPACES}]`, "g"), " "),
  dashes: (value) => value.replace(/[‐‑‒–—―−﹣－]/g, "-"),
  apostrophes: (value) => value.replace(/[’‘ʼʹ`´]/g, "'"),
  compact: noSpaces,
  code_digits: codeDigits,
  date(value) {
    let f = /^([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})(?: ?г\.?)?$/.exec(value);
    if (f) return `${f[1].padStart(2, "0")}.${f[2].padStart(2, "0")}.${f[3]}`;
    f = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
    if (f) return `${f[3]}.${f[2]}.${f[1]}`;
    return /^[0-9]{8}$/.test(value) ? `${value.slice(0, 2)}.${value.slice(2, 4)}.${value.slice(4)}` : value;
  },
  phone(value) {
    const digits = value.replace(/[ ().-]/g, "");
    return /^[78][0-9]{10}$/.test(digits) ? `+7${digits.slice(1)}` : digits;
  },
  email(value) {
    const at = value.lastIndexOf("@") + 1;
    return value.slice(0, at) + lower(value.slice(at));
  },
  division(value) {
    const digits = noSpaces(value);
    return /^[0-9]{6}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : digits;
  },
  snils: (value) => (/^[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}$/.test(value) ? codeDigits(value) : value),
  tick: (value) => (["on", "true", "1"].includes(value) ? "on" : ""),
  upper,
};

const NOTICES = { phone: "plus_seven" };

const SHOW = {
  snils: (v) => (/^[0-9]{11}$/.test(v) ? `${v.slice(0, 3)}-${v.slice(3, 6)}-${v.slice(6, 9)} ${v.slice(9)}` : v),
  series: (v) => (/^[0-9]{4}$/.test(v) ? `${v.slice(0, 2)} ${v.slice(2)}` : v),
  phone: (v) =>
    /^\+7[0-9]{10}$/.test(v) ? `+7 ${v.slice(2, 5)} ${v.slice(5, 8)}-${v.slice(8, 10)}-${v.slice(10)}` : v,
};

// Corrections worth one click.

const ALONE = ["layout", "mrz"];
const stripped = (value, run) => run.schema.refused.reduce((v, one) => v.replace(new RegExp(one.re, "gu"), ""), value);

const MENDS = {
  strip_refused: stripped,
  cyrillic: (v) => swap(v, LATIN_ALIKE, CYRILLIC_ALIKE),
  latin: (v) => swap(v, CYRILLIC_ALIKE, LATIN_ALIKE),
  licence_letters: (v) => swap(v, "LOCFS", "ЛОСФС"),
  layout: (v) => (/[А-ЯЁа-яё]/.test(v) ? v : swap(v, KEYS_LATIN, KEYS_CYRILLIC)),
  single_spaces: (v) => v.replace(/ {2,}/g, " "),
  tight_hyphens: (v) => v.replace(/ *-+ */g, "-"),
  digits: (v) => swap(v, "OoОоIl|ЗзBSsZz", "00001113385522"),
  only_digits: (v) => v.replace(/[^0-9]/gu, ""),
  plus_seven: (v) => (/^9[0-9]{9}$/.test(v) ? `+7${v}` : v),
  title: (v) => lower(v).replace(/(^|[ -])([а-яё])/g, (_, edge, letter) => edge + upper(letter)),
  yo(v) {
    const place = v.lastIndexOf("е");
    return place < 0 ? v : `${v.slice(0, place)}ё${v.slice(place + 1)}`;
  },
  domain(v, run) {
    const at = v.lastIndexOf("@") + 1;
    return v.slice(0, at) + (meant(run, v) ?? v.slice(at));
  },
};

function meant(run, value) {
  const domain = value.slice(value.lastIndexOf("@") + 1);
  return Object.hasOwn(run.schema.domains, domain) ? run.schema.domains[domain] : undefined;
}

// Sums.

const weighted = (value, weights) => weights.reduce((sum, weight, place) => sum + weight * +value[place], 0);
const INN = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const innDigit = (value, from) => (weighted(value, INN.slice(from)) % 11) % 10;

function luhn(value) {
  let sum = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = +value[value.length - 1 - i];
    sum += i % 2 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

function enpBirth(born, sex) {
  const year = Math.floor(born / 10000);
  const month = (Math.floor(born / 100) % 100) + (year <= 1950 ? 20 : year <= 2000 ? 40 : 0);
  const date = (born % 100) + (sex === "M" ? 50 : 0);
  return [...(pad(month) + [...String(year)].reverse().join("") + pad(date))].map((digit) => 9 - +digit).join("");
}

function ogrn(value) {
  const body = BigInt(value.slice(0, -1));
  return Number((body % (value.length === 13 ? 11n : 13n)) % 10n) === +value.at(-1);
}

// Checks: null when the rule holds, else places for its sentence.

export const unless = (holds) => (holds ? null : {});

const OPERATIONS = {
  match: (v, p) => unless(whole(p.re, v)),
  lacks(v, p) {
    const found = pattern(p.re).exec(v);
    return found && { found: found[0] };
  },
  snils: (v) =>
    unless(+v.slice(0, 9) <= 1001998 || (weighted(v, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === +v.slice(9)),
  inn: (v) =>
    unless(v.length === 12 ? innDigit(v, 1) === +v[10] && innDigit(v, 0) === +v[11] : innDigit(v, 2) === +v[9]),
  ogrn: (v) => unless(ogrn(v)),
  luhn: (v) => unless(luhn(v)),
  real_date: (v) => unless(readDate(v)),
  not_future(v, p, run) {
    const d = readDate(v);
    return unless(!d || d <= run.today);
  },
  since(v, p) {
    const d = readDate(v);
    return unless(!d || d >= readDate(p.day));
  },
  age_from(v, p, run) {
    const d = readDate(v);
    return unless(!d || age(d, run.today) >= p.years);
  },
  age_to(v, p, run) {
    const d = readDate(v);
    return unless(!d || age(d, run.today) <= p.years);
  },
  years_after(v, p, run) {
    const d = readDate(v);
    const start = readDate(other(run, p.other));
    return unless(!d || !start || d >= birthday(start, p.years));
  },
  passport_term(v, p, run) {
    const issued = readDate(v);
    const birth = readDate(other(run, p.other));
    const until = issued && birth && validUntil(birth, issued);
    return !until || run.today <= until ? null : { until: writeDate(until) };
  },
  series_year(v, p, run) {
    const issued = readDate(other(run, p.other));
    const year = +v.slice(2, 4) + (+v.slice(2, 4) >= 97 ? 1900 : 2000);
    const off = issued && Math.floor(issued / 10000) - year;
    return !issued || (off >= -1 && off <= 3) ? null : { year: String(year) };
  },
  not_less(v, p, run) {
    const least = other(run, p.other);
    const known = /^[0-9]{1,9}$/.test(v) && /^[0-9]{1,9}$/.test(least);
    return unless(!known || +v >= +least);
  },
  year_come: (v, p, run) => unless(!/^[0-9]{4}$/.test(v) || +v <= Math.floor(run.today / 10000)),
  alike(v, p, run) {
    const wanted = fold(other(run, p.other));
    return unless(!wanted || fold(v) === wanted);
  },
  enp_born(v, p, run) {
    const born = readDate(other(run, p.born));
    const sex = other(run, p.sex);
    return unless(!born || !["M", "F"].includes(sex) || v.slice(2, 10) === enpBirth(born, sex));
  },
  listed(v, p, run, field) {
    const items = options(run, field);
    return unless(!items.length || items.includes(v));
  },
  equals: (v, p, run) => unless(v === other(run, p.other)),
  blank_if: (v, p, run) => unless(other(run, p.other) !== "on"),
  case(v) {
    const first = [...v][0];
    const shouted = size(v) > 1 && v === upper(v) && v !== lower(v);
    return unless(!shouted && first === upper(first));
  },
  yo: (v, p) => unless(!whole(p.re, v)),
  domain(v, p, run) {
    const right = meant(run, v);
    return right ? { meant: right } : null;
  },
};

// The engine.

const options = (run, field) => (field.options && run.schema.options?.[field.options]) || [];

function pick(value, items) {
  const wanted = fold(value);
  return items.find((item) => fold(item) === wanted) ?? value;
}

function tidy(run, field, value) {
  if (field.secret) return value;
  return (field.clean ?? []).reduce(
    (v, step) => (step === "pick" ? pick(v, options(run, field)) : CLEAN[step](v)),
    trim(value),
  );
}

export function other(run, name) {
  const raw = text(run.values[name]);
  const field = run.schema.fields[name];
  return !field || tooLong(raw, field.length + HOPELESS) ? "" : tidy(run, field, raw);
}

const tooLong = (value, most) => value.length > most && size(value) > most;
const shownAs = (field, value) => (field.show ? SHOW[field.show](value) : value);

function say(run, field, code, places = {}) {
  const { code: finer, ...rest } = places;
  const { texts } = run.schema;
  const sample = field.sample ? fill(texts.sample, { sample: field.sample }) : "";
  return { field: field.name, code: finer || code, text: fill(texts[code], { label: field.label, sample, ...rest }) };
}

function settle(run, field, raw) {
  if (field.asked_if && other(run, field.asked_if[0]) !== field.asked_if[1]) return { value: "", problem: null, warnings: [] };
  const refuse = (code, places) => ({ value: "", problem: say(run, field, code, places), warnings: [] });
  let value = field.secret || tooLong(raw, field.length + HOPELESS) ? raw : trim(raw);
  if (tooLong(value, field.length)) return refuse("too_long", { max: String(field.length) });
  const looked = field.multiline ? value.replace(/[\t\n\r]/g, "") : value;
  for (const one of run.schema.refused) {
    const found = pattern(one.re).exec(looked);
    if (found) {
      return refuse(one.code, { sign: `U+${found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}` });
    }
  }
  value = tidy(run, field, value);
  if (!value) {
    const needed = field.required && !(field.unless && other(run, field.unless) === "on");
    return needed ? refuse(field.required_code) : { value, problem: null, warnings: [] };
  }
  const warnings = [];
  for (const rule of field.checks ?? []) {
    const breach = OPERATIONS[rule.op](value, rule, run, field);
    if (!breach) continue;
    const found = say(run, field, rule.code, breach);
    if (rule.level !== "warning") return { value, problem: found, warnings: [] };
    warnings.push({ found, mend: rule.mend });
  }
  return { value, problem: null, warnings };
}

function offer(run, field, typed, steps) {
  const used = [];
  const value = steps.reduce((v, step) => {
    const mended = MENDS[step](v, run);
    if (mended !== v) used.push(step);
    return mended;
  }, typed);
  const settled = used.length ? settle(run, field, value) : null;
  if (!settled || settled.problem || !settled.value) return null;
  const told = (locale) => used.map((step) => run.schema.mends[step][locale]).join("; ");
  return { code: used.join("+"), text: { ru: told("ru"), en: told("en") }, value: shownAs(field, settled.value) };
}

function mendsFor(run, field, typed) {
  if (field.secret || tooLong(typed, field.length)) return [];
  const value = tidy(run, field, typed);
  const steps = ["strip_refused", ...(field.mends ?? [])];
  for (const step of steps) {
    const found = offer(run, field, value, [step]);
    if (found) return [found];
  }
  const found = offer(run, field, value, steps.filter((step) => !ALONE.includes(step)));
  return found ? [found] : [];
}

function judge(run, field) {
  const raw = text(run.values[field.name]);
  const typed = field.secret || tooLong(raw, field.length + HOPELESS) ? raw : trim(raw);
  const { value, problem, warnings } = settle(run, field, raw);
  const codes = typed !== raw && typed ? ["trimmed"] : [];
  if (!problem && noSpaces(typed).slice(0, 2) !== value.slice(0, 2)) {
    codes.push(...(field.clean ?? []).filter((step) => NOTICES[step]).map((step) => NOTICES[step]));
  }
  const notices = codes.map((code) => say(run, field, code));
  if (problem) {
    const kept = [...typed.slice(0, field.length * 2)].slice(0, field.length).join("");
    const mends = mendsFor(run, field, typed);
    return { name: field.name, value: kept, shown: kept, problems: [problem], warnings: [], notices, mends };
  }
  const mends = warnings.map((one) => one.mend && offer(run, field, value, [one.mend])).filter(Boolean);
  const told = warnings.map((one) => one.found);
  return { name: field.name, value, shown: shownAs(field, value), problems: [], warnings: told, notices, mends };
}

const begin = (schema, values, iso) => ({ schema, values, iso, today: isoDay(iso) });

/** Judge one input. `values`: everything known by input name; `todayISO`: "2026-11-22". */
export function evaluateField(schema, name, values, todayISO) {
  return judge(begin(schema, values, todayISO), schema.fields[name]);
}

/** Judge a section. `facts`: values of other sections. */
export function evaluateSection(schema, sectionKey, values, todayISO, facts = {}) {
  const section = schema.sections.find((one) => one.key === sectionKey);
  const run = begin(schema, { ...facts, ...values }, todayISO);
  const fields = {};
  for (const name of section.fields) fields[name] = judge(run, schema.fields[name]);
  const problems = section.fields.flatMap((name) => fields[name].problems);
  for (const rule of section.checks) {
    if (rule.op !== "either" || rule.fields.some((name) => fields[name].value)) continue;
    const [name] = rule.fields;
    const found = say(run, schema.fields[name], rule.code);
    problems.push(found);
    fields[name] = { name, value: "", shown: "", problems: [found], warnings: [], notices: [], mends: [] };
  }
  const stored = Object.fromEntries(section.fields.map((name) => [name, fields[name].value]));
  return { key: sectionKey, ok: !problems.length, fields, problems, values: stored };
}

/** Take in operations that stand in a module of their own. */
export function extend({ operations = {}, cleaning = {}, mending = {} }) {
  Object.assign(OPERATIONS, operations);
  Object.assign(CLEAN, cleaning);
  Object.assign(MENDS, mending);
}
