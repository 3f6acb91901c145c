import { binaryUnit, isBytes } from "../../value/binaryUnits.ts";
import { decimalsForError, fixed } from "../../value/decimals.ts";
import { formatDuration } from "../../value/formatDuration.ts";
import { wordsOfUnit } from "../../value/formatNumber.ts";

/** How an axis of numbers is cut and written. */
export interface NumberTicks {
  values: number[];
  format: (value: number) => string;
  /** stands once at the axis's label: `MiB`; `` when there is nothing to say */
  unit: string;
  step: number;
}

const DURATIONS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
];

/** Round steps for a unit: powers of two for bytes, clock steps for durations, 1–2–5 for the rest. At most `most` + 1 ticks. */
export function numberTicks([low, high]: readonly [number, number], unit: string, most: number): NumberTicks {
  const least = Math.max((high - low) / most, Number.MIN_VALUE);
  const step = isBytes(unit) && least >= 1 ? 2 ** Math.ceil(Math.log2(least) - 1e-9) : stepFor(unit, least);
  const values: number[] = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; index++) values.push(index * step);
  return { values, step, ...writing(unit, step, Math.max(Math.abs(low), Math.abs(high))) };
}

function stepFor(unit: string, least: number): number {
  const duration = unit === "s" ? DURATIONS.find((seconds) => seconds >= least) : undefined;
  if (duration !== undefined && least > 0.5) return duration;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * magnitude).find((step) => step >= least * (1 - 1e-9))!;
}

function writing(unit: string, step: number, most: number): Pick<NumberTicks, "format" | "unit"> {
  if (unit === "s") return { format: formatDuration, unit: "" };
  if (isBytes(unit)) {
    const { divisor, name } = binaryUnit(step, unit);
    return { format: (value) => fixed(value / divisor, decimalsOf(step / divisor)), unit: name };
  }
  const factor = unit === "share" ? 100 : 1;
  const decimals = decimalsOf(step * factor);
  const words = unit === "line" ? "" : wordsOfUnit(unit);
  if (most * factor >= 1e7)
    return {
      format: (value) => `${fixed((value * factor) / 1e6, decimalsOf(step / 1e6))}`,
      unit: `million ${words}`.trim(),
    };
  return { format: (value) => fixed(value * factor, decimals), unit: words };
}

/** The decimals a step of this size needs: 0.25 needs two. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 8; decimals++) {
    if (Math.abs(step - Number(step.toFixed(decimals))) < step * 1e-6) return decimals;
  }
  return decimalsForError(step);
}
