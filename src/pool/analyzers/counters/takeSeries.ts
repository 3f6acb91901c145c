import type { Counter, CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { findCounter } from "../../formats/perfmon/findCounter.ts";
import type { Series } from "./Series.ts";

/**
 * One counter of a log over time. Drops nothing: blanks are NaN.
 *
 * @param path `\Memory\Pool Nonpaged Bytes`, in English or in the log's own language, without the machine
 * @param instance for counters that have several: `System` in `\Process(System)\Handle Count`
 * @throws Error naming what the log does have, when it lacks the counter
 */
export function series(log: CounterLog, path: string, instance?: string): Series {
  const counter = findCounter(log, path, instance);
  if (counter === undefined) throw new Error(explainMissing(log, path, instance));
  return counterSeries(log, counter);
}

/** As `series`, but undefined where the log lacks the counter. */
export function seriesIfAny(log: CounterLog, path: string, instance?: string): Series | undefined {
  const counter = findCounter(log, path, instance);
  return counter && counterSeries(log, counter);
}

/** A counter that is already in hand, over time. */
export function counterSeries(log: CounterLog, counter: Counter): Series {
  const english = counter.englishPath ?? `\\${counter.object}\\${counter.counter}`;
  return {
    name:
      counter.instance === ""
        ? english
        : english.replace(/^\\([^\\]*)/, `\\$1(${counter.instance.replaceAll("$", "$$$$")})`),
    unit: unitOfCounter(english),
    times: log.times,
    localTimes: log.localTimes,
    values: counter.values,
    lines: log.lines,
    log: log.log,
  };
}

function unitOfCounter(path: string): string {
  if (/\\System Up Time$/i.test(path)) return "s";
  if (/bytes( \w+)?\/sec$/i.test(path)) return "B/s";
  if (/\bbytes\b/i.test(path) && !/\/sec$|%|\\% /i.test(path)) return "B";
  return "";
}

function explainMissing(log: CounterLog, path: string, instance: string | undefined): string {
  const wanted = instance === undefined ? path : `${path} of instance "${instance}"`;
  const [, object = ""] = path.split("\\").filter((part) => part !== "").length > 1 ? path.split("\\") : ["", ""];
  const near = log.counters.filter((counter) => counter.object.toLowerCase() === object.toLowerCase());
  const has = (near.length > 0 ? near : log.counters).slice(0, 8).map((counter) => counter.path);
  const skipped = log.skippedCounters.some((other) => other.toLowerCase().endsWith(path.toLowerCase()));
  if (skipped)
    return `The log has the counter ${wanted}, but it was not read: the log is too large to hold all. Ask the reader for it.`;
  if (has.length === 0) return `The log has no counters at all, so no ${wanted}. Is it a counter log?`;
  return (
    `The log has no counter ${wanted}. It has ${has.join(", ")}${log.counters.length > has.length ? " and more" : ""}. ` +
    `If the log is in another language, name the counter as the log does.`
  );
}
