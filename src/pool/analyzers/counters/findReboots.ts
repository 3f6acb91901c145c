import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { findGaps } from "./findGaps.ts";
import { validSamples, type Series } from "./Series.ts";
import { seriesIfAny } from "./takeSeries.ts";

/** A restart of the machine inside a log. */
export interface Reboot {
  /** the first sample after it */
  time: number;
  /** when the machine started, by its up time; NaN where the log has no up time */
  bootTime: number;
  /** how long it had been up before; NaN where the log has no up time */
  upSeconds: number;
  /** what shows it, in words */
  evidence: string;
  /** the line of the first sample after it */
  line: number;
}

/** Without an up time, a pool has to lose this share at once to count as restarted with the machine. */
const LOST_SHARE = 0.4;

/**
 * The restarts in a log: where System Up Time starts again. Where the log has no up time, where both pools (or bytes and
 * allocations of one) fall by 40 % or more between two samples, or one does across a gap. With an up time that runs
 * on, such a fall is no restart: a driver or service gave its memory back.
 */
export function findReboots(log: CounterLog): Reboot[] {
  const upTime = seriesIfAny(log, "\\System\\System Up Time");
  return upTime && upTime.values.some(Number.isFinite) ? rebootsByUpTime(upTime) : rebootsByFall(log);
}

function rebootsByUpTime(upTime: Series): Reboot[] {
  const valid = inLogOrder(upTime);
  return valid.flatMap(([place, value], i) => {
    const before = valid[i - 1];
    // A second of slack: the counter and the stamp are not read at the same instant.
    if (before === undefined || value >= before[1] - 1) return [];
    return [
      {
        time: upTime.times[place]!,
        bootTime: upTime.times[place]! - value * 1000,
        upSeconds: before[1],
        evidence: `System Up Time starts again: ${words(before[1])} before, ${words(value)} here`,
        line: upTime.lines[place]!,
      },
    ];
  });
}

function inLogOrder(series: Series): [place: number, value: number][] {
  return Array.from(series.values, (value, place): [number, number] => [place, value]).filter(([, value]) =>
    Number.isFinite(value),
  );
}

function rebootsByFall(log: CounterLog): Reboot[] {
  const counters = ["Pool Nonpaged Bytes", "Pool Paged Bytes", "Pool Nonpaged Allocs", "Pool Paged Allocs"];
  const gaps = new Set(findGaps(log).map((gap) => gap.line));
  const fallen = new Map<number, { time: number; counters: string[] }>();
  for (const name of counters) {
    const all = seriesIfAny(log, `\\Memory\\${name}`);
    const valid = all && validSamples(all);
    valid?.values.forEach((value, i) => {
      if (i === 0 || value > valid.values[i - 1]! * (1 - LOST_SHARE)) return;
      const entry = fallen.get(valid.lines[i]!) ?? { time: valid.times[i]!, counters: [] };
      entry.counters.push(name);
      fallen.set(valid.lines[i]!, entry);
    });
  }
  return [...fallen]
    .filter(([line, { counters }]) => counters.length > 1 || gaps.has(line))
    .map(([line, { time, counters }]) => ({
      time,
      bootTime: NaN,
      upSeconds: NaN,
      evidence: `${counters.join(" and ")} fell by 40 % or more at once${gaps.has(line) ? ", across a gap" : ""}; the log has no up time to make sure`,
      line,
    }))
    .sort((a, b) => a.line - b.line);
}

function words(seconds: number): string {
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${(seconds / 3600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} days`;
}
