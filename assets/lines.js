// The machine-readable lines of the passport, read as medportal/kernel/identifiers/mrz.py reads them. Forms that ask for
// them load this beside the interpreter. No DOM.
import { birthday, day, extend, fill, fold, isoDay, lower, other, swap, upper, writeDate } from "./fields.js";

function mrzDigit(chars) {
  let sum = 0;
  for (let i = 0; i < chars.length; i++) sum += (chars[i] === "<" ? 0 : parseInt(chars[i], 36)) * [7, 3, 1][i % 3];
  return String(sum % 10);
}

const CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
const LATIN = "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678";
const CHILDREN = ["ОГЛЫ", "КЫЗЫ", "ГЫЗЫ", "УЛЫ", "УУЛУ", "КИЗИ"];
const ALIKE = ["869", "74", "7", "89", "91", "63", "580", "12", "0369", "4830"];
const span = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);
const DIGITS = [...span(0, 10), ...span(13, 20), ...span(28, 41), 42, 43];
const FILLERS = [...span(21, 28), 41];
const likeDigit = (char) => (char && "00011245678"["OQDILZASGTB".indexOf(char)]) || "";
const likeLatin = (char) => "ABEKMHOPCTYXIS3"["АВЕКМНОРСТУХІЅЗ".indexOf(char)] || "";
const suspect = (line, place, seen, likely) => ({ line, position: place + 1, seen, likely });

function mrzLines(value) {
  const plain = upper(value.replace(/[«≪]/g, "<<").replace(/[‹＜]/g, "<").replace(/[ \t\u00a0\u2009\u202f]/g, ""));
  const lines = plain.replace(/\r/g, "\n").split("\n").filter(Boolean);
  const chars = lines.length === 1 ? [...lines[0]] : [];
  return chars.length === 88 ? [chars.slice(0, 44).join(""), chars.slice(44).join("")] : lines;
}

const mrzFit = (line) => (line.startsWith("PNRUS") ? line.replace(/<+$/, "").padEnd(44, "<") : line);

function replaced(lines, suspects) {
  const chars = lines.map((line) => [...line]);
  for (const one of suspects) chars[one.line - 1][one.position - 1] = one.likely;
  return chars.map((line) => line.join("")).join("\n");
}

function outside(lines) {
  return lines.flatMap((line, number) =>
    [...line].flatMap((char, place) => {
      if (/[0-9A-Z<]/.test(char)) return [];
      const likely = likeLatin(char);
      return [suspect(number + 1, place, char, (number && DIGITS.includes(place) && likeDigit(likely)) || likely)];
    }),
  );
}

function misplaced([first, second]) {
  const unlike = (number, line, start, expected) =>
    [...expected].flatMap((char, i) =>
      line[start + i] === char ? [] : [suspect(number, start + i, line[start + i], char)],
    );
  const digits = DIGITS.filter((i) => !/[0-9]/.test(second[i]));
  const names = span(5, 44).filter((i) => first[i] !== "<" && !LATIN.includes(first[i]));
  return [
    ["mrz_head", [...unlike(1, first, 0, "PNRUS"), ...unlike(2, second, 10, "RUS")]],
    ["mrz_digit", digits.map((i) => suspect(2, i, second[i], likeDigit(second[i])))],
    ["mrz_sex", /[MF]/.test(second[20]) ? [] : [suspect(2, 20, second[20], "")]],
    ["mrz_filler", FILLERS.filter((i) => second[i] !== "<").map((i) => suspect(2, i, second[i], "<"))],
    ["mrz_names", names.map((i) => suspect(1, i, first[i], { 0: "O", 1: "I", 5: "S" }[first[i]] ?? ""))],
  ];
}

function proven(line) {
  return {
    document: mrzDigit(line.slice(0, 9)) === line[9],
    birth: mrzDigit(line.slice(13, 19)) === line[19],
    extra: mrzDigit(line.slice(28, 42)) === line[42],
    whole: mrzDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43)) === line[43],
  };
}

function mrzDates(line, today) {
  const dated = (digits, century) => {
    const found = day(century + +digits.slice(0, 2), +digits.slice(2, 4), +digits.slice(4));
    return found && found <= today ? found : null;
  };
  const [a, b] = [line.slice(29, 35), line.slice(35, 41)];
  for (const [issue, division] of [[a, b], [b, a]]) {
    const issued = dated(issue, 2000) ?? dated(issue, 1900);
    if (!issued || issued < 19971001 || !"0123".includes(division[2])) continue;
    for (const century of [2000, 1900]) {
      const birth = dated(line.slice(13, 19), century);
      if (birth && issued >= birthday(birth, 14)) return { birth, issued, division };
    }
  }
  return null;
}

