// Civil days as «2026-11-27»: no zone can shift them.
const DAY = 86400000;
const at = (iso) => new Date(`${iso}T00:00:00Z`);
export const iso = (date) => date.toISOString().slice(0, 10);
export const plusDays = (day, count) => iso(new Date(at(day).getTime() + count * DAY));
export const plusMonths = (day, count) => {
  const date = at(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return iso(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date.getUTCDate(), last))));
};
export const weekday = (day) => (at(day).getUTCDay() + 6) % 7; // Monday is 0
export const monthOf = (day) => day.slice(0, 7);
export const daysBetween = (first, last) => Math.round((at(last) - at(first)) / DAY);
const formats = new Map();
const format = (lang, how) => {
  const key = lang + JSON.stringify(how);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "ru-RU", { timeZone: "UTC", ...how }));
  return formats.get(key);
};
export const monthName = (day, lang) => {
  const words = format(lang, { month: "long", year: "numeric" }).format(at(day)).replace(" г.", "");
  return words[0].toUpperCase() + words.slice(1);
};
export const monthAlone = (day, lang) => {
  const words = format(lang, { month: "long" }).format(at(day));
  return words[0].toUpperCase() + words.slice(1);
};
export const longDay = (day, lang) => format(lang, { day: "numeric", month: "long", year: "numeric", weekday: "long" }).format(at(day)).replace(" г.", "");
export const plainDay = (day, lang) => (lang === "en" ? format(lang, { day: "numeric", month: "long", year: "numeric" }).format(at(day)) : `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`);
export const daySpan = (first, last, lang) => format(lang, { day: "numeric", month: "long", year: "numeric" }).formatRange(at(first), at(last)).replaceAll(" г.", "");
export const shortWeekday = (number, lang) => format(lang, { weekday: "short" }).format(at(plusDays("2026-11-02", number)));
export const longWeekday = (number, lang) => format(lang, { weekday: "long" }).format(at(plusDays("2026-11-02", number)));
