import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { fitSlope } from "./fitSlope.ts";
import { validSamples } from "./Series.ts";
import { counterSeries } from "./takeSeries.ts";

/** A process whose handle count rises. */
export interface HandleGrowth {
  /** the instance name: `svchost#3` */
  process: string;
  /** its robust slope */
  handlesPerHour: number;
  /** handles gained over the log */
  gained: number;
  /** handles at the end */
  handles: number;
  /** the line of its last sample */
  line: number;
}

/** Fewer handles gained than this are the daily coming and going. */
const LEAST_GAINED = 200;

/**
 * The processes whose `Handle Count` rises steadily, the fastest first. Each handle keeps an object in the kernel's pools:
 * where one process gains them in step with the pool, the fault is in that process and no driver need be hunted. `_Total`
 * counts as one.
 */
export function handleGrowth(log: CounterLog): HandleGrowth[] {
  return log.counters
    .filter((counter) => counter.englishPath?.toLowerCase() === "\\process\\handle count")
    .flatMap((counter): HandleGrowth[] => {
      const series = counterSeries(log, counter);
      const valid = validSamples(series);
      if (valid.values.length < 12) return [];
      const fit = fitSlope(series, { points: 60, thin: "minimum" });
      const gained = fit.growth.value;
      const start = Math.max(1, fit.start.value);
      if (!fit.growing || gained < LEAST_GAINED || gained < start * 0.2 || gained < 3 * fit.noise.value) return [];
      return [
        {
          process: counter.instance,
          handlesPerHour: fit.slope.value,
          gained,
          handles: valid.values.at(-1)!,
          line: valid.lines.at(-1)!,
        },
      ];
    })
    .sort((a, b) => b.handlesPerHour - a.handlesPerHour);
}
