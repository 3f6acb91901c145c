import { binaryUnit, isBytes } from "./binaryUnits.ts";
import { decimalsForError, fixed, NBSP, rounded } from "./decimals.ts";
import { formatDuration } from "./formatDuration.ts";
import { formatMoment, isMoment } from "./formatMoment.ts";
import type { NumberValue } from "./Value.ts";
import { groupThousands } from "./words.ts";

const WORDS: Readonly<Record<string, string>> = { "1/h": "per hour", "1/s": "per second", share: "%" };

/** The words that stand behind a number of this unit: `%`, `per hour`. */
export const wordsOfUnit = (unit: string): string => WORDS[unit] ?? unit;

/** A number in words for a reader: bytes in binary units, durations and moments spelled out, three to four digits. */
export function formatNumber(value: number, unit: string): string {
  if (Number.isNaN(value)) return "NaN";
  if (unit === "s") return formatDuration(value);
  if (unit === "ms") return formatMoment(value);
  if (unit === "line") return `line${NBSP}${fixed(value, 0)}`;
  if (!isBytes(unit)) return withUnit(rounded(unit === "share" ? value * 100 : value), wordsOfUnit(unit));
  const { divisor, name } = binaryUnit(Math.abs(value), unit);
  return withUnit(divisor === 1 && Math.abs(value) >= 100 ? fixed(value, 0) : rounded(value / divisor), name);
}

/** The number itself, as it is: "1,048,576 B", "0.3741", "2012-08-14T09:30:15.250Z". */
export function exactNumber(value: number, unit: string): string {
  if (unit === "ms" && isMoment(value)) return new Date(value).toISOString();
  const digits = Number.isFinite(value) ? groupThousands(value) : String(value);
  return withUnit(digits, unit === "share" || unit === "line" ? "" : wordsOfUnit(unit));
}

export interface FormattedQuantity {
  /** "12.4 MiB/h" */
  text: string;
  /** "± 0.4 MiB/h", "1,024.1 to 1,025.0 MiB"; undefined for a number without uncertainty */
  interval: string | undefined;
  /** "13,002,342 B/h", with the exact interval where there is one */
  exact: string;
}

/** A number with what is known of its uncertainty; `low` and `high` are the 95 % interval. */
export function formatQuantity(quantity: NumberValue): FormattedQuantity {
  const { unit } = quantity;
  const value = Number(quantity.value);
  const low = Number(quantity.low ?? -Infinity);
  const high = Number(quantity.high ?? Infinity);
  const exact = exactNumber(value, unit);
  if ((quantity.low === undefined && quantity.high === undefined) || low === high) {
    return { text: formatNumber(value, unit), interval: undefined, exact };
  }
  const bounds = `95 % interval: ${exactNumber(low, unit)} to ${exactNumber(high, unit)}`;
  return { ...formatEstimate(value, low, high, unit), exact: `${exact}; ${bounds}` };
}

function formatEstimate(
  value: number,
  low: number,
  high: number,
  unit: string,
): Pick<FormattedQuantity, "text" | "interval"> {
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    const text = formatNumber(value, unit);
    if (Number.isFinite(low)) return { text, interval: `at least ${formatNumber(low, unit)}` };
    return { text, interval: Number.isFinite(high) ? `at most ${formatNumber(high, unit)}` : "uncertain" };
  }
  if (unit === "s" || unit === "ms" || unit === "line") {
    const [from, until] = [formatNumber(low, unit), formatNumber(high, unit)];
    // Ends that read the same say "sure to the digit shown", which the figure alone says better.
    return { text: formatNumber(value, unit), interval: from === until ? undefined : `${from} to ${until}` };
  }
  const { divisor, name } = unitOfEstimate(value, (high - low) / 2, unit);
  const half = (high - low) / 2 / divisor;
  const decimals = decimalsForError(half);
  const write = (amount: number): string => fixed(amount / divisor, decimals);
  const text = withUnit(write(value), name);
  const isCentred = Math.abs((low + high) / 2 - value) <= Math.abs(high - low) * 0.05;
  if (isCentred) return { text, interval: `±${NBSP}${withUnit(fixed(half, decimals), name)}` };
  return { text, interval: `${write(low)} to ${withUnit(write(high), name)}` };
}

/** The unit that shows the uncertainty in few decimals: 1,024.5 ± 0.4 MiB, not 1.0005 ± 0.0004 GiB. */
function unitOfEstimate(value: number, half: number, unit: string): { divisor: number; name: string } {
  if (!isBytes(unit)) return { divisor: unit === "share" ? 0.01 : 1, name: wordsOfUnit(unit) };
  const size = Math.max(Math.abs(value), half);
  const largest = binaryUnit(size, unit);
  const smaller = binaryUnit(largest.divisor / 1024, unit);
  const needsMore = decimalsForError(half / largest.divisor) > 1 && size / smaller.divisor < 10_000;
  return needsMore ? smaller : largest;
}

export function withUnit(digits: string, unit: string): string {
  return unit === "" ? digits : `${digits}${NBSP}${unit}`;
}
