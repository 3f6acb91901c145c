/** One line of the table. */
export interface Figure {
  what: string;
  /** what was measured, in `unit` */
  samples: readonly number[];
  unit: "ms" | "kB" | "MiB" | "MiB/s" | "shift" | "frames";
  /** the design's limit for the median, in the same unit; undefined where it sets none */
  budget?: number;
  /** how the measurement is to be understood */
  note?: string;
}

/** The value below which a share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);

/** Prints figures as a table, each with its budget and whether the median keeps it. */
export function printFigures(figures: readonly Figure[]): void {
  const heads = ["what", "median", "p95", "n", "budget", "", ""];
  const rows = figures.map(({ what, samples, unit, budget, note = "" }) => [
    what,
    samples.length === 0 ? "not measured" : `${show(median(samples))} ${unit}`,
    samples.length > 1 ? show(quantile(samples, 0.95)) : "",
    String(samples.length),
    budget === undefined ? "" : `${budget} ${unit}`,
    budget === undefined || samples.length === 0 ? "" : median(samples) <= budget ? "within" : "over",
    note,
  ]);
  const widths = heads.map((head, index) => Math.max(head.length, ...rows.map((row) => row[index]!.length)));
  for (const row of [heads, ...rows]) {
    // Words to the left, numbers to the right.
    const cells = row.map((cell, index) =>
      index === 0 || index > 4 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!),
    );
    console.log(`   ${cells.join("  ").trimEnd()}`);
  }
}

const show = (value: number) => (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));
