import { findCounter } from "../formats/perfmon/findCounter.ts";
import type { CounterLog } from "../formats/perfmon/CounterLog.ts";
import { logKinds } from "../logKinds.ts";
import { count, spanFact } from "./factWords.ts";
import type { RecordDescription } from "./LogDescription.ts";

/** Whose counter log it is, from when to when, and how many of its counters were read. */
export function describeCounters(log: CounterLog): RecordDescription {
  const { machine, localTimes, timeZone, counters, skippedCounters } = log;
  const hasPool = ["Nonpaged", "Paged"].some((pool) => findCounter(log, `\\Memory\\Pool ${pool} Bytes`));
  const lacksPool = hasPool ? {} : { command: logKinds.readPerfmon.command! };
  if (counters.length === 0) return { facts: [], ...lacksPool };
  const zone = timeZone
    ? `${timeZone.name}, UTC is ${offsetText(timeZone.biasMinutes)}`
    : "not stated: these are the machine's times";
  const left = skippedCounters.length;
  const all = counters.length + left;
  return {
    facts: [
      { what: "machine", says: machine || "not named" },
      { what: "samples", says: count(localTimes.length) },
      ...spanFact([...localTimes]),
      { what: "time zone", says: zone },
      {
        what: "counters",
        says:
          left === 0
            ? `${all === 1 ? "the one it has" : `all ${count(all)}`} read`
            : `${count(counters.length)} of ${count(all)} read, ${count(left)} left aside`,
      },
    ],
    ...lacksPool,
  };
}

function offsetText(minutes: number): string {
  if (minutes === 0) return "the same";
  const hours = Math.abs(minutes) / 60;
  return `${Number.isInteger(hours) ? hours : hours.toFixed(2).replace(/0$/, "")} h ${minutes > 0 ? "later" : "earlier"}`;
}
