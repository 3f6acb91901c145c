import { unclear } from "../verdict/cannotTell.ts";
import { nextStep } from "../verdict/nextStep.ts";
import type { Verdict } from "../verdict/Verdict.ts";

/** No file shows the pool over time, and none shows it at one moment. */
export function noGrowth(): Verdict {
  return unclear("No file here shows the pool over time, so nothing can be said of growth.", {
    reasons: ["Growth needs a counter log, or three PoolMon snapshots or more."],
    next: [
      nextStep("Take PoolMon snapshots over some hours, three or more.", "poolmon-loop"),
      nextStep("Record the counters that matter for a pool, over three load cycles or more.", "logman-create"),
    ],
  });
}
