import type { CounterLog } from "../formats/perfmon/CounterLog.ts";
import { printPerfmon } from "../formats/perfmon/printPerfmon.ts";
import { printPoolmon } from "../formats/poolmon/printPoolmon.ts";
import type { PoolSnapshot } from "../formats/poolmon/PoolSnapshot.ts";
import { collect } from "./collect.ts";
import type { Recording } from "./DatasetMachine.ts";
import { PerfmonCollector } from "./PerfmonCollector.ts";
import { PoolmonCollector } from "./PoolmonCollector.ts";
import { TruthCollector, type PeriodSums } from "./TruthCollector.ts";

/** What came of playing one period: the records, the texts printed from them, and the sums of what really happened. */
export interface RecordedPeriod {
  recording: Recording;
  perfmonLog: CounterLog;
  /** none where PoolMon did not run */
  snapshots: PoolSnapshot[];
  sums: PeriodSums;
  texts: { perfmon: string; poolmon: string | undefined };
}

/** Plays a period once, with every collector watching the same events, and prints its logs. */
export function recordPeriod(recording: Recording): RecordedPeriod {
  const { scenario, perfmon, poolmon } = recording;
  const perfmonCollector = new PerfmonCollector(scenario, perfmon.recording);
  const poolmonCollector = poolmon && new PoolmonCollector(scenario, poolmon.recording);
  const truth = new TruthCollector(scenario);
  collect(scenario, [perfmonCollector, ...(poolmonCollector ? [poolmonCollector] : []), truth]);
  const perfmonLog = perfmonCollector.log();
  const snapshots = poolmonCollector?.snapshots ?? [];
  const texts = {
    perfmon: printPerfmon(perfmonLog),
    poolmon: poolmon && printPoolmon(snapshots, { layout: poolmon.layout }),
  };
  return { recording, perfmonLog, snapshots, sums: truth.sums(), texts };
}
