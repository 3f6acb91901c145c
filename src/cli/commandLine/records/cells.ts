/** A number with its thousands apart; blank where there is none, as blank is not zero. */
export function numberCell(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return value.toLocaleString("en", { maximumFractionDigits: Math.abs(value) < 100 ? 3 : 0 });
}

/** A moment as the log's machine showed it: `2012-08-14 09:30:00`. */
export function timeCell(time: number | undefined): string {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 19).replace("T", " ");
}

/** A number in hexadecimal, as debuggers write it; blank where there is none. */
export function hexCell(value: number | bigint | undefined): string {
  return value === undefined ? "" : `0x${value.toString(16)}`;
}

/** `1 sample`, `380 samples`. */
export function countText(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
