import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { kindOfTag } from "../../formats/tags/knownTags.ts";
import type { VmReport } from "../../formats/windbg/memory/VmReport.ts";
import { averageRate, dumpShares, poolUsage, type DumpShare } from "../dump/dumpShares.ts";
import { compareDumps, hoursBetween, isSameBoot } from "../dump/compareDumps.ts";
import { dumpPairs } from "../dump/dumpPairs.ts";
import { memoryLimits } from "../dump/memoryLimits.ts";
import { unclear } from "../verdict/cannotTell.ts";
import { nextStep } from "../verdict/nextStep.ts";
import { confidenceWord, type NextStep, type Verdict } from "../verdict/Verdict.ts";
import { bytesInWords, durationInWords, rateInWords, shareInWords } from "../verdict/words.ts";
import { quantity } from "../../Quantity.ts";
import type { CaseDump } from "./dumpMoments.ts";

/** A tag that holds less of its pool than this does not stand out in a dump. */
const LEAST_SHARE = 0.3;
/** So few blocks are held for good, whatever their size: a driver's own buffer. */
const LEAST_BLOCKS = 1000;
/** Where so much of what Windows may promise is promised, requests are refused, whatever the pools hold. */
const COMMIT_SPENT = 0.95;
/** The rate between two dumps and the average since the machine started agree within this factor, for a leak that began with it. */
const LIKE_AVERAGE = 3;

/**
 * What dumps say. One dump has no history, so it names what to watch and never a leak. Two of one boot show growth, and the start of the
 * machine, when nothing was held yet, is a third moment: a tag that grew between them as fast as on the average before has leaked.
 */
export function judgeDumps(dumps: readonly CaseDump[]): Verdict | undefined {
  const last = dumps.at(-1);
  if (last === undefined) return undefined;
  const earlier = dumps.find((dump) => dump !== last && isSameBoot(dump.target, last.target) !== false);
  const grown = earlier && judgeTwo(earlier, last);
  return grown ?? judgeOne(last, dumps.length);
}

function judgeTwo(first: CaseDump, last: CaseDump): Verdict | undefined {
  const growth = compareDumps(first, last);
  const hours = hoursBetween(first, last);
  const top = growth.find(({ blocks, bytes }) => blocks > 0 && bytes > 0);
  if (top === undefined || hours === undefined || hours <= 0) return undefined;
  const gained = growth.reduce((sum, each) => sum + (each.pool === top.pool ? Math.max(0, each.bytes) : 0), 0);
  const share = top.bytes / gained;
  const uptime = last.target?.uptimeSeconds;
  const average = uptime === undefined ? undefined : averageRate(top.held, uptime).value;
  const ratio = average === undefined ? NaN : top.rate!.value / average;
  const asBefore = ratio > 1 / LIKE_AVERAGE && ratio < LIKE_AVERAGE;
  const kind = kindOfTag(top.tag);
  const isLeak = share >= 0.5 && asBefore && kind !== "cache" && kind !== "trace";
  const tag = top.tag.trimEnd();
  const confidence = isLeak ? 0.55 : 0.25;
  return {
    ...unclear(
      isLeak
        ? `The ${top.pool} pool leaks under the tag ${tag}, ${rateInWords(top.rate!)}, by two dumps of one boot.`
        : `Between two dumps of one boot the tag ${tag} gained ${bytesInWords(top.bytes)}: one interval can as well be load.`,
      {},
    ),
    verdict: isLeak ? "leak" : "unclear",
    pool: top.pool,
    tag: top.tag,
    rate: top.rate,
    growth: quantity(top.bytes, "B"),
    confidence,
    confidenceWord: confidenceWord(confidence),
    reasons: [
      `In the ${durationInWords(hours * 3600)} between the dumps ${tag} gained ${top.blocks} blocks and ${bytesInWords(top.bytes)}, ${shareInWords(share)} of what the ${top.pool} pool's tags gained (line ${top.line}).`,
      ...(average === undefined
        ? []
        : [
            `Over the ${durationInWords(uptime!)} since the machine started that is ${rateInWords(averageRate(top.held, uptime!))} on the average: ${paceInWords(ratio)}.`,
          ]),
    ],
    against: [
      "Two dumps are two moments: what load did between them is not seen.",
      ...(isSameBoot(first.target, last.target) === undefined
        ? ["The dumps do not both say when the machine started, so they may be of different boots."]
        : []),
    ],
    next: nextAfterDump(last, top),
    lines: [top.line],
    log: last.file || undefined,
  };
}

/** How the pace between two dumps compares with the average over all of the uptime. */
function paceInWords(ratio: number): string {
  if (ratio >= LIKE_AVERAGE || ratio <= 1 / LIKE_AVERAGE) return "it did not go on as before";
  if (ratio > 1.5)
    return `between the dumps it was ${ratio.toFixed(1)} times that, so it began after the start or has sped up`;
  return ratio < 1 / 1.5 ? "it has slowed down" : "it went on as before";
}

