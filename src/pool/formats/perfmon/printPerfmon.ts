import type { CounterLog } from "./CounterLog.ts";
import { formatDecimal } from "./formatDecimal.ts";

/** How a counter log is printed. */
export interface PrintPerfmonOptions {
  /** `csv` as `relog -f csv` writes it (the default), or `tsv` as `relog -f tsv` does */
  format?: "csv" | "tsv";
}

/**
 * Prints a counter log as perfmon, logman and relog write it: every field quoted, CRLF, local time stamps `MM/DD/YYYY HH:MM:SS.mmm`
 * from `localTimes`, a quoted blank for NaN. Whole numbers print whole, others with up to 17 significant digits (`%.17g`), so that
 * what is printed reads back the same. A log without a zone gets typeperf's header.
 */
export function printPerfmon(log: CounterLog, options: PrintPerfmonOptions = {}): string {
  const format = options.format ?? "csv";
  const separator = format === "csv" ? '","' : '"\t"';
  const kind = `(PDH-${format.toUpperCase()} 4.0)`;
  const zone = log.timeZone ? ` (${log.timeZone.name})(${log.timeZone.biasMinutes})` : "";
  const header = [kind + zone, ...log.counters.map((counter) => counter.path.replaceAll('"', '""'))];
  const lines = [`"${header.join(separator)}"`];
  for (let sample = 0; sample < log.localTimes.length; sample++) {
    let line = `"${printStamp(log.localTimes[sample]!)}`;
    for (const counter of log.counters) {
      const value = counter.values[sample]!;
      line += separator + (Number.isNaN(value) ? " " : formatDecimal(value));
    }
    lines.push(line + '"');
  }
  return lines.join("\r\n") + "\r\n";
}

/** Prints milliseconds since 1970, local time as if it were UTC, as `MM/DD/YYYY HH:MM:SS.mmm`. */
function printStamp(localTime: number): string {
  const iso = new Date(Math.round(localTime)).toISOString();
  return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 23)}`;
}
