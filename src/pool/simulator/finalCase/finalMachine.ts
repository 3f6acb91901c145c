import type { DatasetMachine, Recording } from "../DatasetMachine.ts";
import { searchSteps } from "../debugger/codeSteps.ts";
import { showBlock, showMemory, showPoolUsed, showTarget } from "../debugger/memorySteps.ts";
import { BY_NONPAGED, BY_PAGED, VERBOSE } from "../debugger/poolUsedTable.ts";
import { showRing, showVerified } from "../debugger/verifierSteps.ts";
import { serverColumns } from "../server/serverColumns.ts";
import { findstrText } from "../texts/findstrText.ts";
import { pooltagEntries, pooltagText } from "../texts/pooltagText.ts";
import { hitLog } from "../tools/hitLog.ts";
import { poolSummaryLog, poolTraceLog } from "../tools/poolTraceLog.ts";
import { sessionLog } from "../tools/sessionLog.ts";
import { verifierLog } from "../tools/verifierLog.ts";
import type { FinalCasePlan } from "./FinalCasePlan.ts";
import { finalKernel, type FinalKernel } from "./finalKernel.ts";
import { finalScenarios, type FinalScenarios } from "./finalScenarios.ts";
import { SNAPSHOTS } from "./planFinalCase.ts";

const MINUTE = 60_000;
/** Blocks of the leak that a trace should show, and how long it may be for that. */
const TRACED_BLOCKS = 220;
const TRACED_SECONDS = [30, 300] as const;
/** All tags together fill a table in less time. */
const SUMMARY_SECONDS = 30;

/** The machine of a final case as a data set: the recordings of its three periods, and the texts that belong to them. */
export function finalMachine(plan: FinalCasePlan): DatasetMachine {
  const kernel = finalKernel(plan);
  const scenarios = finalScenarios(plan, kernel);
  return {
    name: "final-case",
    recordings: [
      dayRecording(plan, kernel, scenarios),
      eveningRecording(plan, kernel, scenarios),
      verifiedRecording(plan, kernel, scenarios),
    ],
    pooltags: pooltagEntries(plan.era),
    texts: [
      {
        file: "findstr.txt",
        command: "findstr /m /l for each suspicious tag in C:\\Windows\\System32\\drivers, then strings on the hits",
        shows: `${plan.leak.tag} stands in ${plan.leak.driver} and, only inside ${plan.foreign.word}, in ${plan.foreign.driver}.`,
        text: searchText(plan),
      },
      {
        file: "pooltag.txt",
        command: "copied from the debugger's triage folder",
        shows: "What well-known tags stand for; tags of third parties are not in it.",
        text: pooltagText(plan.era),
      },
    ],
    decoys: [],
  };
}

function dayRecording(
  plan: FinalCasePlan,
  { kernel, tagOffsets, secondOffsets }: FinalKernel,
  { built, day }: FinalScenarios,
): Recording {
  const { leak, second, from, until, snapshotMinutes, sibling, era } = plan;
  const tracedFrom = from + 2.5 * snapshotMinutes * MINUTE + 217;
  const seconds = Math.min(TRACED_SECONDS[1], Math.max(TRACED_SECONDS[0], TRACED_BLOCKS / leak.blocksPerSecond));
  const traced = { from: tracedFrom, until: tracedFrom + Math.floor(seconds) * 1000 };
  const flags = leak.pool === "paged" ? [BY_PAGED, BY_NONPAGED] : [BY_NONPAGED, BY_PAGED];
  const searches = [
    { tag: leak.tag, driver: driverModule(leak.driver), offsets: tagOffsets },
    ...(secondOffsets.length > 0
      ? [{ tag: second.tag, driver: driverModule(second.driver), offsets: secondOffsets }]
      : []),
  ].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return {
    scenario: day,
    kernel,
    perfmon: {
      file: "perfmon.csv",
      command: "logman create counter Pool -cf counters.txt -si 00:00:30 -f bin, then relog -f CSV",
      shows: `The ${leak.pool} pool climbs under the load of a working day.`,
      recording: {
        intervalSeconds: 30,
        from: from + 431,
        columns: serverColumns(built.server, "short", "vmxnet3 Ethernet Adapter"),
        stalls: [from + 63 * MINUTE],
        gaps: [],
      },
    },
    poolmon: {
      file: "poolmon.txt",
      command: `echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -n poolmon.txt, every ${snapshotMinutes} minutes`,
      shows: `${leak.tag} grows most and is never given back.`,
      recording: {
        times: Array.from({ length: SNAPSHOTS }, (_, number) => from + (2 + number * snapshotMinutes) * MINUTE),
        sortBy: era === "old" ? "bytes" : "tag",
        stampStyle: plan.zone.standardName.startsWith("W. Europe") ? "german" : "american",
      },
      layout: era === "old" ? "narrow" : "wide",
    },
    tools: [
      poolTraceLog({
        file: "trace.csv",
        shows: `${Math.floor(seconds)} seconds of a few tags with stacks.`,
        recording: { ...traced, tags: [leak.tag, sibling, ...(second.kind === "leak" ? [second.tag] : [])].sort() },
      }),
      poolSummaryLog({
        file: "trace-summary.csv",
        form: "WPA",
        shows: "Half a minute of all tags.",
        recording: { from: tracedFrom, until: tracedFrom + SUMMARY_SECONDS * 1000 },
      }),
      sessionLog({
        file: "dump.txt",
        command: "windbg -z MEMORY.DMP, .logopen, then the commands in the log",
        shows: "One moment, right after the last counters.",
        time: until - 2 * MINUTE,
        logFile: "C:\\cases\\dump.txt",
        steps: [
          ...[showTarget, showMemory, ...flags.map((flag) => showPoolUsed(flag))],
          showPoolUsed(flags[0]! + VERBOSE, leak.tag),
          showPoolUsed((second.pool === "paged" ? BY_PAGED : BY_NONPAGED) + VERBOSE, second.tag),
          showBlock(leak.tag, leak.pool, 12),
          ...searches.flatMap(searchSteps),
        ],
      }),
    ],
  };
}