function judgeOne({ table, vm, target, file }: CaseDump, count: number): Verdict {
  const shares = dumpShares(table, vm);
  const suspect = shares.find(
    ({ share, outstanding, tag }) =>
      (share ?? 0) >= LEAST_SHARE && outstanding >= LEAST_BLOCKS && !["cache", "trace"].includes(kindOfTag(tag) ?? ""),
  );
  const about = suspect ?? shares[0];
  const moment = count > 1 ? "Dumps of different boots cannot be compared" : "One dump is one moment";
  const uptime = target?.uptimeSeconds;
  const reasons = [...(about ? [describeShare(about, suspect !== undefined)] : []), ...describeVm(vm)];
  if (suspect && uptime !== undefined)
    reasons.push(
      `If all of it was lost evenly since the machine started ${durationInWords(uptime)} before, that is ${rateInWords(averageRate(suspect.bytes, uptime))}.`,
    );
  if (suspect?.frees !== undefined && suspect.allocs !== undefined && suspect.frees < 0.01 * suspect.allocs)
    reasons.push(
      `Of ${suspect.allocs} allocations since the start ${suspect.frees} were freed: the best sign of a leak that a dump has.`,
    );
  for (const { tags, outstanding } of dumpPairs(table).slice(0, 3))
    reasons.push(
      `${tags[0].trimEnd()} and ${tags[1].trimEnd()} hold nearly as many blocks (${outstanding[0]} and ${outstanding[1]}): what one of them holds may be the other.`,
    );
  const commit = vm && memoryLimits(vm).find(({ what }) => what === "commit");
  const isCommitSpent = suspect === undefined && commit !== undefined && commit.share >= COMMIT_SPENT;
  return unclear(
    isCommitSpent
      ? `Committed memory is at ${shareInWords(commit.share)} of its limit and no tag stands out: look for the process that holds it, not for a driver.`
      : suspect
        ? `The tag ${suspect.tag.trimEnd()} holds ${shareInWords(suspect.share!)} of the ${suspect.pool} pool; whether it grows, a dump cannot tell.`
        : "No tag stands out in the dump, and whether one grows a dump cannot tell.",
    {
      pool: suspect?.pool,
      tag: suspect?.tag,
      confidence: suspect ? 0.3 : 0.2,
      reasons,
      against: [
        `${moment}: there is no history in it, so load and a leak look the same.`,
        ...(table.total === undefined ? ["The listing ended early: tags may be missing."] : []),
      ],
      next: [
        ...(isCommitSpent
          ? [nextStep("In the same dump, list the processes with what they hold.", "kd-vm-processes")]
          : []),
        ...nextAfterDump({ table }, suspect),
      ],
      lines: isCommitSpent ? [commit.line] : about ? [about.line] : [],
      log: file || undefined,
    },
  );
}

function describeShare(
  { tag, pool, bytes, outstanding, blockBytes, share, line }: DumpShare,
  isSuspect: boolean,
): string {
  const of = share === undefined ? "" : `, ${shareInWords(share)} of the ${pool} pool`;
  const size = blockBytes === undefined ? "" : ` of ${Math.round(blockBytes)} bytes on the average`;
  return `${isSuspect ? "Tag" : "The largest tag,"} ${tag.trimEnd()}${isSuspect ? "" : ","} holds ${bytesInWords(bytes)} in ${outstanding} blocks${size}${of} (line ${line}).`;
}

/** What `!vm` says that matters before any tag is blamed. */
export function describeVm(vm: VmReport | undefined): string[] {
  if (vm === undefined) return [];
  const filled = (["nonpaged", "paged"] as const).flatMap((pool: Pool): string[] => {
    const usage = poolUsage({ total: undefined, isSession: false }, vm, pool);
    const most = pool === "nonpaged" ? vm.nonpagedMaximumBytes : vm.pagedMaximumBytes;
    if (usage === undefined) return [];
    if (most === undefined || !(most > 0)) return [`The ${pool} pool is ${bytesInWords(usage)} (line ${vm.line}).`];
    return [
      `The ${pool} pool is ${bytesInWords(usage)}, ${shareInWords(usage / most)} of its maximum (line ${vm.line}).`,
    ];
  });
  const commit =
    vm.committedBytes !== undefined &&
    vm.commitLimitBytes !== undefined &&
    vm.committedBytes > 0.9 * vm.commitLimitBytes
      ? ["Committed memory is over 90 % of its limit: that ends before a pool does."]
      : [];
  const failed =
    vm.failedAllocations !== undefined && vm.failedAllocations > 0
      ? [`${vm.failedAllocations} pool allocations have failed since the start.`]
      : [];
  const invalid = vm.values
    .filter(({ pages }) => Number.isNaN(pages))
    .map(
      ({ label, line }) => `The ${label} that is printed cannot be a number of pages (line ${line}): it is left out.`,
    );
  return [...filled, ...failed, ...commit, ...invalid];
}

function nextAfterDump(
  { table }: Pick<CaseDump, "table">,
  suspect: { tag: string; pool: Pool } | undefined,
): NextStep[] {
  const tag = suspect?.tag;
  return [
    ...(suspect && table.layout !== "verbose"
      ? [
          nextStep("In the same dump, count the tag's allocations and frees since the start.", "kd-poolused-tag", {
            tag,
          }),
        ]
      : []),
    ...(suspect
      ? [nextStep("In the same dump, find the modules whose code holds the tag.", "kd-search-tag", { tag })]
      : []),
    nextStep("Say when the dump was taken and how long the machine had been up.", "kd-time"),
    nextStep("After the restart take PoolMon snapshots, three or more: they show growth.", "poolmon-loop"),
  ];
}
