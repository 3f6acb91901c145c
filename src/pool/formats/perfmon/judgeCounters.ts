import type { ProblemList } from "../text/ProblemList.ts";
import type { Counter, CounterLog } from "./CounterLog.ts";

const POOL_COUNTERS = new Set(["\\memory\\pool nonpaged bytes", "\\memory\\pool paged bytes"]);

/** How many names a sentence can hold. */
const NAMED = 12;

/** A counter without a value in so many samples is broken, not merely late. */
const SAMPLES_TO_JUDGE = 3;

/** Names what a log for a pool leak should have and has not: the pool counters, values in every column, samples at all. */
export function judgeCounters(log: CounterLog, problems: ProblemList): void {
  const { counters, skippedCounters } = log;
  if (counters.length === 0 && skippedCounters.length === 0) {
    problems.add(
      "no counters",
      0,
      "lost",
      "The header names no counters: the log was made without any, or its header was edited.",
    );
    return;
  }
  if (log.times.length === 0) {
    problems.add(
      "no samples",
      0,
      "lost",
      "The log has a header and no samples: it was stopped at once, or copied while the tool still held them.",
    );
    return;
  }
  if (skippedCounters.length > 0) {
    problems.add(
      "skipped",
      0,
      "note",
      `${counters.length} of ${counters.length + skippedCounters.length} counters were read; the others are named in skippedCounters. Ask for them by path with the option "counters".`,
    );
  }
  if (!counters.some(({ englishPath }) => POOL_COUNTERS.has(englishPath?.toLowerCase() ?? "")))
    nameColumns(counters, problems);
  if (log.times.length < SAMPLES_TO_JUDGE) return;
  for (const { path, values, column } of counters) {
    if (!values.every(Number.isNaN)) continue;
    problems.add(
      "silent",
      0,
      "note",
      `${path} (column ${column + 1}) has no value in any sample: its provider failed, or the instance never ran.`,
    );
  }
}

/** Without a pool counter that is known by name, the reader of the page is asked which column it is. */
function nameColumns(counters: readonly Counter[], problems: ProblemList): void {
  const names = [...new Set(counters.map(({ object, counter }) => `\\${object}\\${counter}`))];
  const list = names.slice(0, NAMED).join(", ") + (names.length > NAMED ? ` and ${names.length - NAMED} more` : "");
  const english = counters.every(({ englishPath }) => englishPath !== undefined);
  const advice = english
    ? 'Record "\\Memory\\Pool Nonpaged Bytes" and "\\Memory\\Pool Paged Bytes" as well.'
    : `If one of them is a pool in the log's language, name it: findCounter(log, ${JSON.stringify(names[0])}).`;
  problems.add("no pool counter", 0, "note", `No column is known as a pool counter. The log has ${list}. ${advice}`);
}
