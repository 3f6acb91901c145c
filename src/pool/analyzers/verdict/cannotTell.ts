import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { JudgedPart } from "./choosePart.ts";
import { nextStep } from "./nextStep.ts";
import type { Verdict } from "./Verdict.ts";
import { count, durationInWords } from "./words.ts";

/** The frame of a verdict that names nobody. */
export function unclear(summary: string, about: Partial<Verdict>): Verdict {
  return {
    kind: "verdict",
    verdict: "unclear",
    summary,
    pool: undefined,
    tag: undefined,
    driver: undefined,
    rate: undefined,
    growth: undefined,
    exhaustion: undefined,
    confidence: 0,
    confidenceWord: "low",
    reasons: [],
    against: [],
    next: [],
    lines: [],
    log: undefined,
    ...about,
  };
}

/** The log does not hold the pool's counter. */
export function noCounterVerdict(log: CounterLog, pool: Pool): Verdict {
  const held = log.counters.length;
  const foreign = log.counters.some((counter) => counter.englishPath === undefined);
  return unclear(`The log does not show the ${pool} pool, so it cannot tell.`, {
    reasons: [
      held === 0
        ? "No counters were read."
        : `None of its ${count(held, "counter")} is \\Memory\\Pool ${pool === "nonpaged" ? "Nonpaged" : "Paged"} Bytes${
            foreign ? " under a name that is known here; some names are in another language" : ""
          }.`,
    ],
    next: [
      nextStep("Record the counters that matter for a pool, over three load cycles or more.", "logman-create"),
      ...(foreign ? [nextStep("List the counter names in the machine's language.", "typeperf-list")] : []),
    ],
    log: log.log,
  });
}

/** The log holds the counter, but too little of it. */
export function tooShortVerdict(part: JudgedPart, pool: Pool): Verdict {
  return unclear(`${part.tooShort!} That is not enough to tell.`, {
    pool,
    reasons: [part.tooShort!, `They cover ${durationInWords(part.segment.durationSeconds)}.`],
    against: part.doubts,
    next: [
      nextStep("Record three load cycles or more: a week, if the load follows the working day.", "logman-create-week"),
    ],
    lines: [...part.series.lines.subarray(0, 1)],
    log: part.series.log,
  });
}
