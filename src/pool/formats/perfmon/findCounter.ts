import type { Counter, CounterLog } from "./CounterLog.ts";
import { parseCounterPath } from "./counterPath.ts";

/**
 * Finds the counters of a path, in the order of the log. The path is English or in the log's own language, case does not
 * matter, machine and instance may be left out: `\Memory\Pool Nonpaged Bytes`, `\Process(svchost#1)\Handle Count`,
 * `\Arbeitsspeicher\Nicht-Auslagerungsseiten (Bytes)`. An instance of `*` means any. Returns [] where there is none.
 */
export function findCounters(log: CounterLog, path: string, instance?: string): Counter[] {
  const wanted = parseCounterPath(path);
  if (!wanted) return [];
  const machine = wanted.machine.toLowerCase();
  const place = (instance ?? wanted.instance).toLowerCase();
  const name = `\\${wanted.object}\\${wanted.counter}`.toLowerCase();
  return log.counters.filter(
    (counter) =>
      (counter.englishPath?.toLowerCase() === name ||
        `\\${counter.object}\\${counter.counter}`.toLowerCase() === name) &&
      (machine === "" || counter.machine.toLowerCase() === machine) &&
      (place === "" || place === "*" || counter.instance.toLowerCase() === place),
  );
}

/**
 * Finds one counter; undefined where the log has none. Where the path names no instance and the object has several, it is
 * `_Total` if there is one, else the first.
 */
export function findCounter(log: CounterLog, path: string, instance?: string): Counter | undefined {
  const found = findCounters(log, path, instance);
  return (
    found.find((counter) => counter.instance === "") ??
    found.find((counter) => counter.instance.toLowerCase() === "_total") ??
    found[0]
  );
}
