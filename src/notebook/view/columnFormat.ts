import { binaryUnit, isBytes } from "../value/binaryUnits.ts";
import { decimalsFor, fixed } from "../value/decimals.ts";
import { momentWithoutZone } from "../value/formatMoment.ts";
import { formatQuantity, wordsOfUnit } from "../value/formatNumber.ts";
import type { NumberValue, Scalar, TableColumn } from "../value/Value.ts";

/** One cell in words. */
export interface WrittenCell {
  text: string;
  /** "± 0.4", where the number is an estimate */
  interval?: string | undefined;
  /** the number itself, for hover and copies; undefined for words */
  exact?: string | undefined;
  /** the number as JavaScript writes it; undefined for words */
  raw?: string | undefined;
}

/** How a column is written: in one unit, named in its heading, with the same decimals in every row where that works. */
export interface ColumnFormat {
  isNumeric: boolean;
  /** stands in the heading: `MiB/h`; `` when the cells say their units themselves, or have none */
  unit: string;
  write: (cell: Scalar) => WrittenCell;
}

/** Decides from all of a column's cells how each is written. */
export function columnFormat({ unit = "" }: TableColumn, cells: readonly Scalar[]): ColumnFormat {
  const numbers = cells.map((cell) => asNumber(cell, unit));
  const isNumeric = numbers.some(Boolean) && cells.every((cell, index) => cell === null || numbers[index]);
  const units = new Set(numbers.flatMap((number) => number?.unit ?? []));
  const shared = isNumeric && units.size === 1 ? sharedFormat([...units][0]!, numbers) : undefined;
  const writeNumber = shared?.write ?? writeAlone;
  return {
    isNumeric,
    unit: shared?.unit ?? "",
    write: (cell) => {
      const number = asNumber(cell, unit);
      if (!number || (!isNumeric && typeof cell === "string")) return { text: cell === null ? "" : String(cell) };
      const value = Number(number.value);
      return { ...writeNumber(number), exact: formatQuantity(number).exact, raw: String(value) };
    },
  };
}

function asNumber(cell: Scalar, unit: string): NumberValue | undefined {
  if (typeof cell === "object") return cell ?? undefined;
  if (typeof cell === "number") return { kind: "number", value: cell, unit };
  return cell === "NaN" || cell === "Infinity" || cell === "-Infinity"
    ? { kind: "number", value: cell, unit }
    : undefined;
}

function writeAlone(number: NumberValue): WrittenCell {
  const { text, interval } = formatQuantity(number);
  return { text, interval };
}

type Shared = Pick<ColumnFormat, "unit"> & { write: (number: NumberValue) => WrittenCell };

/** One way of writing for all numbers of a column; undefined when each is better written alone. */
function sharedFormat(unit: string, numbers: readonly (NumberValue | undefined)[]): Shared | undefined {
  const values = numbers.flatMap((number) => (number ? [Number(number.value)] : [])).filter(Number.isFinite);
  if (unit === "line") return { unit: "", write: ({ value }) => ({ text: fixed(Number(value), 0) }) };
  if (unit === "ms") return momentFormat(values);
  if (unit === "s") return undefined;
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const { divisor, name } = isBytes(unit)
    ? binaryUnit(isNarrow(values, largest) ? largest / 100 : largest, unit)
    : { divisor: unit === "share" ? 0.01 : 1, name: wordsOfUnit(unit) };
  const isWhole = sizes.every((size) => Number.isInteger(size / divisor));
  const decimals = isWhole ? 0 : Math.min(4, Math.max(1, decimalsFor(largest / divisor)));
  const isLost = (value: number): boolean => value !== 0 && Math.abs(value / divisor) < 0.5 * 10 ** -decimals;
  // When most numbers of a column would vanish beside its largest, each is written in its own unit.
  if (2 * sizes.filter(isLost).length > sizes.length || largest / divisor >= 1e15) return undefined;
  const write = (value: number): string => (isLost(value) ? "≈0" : fixed(value / divisor, decimals));
  return {
    unit: name,
    write: (number) => ({ text: write(Number(number.value)), interval: intervalOf(number, write) }),
  };
}

/** Whether the numbers differ by so little that a finer unit is needed to see it: a pool's slow growth. */
function isNarrow(values: readonly number[], largest: number): boolean {
  const lowest = values.reduce((least, value) => Math.min(least, value), Infinity);
  const highest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return highest > lowest && highest - lowest < largest / 20;
}

function intervalOf({ value, low, high }: NumberValue, write: (value: number) => string): string | undefined {
  if ((low === undefined && high === undefined) || low === high) return undefined;
  const [from, to] = [Number(low ?? -Infinity), Number(high ?? Infinity)];
  const isCentred = Math.abs((from + to) / 2 - Number(value)) <= (to - from) * 0.05;
  return isCentred ? `± ${write((to - from) / 2)}` : `${write(from)} to ${write(to)}`;
}

/** Thousandths of a second say nothing where minutes pass between rows; the exact moment is there on hover. */
function momentFormat(values: readonly number[]): Shared {
  const [first = 0] = values;
  const isLong = values.some((ms) => Math.abs(ms - first) >= 60_000);
  const hasOnly = (unit: number): boolean => values.every((ms) => ms % unit === 0);
  const precision = hasOnly(60_000) ? "minutes" : isLong || hasOnly(1000) ? "seconds" : "full";
  const write = (ms: number): string => (Number.isFinite(ms) ? momentWithoutZone(ms, precision) : String(ms));
  return {
    unit: "UTC",
    write: (number) => ({ text: write(Number(number.value)), interval: intervalOf(number, write) }),
  };
}
