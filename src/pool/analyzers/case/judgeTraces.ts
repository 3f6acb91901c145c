import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { kindOfTag } from "../../formats/tags/knownTags.ts";
import type { PoolSummary, PoolSummaryRow } from "../../formats/wpt/PoolSummary.ts";
import type { PoolTrace } from "../../formats/wpt/PoolTrace.ts";
import { quantity } from "../../Quantity.ts";
import { outstandingStacks, type OutstandingStack } from "../trace/outstandingStacks.ts";
import { pairEvents } from "../trace/pairEvents.ts";
import { wholeWindow } from "../trace/lifetimes.ts";
import { unclear } from "../verdict/cannotTell.ts";
import { nextStep } from "../verdict/nextStep.ts";
import { confidenceWord, type Verdict } from "../verdict/Verdict.ts";
import { bytesInWords, durationInWords, rateInWords } from "../verdict/words.ts";
import type { FromFile } from "./gatherCase.ts";

/** A leak leaves blocks in nearly all eighths of a window. */
const LEAST_SPREAD = 6;
const LEAST_BLOCKS = 20;
const LEAST_SECONDS = 60;

/** What one trace says of growth inside its window: never of what was there before. */
export function judgeTrace({ file, records }: FromFile<PoolTrace>): Verdict {
  const pairs = pairEvents(records);
  const window = wholeWindow(records);
  const seconds = (window.until - window.from) / 1e6;
  const stayed = outstandingStacks(records, pairs, window);
  const suspect =
    stayed.find((each) => isEverywhere(each) && !["cache", "trace"].includes(kindOfTag(each.tag) ?? "")) ??
    stayed.find(({ isEdge }) => !isEdge);
  const lost = records.lostEvents ?? 0;
  const isLeak = suspect !== undefined && isEverywhere(suspect) && lost === 0 && seconds >= LEAST_SECONDS;
  const confidence = isLeak ? 0.6 : 0.2;
  const tag = suspect?.tag.trimEnd();
  return {
    ...unclear(
      isLeak
        ? `In the ${durationInWords(seconds)} of the trace the ${poolOf(suspect)} pool leaks under the tag ${tag}${suspect.rate ? `, ${rateInWords(suspect.rate)}` : ""}.`
        : `The trace's window of ${durationInWords(seconds)} does not tell whether ${suspect ? `what stays under the tag ${tag} is a leak` : "the pool leaks"}.`,
      {},
    ),
    verdict: isLeak ? "leak" : "unclear",
    pool: suspect && poolOf(suspect),
    tag: suspect?.tag,
    rate: suspect?.rate,
    growth: suspect && quantity(suspect.bytes, "B"),
    confidence,
    confidenceWord: confidenceWord(confidence),
    reasons: [
      `Of ${pairs.allocations} allocations in the window ${pairs.unfreed} were not freed in it; ${pairs.older} frees are of older blocks.`,
      ...(suspect
        ? [
            `Under ${tag} ${suspect.count} blocks of one call path stayed, ${bytesInWords(suspect.bytes)}, in ${suspect.spread} of 8 parts of the window (line ${suspect.line}); ${suspect.freed} others of that path were freed.`,
          ]
        : []),
    ],
    against: [
      // Before anything else: with events missing, no pair is certain.
      ...(lost > 0 ? [`The recording lost ${lost} events: blocks that seem to stay may have been freed.`] : []),
      ...(suspect?.isEdge === true
        ? ["What stayed was allocated at the end of the window and had no time to be freed."]
        : []),
      ...(suspect && suspect.spread < LEAST_SPREAD
        ? ["What stayed is not spread over the window: a leak would leave blocks in all parts of it."]
        : []),
      "A trace shows growth inside its window, not what the pool holds.",
      ...(seconds < LEAST_SECONDS ? ["Less than a minute was recorded."] : []),
    ],
    next: lost > 0 || !isLeak ? nextAfterTrace(suspect?.tag, lost > 0) : [],
    lines: suspect ? [suspect.line] : [],
    log: file || undefined,
  };
}

function isEverywhere({ spread, count, isEdge }: OutstandingStack): boolean {
  return spread >= LEAST_SPREAD && count >= LEAST_BLOCKS && !isEdge;
}

function poolOf({ pool }: OutstandingStack): Pool {
  return pool === "paged" ? "paged" : "nonpaged";
}

/** What a summary of a trace says: growth inside the window, without when in it. */
export function judgeSummary({ file, records }: FromFile<PoolSummary>): Verdict {
  const stayed = records.rows
    .filter((row) => row.lifetime === "AIFO" || (row.lifetime === undefined && (row.outstandingCount ?? 0) > 0))
    .sort((a, b) => stayedBytes(b) - stayedBytes(a));
  const top = stayed[0];
  const lost = records.lostEvents ?? 0;
  return unclear(
    top
      ? `Under the tag ${top.tag.trimEnd()} most stayed in the trace's window, ${bytesInWords(stayedBytes(top))}; a summary does not tell whether it leaks.`
      : "Nothing stayed in the trace's window.",
    {
      pool: top?.pool,
      tag: top?.tag,
      driver: top?.module === "" ? undefined : top?.module,
      growth: top && quantity(stayedBytes(top), "B"),
      confidence: 0.25,
      reasons: top
        ? [
            `${top.outstandingCount ?? top.count} blocks of ${top.tag.trimEnd()}${top.module ? ` (${top.module})` : ""} were allocated in the window and not freed in it (line ${top.line}).`,
          ]
        : [],
      against: [
        ...(lost > 0 ? [`The recording lost ${lost} events: blocks that seem to stay may have been freed.`] : []),
        "A summary does not show when in the window they were allocated: those of its last moments had no time to be freed.",
        "A trace shows growth inside its window, not what the pool holds.",
      ],
      next: nextAfterTrace(top?.tag, lost > 0),
      lines: top ? [top.line] : [],
      log: file || undefined,
    },
  );
}

function stayedBytes(row: PoolSummaryRow): number {
  return row.lifetime === "AIFO" ? row.impactingBytes || row.bytes : row.impactingBytes;
}

function nextAfterTrace(tag: string | undefined, lost: boolean): Verdict["next"] {
  return [
    ...(tag === undefined
      ? []
      : [
          nextStep(
            lost
              ? "Record again, this tag alone: then no events are lost."
              : "Record this tag alone, for ten minutes or more.",
            "trace-tag",
            { tag },
          ),
        ]),
    nextStep("Take PoolMon snapshots meanwhile: they show what the pool holds.", "poolmon-loop"),
  ];
}
