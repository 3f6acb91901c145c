import type { CounterLog } from "../formats/perfmon/CounterLog.ts";
import { printPerfmon } from "../formats/perfmon/printPerfmon.ts";
import { printPoolmon } from "../formats/poolmon/printPoolmon.ts";
import type { PoolSnapshot } from "../formats/poolmon/PoolSnapshot.ts";
import type { PooltagEntry } from "../formats/tags/readPooltag.ts";
import { BlockLedger } from "./blocks/BlockLedger.ts";
import { collect, type Collector } from "./collect.ts";
import type { Recording } from "./DatasetMachine.ts";
import { PerfmonCollector } from "./PerfmonCollector.ts";
import { PoolmonCollector } from "./PoolmonCollector.ts";
import type { RunningTool, ToolRecording } from "./tools/ToolRecording.ts";
import { TruthCollector, type PeriodSums } from "./TruthCollector.ts";

/** What came of playing one period: the records, the texts printed from them, and the sums of what really happened. */
export interface RecordedPeriod {
  recording: Recording;
  /** none where nobody looked at counters */
  perfmonLog: CounterLog | undefined;
  /** none where PoolMon did not run */
  snapshots: PoolSnapshot[];
  sums: PeriodSums;
  texts: { perfmon: string | undefined; poolmon: string | undefined };
  /** the other tools, each with its log */
  tools: { recording: ToolRecording; tool: RunningTool }[];
}

/** Plays a period once, with every collector watching the same events, and prints its logs. Throws for tools without a kernel. */
export function recordPeriod(recording: Recording, pooltags: readonly PooltagEntry[] = []): RecordedPeriod {
  const { scenario, perfmon, poolmon } = recording;
  const perfmonCollector = perfmon && new PerfmonCollector(scenario, perfmon.recording);
  const poolmonCollector = poolmon && new PoolmonCollector(scenario, poolmon.recording);
  const truth = new TruthCollector(scenario);
  const snapshots = poolmonCollector?.snapshots ?? [];
  const { tools, collectors } = startTools(recording, snapshots, pooltags);
  const all: (Collector | undefined)[] = [perfmonCollector, poolmonCollector, ...collectors, truth];
  collect(
    scenario,
    all.filter((collector) => collector !== undefined),
  );
  const perfmonLog = perfmonCollector?.log();
  const texts = {
    perfmon: perfmonLog && printPerfmon(perfmonLog),
    poolmon: poolmon && printPoolmon(snapshots, { layout: poolmon.layout }),
  };
  return { recording, perfmonLog, snapshots, sums: truth.sums(), texts, tools };
}

/** The ledger of blocks sees each event before the tools that ask it do. */
function startTools(
  { scenario, kernel, tools = [] }: Recording,
  snapshots: PoolSnapshot[],
  pooltags: readonly PooltagEntry[],
) {
  if (tools.length === 0) return { tools: [], collectors: [] };
  if (!kernel) throw new Error(`The tools of "${scenario.name}" need a kernel to look into.`);
  const ledger = new BlockLedger(scenario, kernel);
  const context = { scenario, kernel, ledger, snapshots, pooltags };
  const running = tools.map((recording) => ({ recording, tool: recording.start(context) }));
  return { tools: running, collectors: [ledger, ...running.flatMap(({ tool }) => tool.collector ?? [])] };
}
