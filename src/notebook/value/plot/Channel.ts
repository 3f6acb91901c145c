import { shapeOf, timeOf } from "../inspect.ts";
import { labelOf, unitOf } from "../unitOf.ts";
import type { PlotChannel } from "../Value.ts";
import { shorten } from "../words.ts";

/** One channel of a mark, evaluated: a value per point, null for a blank. */
export interface Channel {
  type: "numbers" | "times" | "texts";
  values: (number | string | null)[];
  /** what its numbers are measured in; `` when nothing says so */
  unit: string;
  /** its heading in words; `` when nothing says so */
  label: string;
}

/** Makes a channel of whatever an accessor gave: numbers, dates, quantities, or else texts. */
export function channelOf(raw: readonly unknown[], name: string | undefined): Channel {
  let unit = name === undefined ? "" : unitOf(name);
  let hasDate = false;
  let hasText = false;
  const values = raw.map((value) => {
    const plain = plainValue(value);
    if (typeof plain === "object" && plain !== null) {
      unit = plain.unit;
      hasDate ||= plain.unit === "ms";
      return finite(plain.value);
    }
    hasText ||= typeof plain === "string";
    return plain;
  });
  const label = name === undefined ? "" : labelOf(name);
  if (hasText) return { type: "texts", values: values.map(textOf), unit: "", label };
  return { type: hasDate || unit === "ms" ? "times" : "numbers", values, unit, label };
}

function plainValue(value: unknown): number | string | null | { value: number; unit: string } {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return finite(value);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string") return shorten(value, 200);
  if (typeof value === "boolean") return String(value);
  if (shapeOf(value) === "date") return { value: timeOf(value), unit: "ms" };
  const { kind, value: amount, unit } = value as { kind?: unknown; value?: unknown; unit?: unknown };
  return kind === "quantity" && typeof amount === "number" && typeof unit === "string" ? { value: amount, unit } : null;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const textOf = (value: number | string | null): string | null => (value === null ? null : String(value));

/** The points at `indexes` of a channel, as they cross to the page. */
export function pickPoints(channel: Channel, indexes: readonly number[]): PlotChannel {
  const picked = indexes.map((index) => channel.values[index] ?? null);
  if (channel.type === "texts") return { texts: picked as (string | null)[] };
  return channel.type === "times" ? { times: picked as (number | null)[] } : { numbers: picked as (number | null)[] };
}
