import type { Quantity } from "../../Quantity.ts";

/** Bytes in words, binary units: `1.5 MiB`. Verdicts are sentences; tables and charts format their numbers themselves. */
export function bytesInWords(bytes: number): string {
  if (!Number.isFinite(bytes)) return "an unknown number of bytes";
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let size = Math.abs(bytes);
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${bytes < 0 ? "-" : ""}${threeDigits(size)} ${units[unit]!}`;
}

/** A rate in words: `3.52 GiB per hour (3.5 to 3.55)`. Slow ones are told per day. */
export function rateInWords(rate: Quantity): string {
  const perDay = Math.abs(rate.value) < 4 * 1024 ** 2;
  const scale = perDay ? 24 : 1;
  const [low, high] = [rate.low, rate.high].map((end) => (end === undefined ? undefined : bytesInWords(end * scale)));
  // Ends that read the same say no more than the rate itself.
  const range = low === undefined || high === undefined || low === high ? "" : ` (${low} to ${high})`;
  return `${bytesInWords(rate.value * scale)} per ${perDay ? "day" : "hour"}${range}`;
}

/** A duration in words, as long as a person would say it: `3 h 20 min`, `5 days`. */
export function durationInWords(seconds: number): string {
  if (!Number.isFinite(seconds)) return "never";
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 10) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  if (hours < 48) return `${Math.round(minutes / 60)} h`;
  return `${threeDigits(seconds / 86_400)} days`;
}

/** A share in words: `83 %`. */
export function shareInWords(share: number): string {
  const percent = share * 100;
  return `${percent > 0 && percent < 1 ? "under 1" : Math.round(percent)} %`;
}

/** `1 tag`, `3 tags`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
