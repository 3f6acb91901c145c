import { compareTexts } from "../../formats/text/compareTexts.ts";
import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import type { TagFile } from "../../formats/tags/readFindstr.ts";
import { PerfmonCollector, type PerfmonRecording } from "../PerfmonCollector.ts";
import { PoolmonCollector } from "../PoolmonCollector.ts";
import { createRandom, type Random } from "../Random.ts";
import { watchMachine } from "../watchMachine.ts";
import type { BuiltCase } from "./buildCase.ts";
import { tellTruth, watchedSites } from "./tellTruth.ts";
import type { CaseTruth } from "./CaseTruth.ts";
import { CaseWatcher } from "./CaseWatcher.ts";
import * as ranges from "./machineRanges.ts";
import type { CaseEvidence } from "./makeCase.ts";
import { drawChoice } from "./Range.ts";
import { THIRD_PARTIES } from "./thirdParties.ts";

/** A case after it was played. */
export interface RecordedCase {
  evidence: CaseEvidence;
  truth: CaseTruth;
  /** how its PoolMon prints */
  layout: "narrow" | "wide";
}

/** Plays a case once, with everybody who collects evidence watching. */
export function recordCase(built: BuiltCase): RecordedCase {
  const { plan, scenario } = built;
  const random = createRandom("case evidence", plan.seed);
  const american = plan.zone.standardName === "W. Europe Standard Time" ? "german" : "american";
  const counters = new PerfmonCollector(scenario, perfmonRecording(built, random));
  const tags = new PoolmonCollector(scenario, {
    times: plan.snapshotTimes,
    sortBy: random.next() < 0.7 ? "bytes" : "tag",
    stampStyle: american,
  });
  const watcher = new CaseWatcher(watchedSites(built.leaks));
  const hasCounters = !["poolmon", "tagCsv"].includes(plan.evidence);
  const hasTags = plan.evidence !== "perfmon";
  watchMachine(scenario, {
    counters: hasCounters ? [watcher.watch(counters)] : [],
    tags: hasTags ? [watcher.watch(tags)] : [],
  });
  const { snapshots } = tags;
  const isCsv = plan.evidence === "tagCsv" || plan.evidence === "perfmon and tagCsv";
  const files = random.next() < ranges.SEARCHED_SHARE ? searchFiles(built, random) : [];
  return {
    evidence: {
      ...(hasCounters && { perfmon: counters.log() }),
      ...(hasTags && (isCsv ? { tagCsv: snapshots.map(asCsv) } : { poolmon: snapshots })),
      ...(files.length > 0 && { findstr: files }),
    },
    truth: tellTruth(built, watcher, hasTags ? snapshots.length : 0),
    layout: plan.generation.era === "new" ? "wide" : "narrow",
  };
}

function perfmonRecording({ plan, columns }: BuiltCase, random: Random): PerfmonRecording {
  const { from, until } = plan;
  const somewhere = () => from + Math.floor((until - from) * (0.1 + 0.8 * random.next()));
  const stalls = Array.from({ length: drawChoice(ranges.STALLED_ROWS, random) }, somewhere);
  const gaps: { from: number; until: number }[] = [];
  // In a log of minutes nobody restarts the collector.
  if (drawChoice(ranges.COLLECTOR_GAP, random) && until - from > 3_600_000) {
    const gap = somewhere();
    gaps.push({ from: gap, until: gap + Math.floor((until - from) * 0.06 * random.next()) });
  }
  return {
    intervalSeconds: plan.intervalSeconds,
    from: from + Math.floor(random.next() * 1000),
    columns,
    stalls: until - from > 3_600_000 ? stalls : stalls.slice(0, 1),
    gaps,
  };
}

/** What a PowerShell collector has of a snapshot: whole seconds, every tag by name, nothing of the machine's memory. */
function asCsv(snapshot: PoolSnapshot): PoolSnapshot {
  const key = ({ tag, pool }: { tag: string; pool: string }) => `${tag} ${pool}`;
  return {
    ...snapshot,
    stamp: "",
    time: snapshot.time === undefined ? undefined : Math.floor(snapshot.time / 1000) * 1000,
    memory: undefined,
    rows: snapshot.rows.toSorted((a, b) => compareTexts(key(a), key(b))),
  };
}

/** Searches the driver files for every tag that no list names, and now and then finds the letters in a file that only holds them. */
function searchFiles({ holders }: BuiltCase, random: Random): TagFile[] {
  const files = holders.flatMap(({ tag, drivers }) => {
    const others = THIRD_PARTIES.filter(({ driver }) => !drivers.includes(driver));
    const foreign = Array.from({ length: drawChoice(ranges.FALSE_HITS, random) }, () => {
      const { driver } = others[Math.floor(random.next() * others.length)]!;
      return { tag, file: driver, words: [`${tag}${["er", "ing", "Size"][Math.floor(random.next() * 3)]!}`] };
    });
    const found: Omit<TagFile, "line">[] = drivers.map((file) => ({ tag, file }));
    return [...found, ...foreign].sort((a, b) => compareTexts(a.file, b.file));
  });
  return files.map((file, at) => ({ ...file, line: at + 1 }));
}