function eveningRecording({ leak }: FinalCasePlan, { kernel }: FinalKernel, { evening }: FinalScenarios): Recording {
  const from = evening.period.from + 42_000;
  return {
    scenario: evening,
    kernel,
    verdict: "not enough",
    tools: [
      hitLog({
        file: "poolhittag.txt",
        shows: "Of one caller's blocks none is freed, of the other's all are.",
        logFile: "C:\\cases\\poolhittag.txt",
        recording: {
          ...{ from, until: from + 3 * MINUTE, tag: leak.tag },
          ...{ manualBreaks: [from + 7_300], truncated: [19], most: 71 },
        },
      }),
    ],
    cannotTell: ["from the stopped machine: the true pace of anything, since every break holds it up"],
  };
}

function verifiedRecording(
  { leak, era }: FinalCasePlan,
  { kernel }: FinalKernel,
  { verified, askedAt }: FinalScenarios,
): Recording {
  return {
    scenario: verified,
    kernel,
    // Minutes after the start everything still grows: the list says who holds what, and the day's logs that it is a leak.
    verdict: "not enough",
    tools: [
      verifierLog({
        file: "verifier.txt",
        shows: `Pool tracking is on for ${leak.driver} and for nothing else.`,
        driver: leak.driver,
        time: askedAt,
        layout: era,
      }),
      sessionLog({
        file: "verified.txt",
        command: `livekd -w, .logopen, !verifier 3 ${leak.driver}, !verifier 80 of some blocks`,
        shows: "What is outstanding since the restart, and who asked for it.",
        time: askedAt,
        logFile: "C:\\cases\\verified.txt",
        verified: leak.driver,
        steps: [
          showTarget,
          showVerified,
          showRing({ newest: 6 }),
          showRing({ outstanding: 2 }),
          showRing({ outstanding: -1 }),
        ],
      }),
    ],
  };
}

const driverModule = (driver: string) => driver.replace(/\.sys$/, "");

/** Searches for the tags that somebody found suspicious, in the order of the alphabet: the leak, the second grower, the large one. */
function searchText({ leak, second, huge, foreign }: FinalCasePlan): string {
  const isThirdParty = second.kind === "leak";
  const searches = [
    { tag: leak.tag, files: [leak.driver, foreign.driver].sort() },
    { tag: second.tag, files: isThirdParty ? [second.driver] : [] },
    { tag: huge.tag, files: [] },
  ].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  return findstrText({
    folder: "C:\\tools",
    searches,
    looks: [
      { tag: leak.tag, file: leak.driver, words: [leak.tag] },
      { tag: leak.tag, file: foreign.driver, words: [foreign.word] },
      ...(isThirdParty ? [{ tag: second.tag, file: second.driver, words: [second.tag] }] : []),
    ].sort((a, b) => (a.file < b.file ? -1 : 1)),
  });
}
