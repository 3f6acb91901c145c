import type { DriverCandidate } from "../snapshots/tagToDriver.ts";
import { nextStep } from "./nextStep.ts";
import type { TagEvidence } from "./tagEvidence.ts";
import type { NextStep, VerdictWord } from "./Verdict.ts";

/** What to do after a verdict over snapshots, the best first. */
export function tagNextSteps(
  word: VerdictWord,
  { suspect, kind, steady }: TagEvidence,
  drivers: readonly DriverCandidate[],
): NextStep[] {
  const tag = suspect?.tag;
  const best = drivers.find((driver) => driver.worth !== "weak" && /\.(sys|dll|exe)$/i.test(driver.driver));
  const others = steady
    .slice(1)
    .filter((row) => row.monotone && row.intervals >= 4 && (row.freedShare ?? 1) < 0.1)
    .slice(0, 2)
    .map((row) => row.tag);
  if (word === "leak" && kind === "object")
    return [
      nextStep("Find the process whose handle count rises with it.", "handle-counts"),
      nextStep("If it is a svchost, see which services run in it.", "tasklist"),
    ];
  if (word === "leak" && kind === "generic")
    return [nextStep("Record the call stacks of this tag's allocations.", "trace-tag", { tag })];
  if (word === "leak")
    return [
      ...(best
        ? [
            nextStep(`See whose ${best.driver} is and which version, and look for an update.`, "driver-version", {
              driver: best.driver,
            }),
          ]
        : []),
      ...(best === undefined || best.worth !== "strong"
        ? [
            ...(drivers.some(({ evidence }) => evidence === "findstr")
              ? []
              : [nextStep("Search the drivers for the tag's letters.", "findstr-drivers", { tag })]),
            nextStep("See whether they stand alone or inside a longer word.", "strings", { tag }),
          ]
        : []),
      ...others.map((other) =>
        nextStep(
          `Tag ${other.trimEnd()} rose in every interval too and freed next to nothing: a slower leak perhaps, so watch it over days.`,
          "poolmon-tag",
          { tag: other },
        ),
      ),
      nextStep("After the update or with the driver off, watch whether the tag still rises.", "poolmon-tag", { tag }),
    ];
  if (word === "unclear")
    return [
      nextStep("Take more snapshots, over whole load cycles.", "poolmon-loop"),
      nextStep("Check the counters for the floor of both pools.", "logman-create"),
    ];
  if (word === "cache")
    return [
      nextStep("Watch it for some hours without the activity that fills it: it should stay or shrink.", "poolmon-tag", {
        tag,
      }),
    ];
  return [
    nextStep(
      "If the pool does grow, take snapshots while it does, at the same quiet hour each day.",
      "poolmon-snapshot",
    ),
  ];
}
