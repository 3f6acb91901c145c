import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { correlate, type Correlation } from "./correlate.ts";
import type { Series } from "./Series.ts";
import { counterSeries } from "./takeSeries.ts";

/** A counter that shows what the machine had to do. */
export interface LoadCandidate {
  /** the counter over the log */
  series: Series;
  /** how it goes with the pool */
  correlation: Correlation;
}

/** What servers are busy with. Per-process counters are left out: one of hundreds always fits by chance. */
const LOAD_COUNTERS = [
  "\\server\\bytes total/sec",
  "\\server\\bytes received/sec",
  "\\server\\server sessions",
  "\\server\\files open",
  "\\tcpv4\\connections established",
  "\\network interface\\bytes total/sec",
  "\\physicaldisk\\disk transfers/sec",
  "\\physicaldisk\\disk bytes/sec",
  "\\logicaldisk\\disk bytes/sec",
  "\\system\\file data operations/sec",
  "\\system\\context switches/sec",
  "\\processor\\% processor time",
  "\\web service\\current connections",
  "\\terminal services\\active sessions",
];

/**
 * The load counters of a log, the one whose ups and downs go best with the pool's first. Compared without trends, since
 * two counters that both drift always seem related.
 */
export function findLoads(log: CounterLog, pool: Series): LoadCandidate[] {
  const fit = ({ correlation }: LoadCandidate): number => correlation.withoutTrend || 0;
  return log.counters
    .filter((counter) => LOAD_COUNTERS.includes(counter.englishPath?.toLowerCase() ?? ""))
    .map((counter) => counterSeries(log, counter))
    .filter((series) => series.values.some((value) => value > 0))
    .map((series) => ({ series, correlation: correlate(pool, series) }))
    .sort((a, b) => fit(b) - fit(a));
}
