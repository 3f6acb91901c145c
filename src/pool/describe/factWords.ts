import type { Fact } from "./LogDescription.ts";

/** A number as people read it: `12,345`. */
export const count = (number: number) => number.toLocaleString("en");

/** `1 module`, `12 modules` */
export const countOf = (number: number, one: string, many = `${one}s`) =>
  `${count(number)} ${number === 1 ? one : many}`;

/** Bytes as people read them: `1,024.0 MiB`. */
export const mebibytes = (bytes: number) =>
  `${(bytes / 1048576).toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MiB`;

/** From when to when; a log in which clocks were moved does not always rise. */
export function spanFact(times: readonly number[]): Fact[] {
  if (times.length === 0) return [];
  let [first, last] = [times[0]!, times[0]!];
  for (const time of times) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  if (first === last) return [{ what: "time", says: stampText(first) }];
  return [{ what: "time", says: `${stampText(first)} to ${stampText(last)}, ${lengthText((last - first) / 1000)}` }];
}

/** A length of time in the unit that suits it: `90 min`. */
export function lengthText(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 259_200 ? `${(seconds / 3600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} days`;
}

const stampText = (time: number) =>
  Number.isFinite(time) ? new Date(time).toISOString().slice(0, 19).replace("T", " ") : "?";