function mrzNames(zone) {
  const at = zone.indexOf("<<");
  const words = (part) => part.split("<").filter(Boolean).map((word) => swap(word, LATIN, CYRILLIC));
  const surname = words(at < 0 ? zone : zone.slice(0, at));
  const given = words(at < 0 ? "" : zone.slice(at + 2));
  if (!surname.length || !given.length) return null;
  const tail = given.length > 2 && CHILDREN.includes(given.at(-1)) ? 2 : Math.min(1, given.length - 1);
  const titled = (word) => word[0] + lower(word.slice(1));
  const last = given.slice(given.length - tail);
  return {
    surname: surname.map(titled).join("-"),
    given_name: given.slice(0, given.length - tail).map(titled).join("-"),
    patronymic: last.map((word, i) => (i ? lower(word) : titled(word))).join(" "),
  };
}

/** Read the two lines as typed. `fills` holds input names and values when `ok`. */
export function readMrz(schema, typed, todayISO) {
  return readLines(schema.mrz, typed, isoDay(todayISO), 0);
}

function readLines(texts, typed, today, depth) {
  const answer = (code, more = {}, places = {}) => {
    const reading = { ok: code === "ok", code, text: fill(texts[code], places), groups: {}, suspects: [], mended: "" };
    Object.assign(reading, { cut: false, fills: {} }, more);
    for (const one of reading.suspects.slice(0, 3)) {
      const tail = one.likely ? texts.likely : texts.unsure;
      const said = { ru: texts.suspect.ru + tail.ru, en: texts.suspect.en + tail.en };
      const told = fill(said, { ...one, line: String(one.line), position: String(one.position) });
      reading.text = { ru: reading.text.ru + told.ru, en: reading.text.en + told.en };
    }
    return reading;
  };
  const mended = (lines) => {
    if (depth >= 4) return "";
    const again = readLines(texts, lines, today, depth + 1);
    return again.ok ? lines : again.mended;
  };
  const suspected = (code, suspects, lines) =>
    answer(code, { suspects, mended: suspects.every((one) => one.likely) ? mended(replaced(lines, suspects)) : "" });

  const lines = mrzLines(typed);
  if (lines.length !== 2) return answer("mrz_lines", {}, { count: String(lines.length) });
  const foreign = outside(lines);
  if (foreign.length) return suspected("mrz_alphabet", foreign, lines);
  if (lines[1].startsWith("PN") && !lines[0].startsWith("PN")) {
    return answer("mrz_order", { mended: mended(`${lines[1]}\n${lines[0]}`) });
  }
  const [first, second] = [mrzFit(lines[0]), lines[1]];
  for (const [i, line] of [first, second].entries()) {
    if (line.length === 44) continue;
    const refilled = `${first}\n${second.slice(0, 21)}<<<<<<<${second.slice(21).replace(/^<+/, "")}`;
    const places = { line: String(i + 1), count: String(line.length) };
    return answer("mrz_length", { mended: i ? mended(refilled) : "" }, places);
  }
  for (const [code, found] of misplaced([first, second])) {
    if (found.length) return suspected(code, found, [first, second]);
  }
  const groups = proven(second);
  const failing = Object.keys(groups).find((name) => !groups[name]);
  if (failing) {
    const stands = (line) => Object.values(proven(line)).every(Boolean) && mrzDates(line, today);
    const suspects = DIGITS.flatMap((i) =>
      [...ALIKE[+second[i]]]
        .filter((likely) => stands(second.slice(0, i) + likely + second.slice(i + 1)))
        .map((likely) => suspect(2, i, second[i], likely)),
    );
    return answer(`mrz_${failing}`, { groups, suspects });
  }
  const names = mrzNames(first.slice(5));
  const dates = mrzDates(second, today);
  if (!names || !dates) return answer(names ? "mrz_dates" : "mrz_names", { groups });
  const fills = {
    ...names,
    birth_date: writeDate(dates.birth),
    sex: second[20],
    passport_series: second.slice(0, 3) + second[28],
    passport_number: second.slice(3, 9),
    passport_issued_on: writeDate(dates.issued),
    passport_division_code: `${dates.division.slice(0, 3)}-${dates.division.slice(3)}`,
  };
  return answer("ok", { groups, cut: first[43] !== "<", fills });
}

extend({
  cleaning: {
    mrz(value) {
      const lines = mrzLines(value);
      return lines.length === 2 ? `${mrzFit(lines[0])}\n${lines[1]}` : value;
    },
  },
  mending: {
    mrz: (v, run) => readMrz(run.schema, v, run.iso).mended || v,
  },
  operations: {
    passport_lines(v, p, run) {
      const reading = readMrz(run.schema, v, run.iso);
      return reading.ok ? null : { reading: reading.text, code: reading.code };
    },
    lines_agree(v, p, run) {
      const reading = readMrz(run.schema, v, run.iso);
      const differing = p.others.filter((name) => {
        const typed = fold(other(run, name));
        const read = fold(reading.fills[name] ?? "");
        const loose = reading.cut && (name === "given_name" || name === "patronymic");
        return typed && reading.ok && !(loose ? typed.startsWith(read) : typed === read);
      });
      const labels = (locale) => differing.map((name) => run.schema.fields[name].label[locale]).join(", ");
      return differing.length ? { fields: { ru: labels("ru"), en: labels("en") } } : null;
    },
  },
});
