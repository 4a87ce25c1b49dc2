// Dates and times in the viewer's own language and zone.

const LANGUAGE = navigator.language || "en";

const format = (options) => new Intl.DateTimeFormat(LANGUAGE, options);
const TIME = format({ timeStyle: "short" });
const LOG_TIME = format({ timeStyle: "medium", hourCycle: "h23" });
const DAY = format({ day: "numeric", month: "long" });
const DAY_AND_YEAR = format({ day: "numeric", month: "long", year: "numeric" });
const FULL = format({ dateStyle: "full", timeStyle: "medium" });
const FACE = format({ weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit", second: "2-digit" });
const EVENT = format({ weekday: "short", hour: "numeric", minute: "2-digit" });
const EVENT_FAR = format({ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
const RELATIVE = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" });

const DAY_LENGTH = 86_400_000;
const WEEK_LENGTH = 7 * DAY_LENGTH;

export const fromUnix = (seconds) => new Date(seconds * 1000);
export const clockTime = (date) => TIME.format(date);
export const logTime = (date) => LOG_TIME.format(date);
export const clockFace = (date) => FACE.format(date);
export const fullTime = (date) => FULL.format(date);

/** A key that is equal for two moments of one day of the viewer. */
export const dayKey = (date) => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;

export function dayName(date, now) {
  const days = Math.round((midnight(date) - midnight(now)) / DAY_LENGTH);
  if (Math.abs(days) <= 1) return capital(RELATIVE.format(days, "day"));
  return (date.getFullYear() === now.getFullYear() ? DAY : DAY_AND_YEAR).format(date);
}

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const capital = (text) => text.charAt(0).toLocaleUpperCase(LANGUAGE) + text.slice(1);

export function eventTime(date, now) {
  if (dayKey(date) === dayKey(now)) return TIME.format(date);
  return (date - now < WEEK_LENGTH ? EVENT : EVENT_FAR).format(date);
}

/** "UTC+7", for the viewer's zone at that moment. */
export function zoneName(date) {
  const minutes = -date.getTimezoneOffset();
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const sign = minutes < 0 ? "−" : "+";
  return `UTC${sign}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** "moved by +1 d 2 h", or "" when the clock is not moved. */
export function movedBy(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const parts = [[Math.floor(minutes / 1440), "d"], [Math.floor(minutes / 60) % 24, "h"], [minutes % 60, "min"]];
  const told = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return told.length ? `moved by ${seconds < 0 ? "−" : "+"}${told.join(" ")}` : "";
}

/** The text of a date_time entity: its format is "r" or any of w, d|D, t|T in that order. */
export function entityTime(unix, letters, now) {
  const date = fromUnix(unix);
  if (letters === "r") return relative(date, now);
  const options = {};
  if (letters.includes("w")) options.weekday = "long";
  if (letters.includes("d")) Object.assign(options, { day: "2-digit", month: "2-digit", year: "numeric" });
  if (letters.includes("D")) Object.assign(options, { day: "numeric", month: "long", year: "numeric" });
  if (/[tT]/.test(letters)) Object.assign(options, { hour: "numeric", minute: "2-digit" });
  if (letters.includes("T")) options.second = "2-digit";
  return format(options).format(date);
}

const STEPS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]];

function relative(date, now) {
  const seconds = Math.round((date - now) / 1000);
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? STEPS.at(-1);
  return RELATIVE.format(Math.round(seconds / length), unit);
}
