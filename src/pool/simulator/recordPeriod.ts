import type { CounterLog } from "../formats/perfmon/CounterLog.ts";
import { printPerfmon } from "../formats/perfmon/printPerfmon.ts";
import { printPoolmon } from "../formats/poolmon/printPoolmon.ts";
import type { PoolSnapshot } from "../formats/poolmon/PoolSnapshot.ts";
import { collect } from "./collect.ts";
import type { LogNote, Recording } from "./DatasetMachine.ts";
import { PerfmonCollector } from "./PerfmonCollector.ts";
import { PoolmonCollector } from "./PoolmonCollector.ts";
import { TruthCollector, type PeriodSums } from "./TruthCollector.ts";

/** A file as it is to be written; every character is one byte. */
export interface DatasetFile extends LogNote {
  text: string;
}

/** What came of playing one period: the records, the files printed from them, and the sums of what really happened. */
export interface RecordedPeriod {
  recording: Recording;
  perfmonLog: CounterLog;
  snapshots: PoolSnapshot[];
  sums: PeriodSums;
  files: DatasetFile[];
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
  const files: DatasetFile[] = [{ ...noteOf(perfmon), text: printPerfmon(perfmonLog) }];
  if (poolmon) files.push({ ...noteOf(poolmon), text: printPoolmon(snapshots, { layout: poolmon.layout }) });
  return { recording, perfmonLog, snapshots, sums: truth.sums(), files };
}

function noteOf({ file, command, shows }: LogNote): LogNote {
  return { file, command, shows };
}
