import type { FinalAnswers } from "../FinalAnswers.ts";
import { empty, firstMistake, right, wrong } from "./outcomes.ts";
import type { FactOutcome, Report } from "./Report.ts";

/** The pool, by a word. */
export function checkPool({ pool }: FinalAnswers, report: Report): FactOutcome {
  if (report.pool === "") return empty("pool", "Choose one. The counter log shows both pools.");
  if (report.pool === pool) return right("pool", "Its floor climbs through work and rest alike.");
  return wrong(
    "pool",
    "other pool",
    "This pool moves with the load and comes down again. Hold the lowest values of each hour against each other, of both pools, in perfmon.csv.",
  );
}

/** The tag: blanks at its end do not matter, capitals do. */
export function checkTag(answers: FinalAnswers, report: Report): FactOutcome {
  const { tag, second, mistakes } = answers;
  const said = report.tag.trimEnd();
  if (said === "") return empty("tag", "poolmon.txt holds seven snapshots: compare the first with the last.");
  if (said === tag.trimEnd())
    return right("tag", "It grows from each snapshot to the next, and its frees do not keep up.");
  const isTag = (other: string) => said === other.trimEnd();
  const is = (words: string) => `${said} ${words}`;
  return firstMistake(
    "tag",
    [
      [
        said === [...tag].reverse().join(""),
        "reversed",
        "These are the letters in the order of a register or of C source. In memory, in PoolMon and in the file they stand the other way round.",
      ],
      [
        said.toLowerCase() === tag.trimEnd().toLowerCase(),
        "capitals",
        "Tags distinguish capitals from small letters: write it as PoolMon prints it.",
      ],
      [
        isTag(second.tag),
        "second grower",
        is("grows too, but by a fraction of what the pool gained. Which tag explains most of the pool’s growth?"),
      ],
      [
        mistakes.largestTags.some(isTag),
        "largest tag",
        is(
          "is large, and it was as large in the first snapshot. Size says nothing about growth: rank by the difference between two snapshots.",
        ),
      ],
      [
        isTag(mistakes.busiestTag),
        "busiest tag",
        is("is the busiest: it allocates most and frees as much. Look at Diff, not at Allocs."),
      ],
      [
        isTag(mistakes.siblingTag),
        "sibling tag",
        is("belongs to the same driver, but its blocks go back. Look at its Diff from snapshot to snapshot."),
      ],
    ],
    "This tag does not explain the growth of the pool. Subtract the first snapshot of poolmon.txt from the last, tag by tag, and rank what is left.",
  );
}

/** The driver’s file; its ending may be left out. */
export function checkDriver({ driver, second, mistakes }: FinalAnswers, report: Report): FactOutcome {
  const bare = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^.*\\/, "")
      .replace(/\.(sys|exe)$/, "");
  const said = bare(report.driver);
  if (said === "")
    return empty(
      "driver",
      "findstr.txt says which driver files hold the tag’s letters, dump.txt which loaded driver does.",
    );
  if (said === bare(driver))
    return right("driver", "Its code holds the tag as a constant right in front of a call that allocates.");
  return firstMistake(
    "driver",
    [
      [
        said === bare(mistakes.foreignDriver),
        "inside a longer word",
        `${mistakes.foreignDriver} holds the four letters inside ${mistakes.foreignWord} only. Look at what strings printed for each hit, or at the code in dump.txt.`,
      ],
      [
        said === bare(second.driver),
        "second grower",
        "That is the driver of the second grower. Which file holds the tag that grows most?",
      ],
      [
        /^(nt|ntoskrnl|ntkrnlmp)$/.test(said),
        "kernel",
        "The kernel hands the memory out for everybody: the tag says on whose behalf. Search for the tag in the drivers.",
      ],
    ],
    "This driver does not hold the tag. Search for the tag’s four letters: findstr.txt has the files, and the hits of !for_each_module in dump.txt lie in a loaded driver.",
  );
}

/** The process, with or without its ending. */
export function checkProcess({ process, mistakes }: FinalAnswers, report: Report): FactOutcome {
  const bare = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/\s*\(\d+\)$/, "")
      .replace(/\.exe$/, "");
  const said = bare(report.process);
  if (said === "") return empty("process", "trace.csv names the process of each allocation and each free.");
  if (said === bare(process))
    return right(
      "process",
      "Of the blocks that are still there when the trace ends nearly all were asked for on its behalf.",
    );
  return firstMistake(
    "process",
    [
      [
        said === bare(mistakes.freedProcess),
        "frees again",
        "This process asks most often, and at the same place too. But its blocks are freed again: pair each free in trace.csv with its allocation by the address, and count what is left.",
      ],
    ],
    "Pair the events of trace.csv by address. What was allocated and not freed belongs to one process by far.",
  );
}
