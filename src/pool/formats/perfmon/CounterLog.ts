/** The zone that the header of a counter log names: written once, when the log starts. */
export interface LogTimeZone {
  /** the zone's name as Windows writes it, in the language of the machine: `Pacific Daylight Time` */
  name: string;
  /** minutes to add to a local time to get UTC: 420 for Pacific Daylight Time, -330 for India */
  biasMinutes: number;
}

/** One counter: a column of the log. */
export interface Counter {
  /** the whole path as the log has it: `\\CONTOSO-FS1\Memory\Pool Nonpaged Bytes` */
  path: string;
  /** the machine without its backslashes: `CONTOSO-FS1`; empty where the path names none */
  machine: string;
  /** the performance object in the log's language: `Memory`, `Arbeitsspeicher` */
  object: string;
  /** the instance, without its parentheses: `System`, `svchost#12`; empty where the object has none */
  instance: string;
  /** the counter's name in the log's language */
  counter: string;
  /** the English `\Object\Counter` (no machine, no instance) where it is English or the name table knows it */
  englishPath: string | undefined;
  /** the column of the file, counted from 0 (0 is the time stamp) */
  column: number;
  /** one number per sample; NaN where the log holds a blank: blank is not zero */
  values: Float64Array;
}

/** A counter log (perfmon, logman, relog, typeperf), held by column. */
export interface CounterLog {
  /** the machine of the first counter */
  machine: string;
  /** undefined where the header has none (typeperf) or where it is cut off */
  timeZone: LogTimeZone | undefined;
  /** each sample's stamp as written, in milliseconds since 1970 as if local time were UTC; not always rising (DST) */
  localTimes: Float64Array;
  /**
   * each sample's time in milliseconds since 1970: UTC where the zone is known, else local as if it were UTC. An hour that
   * runs twice in autumn, or is left out in spring, is mended here and named in the problems.
   */
  times: Float64Array;
  /** the line of each sample in the file, counted from 1 */
  lines: Uint32Array;
  counters: Counter[];
  /** paths of counters that were seen but not read, since the log was too large to hold them all */
  skippedCounters: string[];
  /** the file's name, where it has one */
  log: string | undefined;
}
