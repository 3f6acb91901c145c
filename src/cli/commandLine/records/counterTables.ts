import type { Counter, CounterLog } from "../../../pool/formats/perfmon/CounterLog.ts";
import { countText, numberCell, timeCell } from "./cells.ts";
import { number, tableOf, text, type RecordTable } from "./RecordTable.ts";

/** A counter log: what each counter did, the two pools first. */
export function counterTables({ machine, localTimes, counters, skippedCounters }: CounterLog): RecordTable[] {
  const span = localTimes.length > 0 ? `, ${timeCell(localTimes[0])} to ${timeCell(localTimes.at(-1))}` : "";
  const left = skippedCounters.length > 0 ? `, ${countText(skippedCounters.length, "further counter")} not read` : "";
  const title = `${countText(counters.length, "counter")} of ${machine || "a machine not named"}, ${countText(localTimes.length, "sample")}${span}${left}`;
  const columns = [
    text("Counter"),
    number("First"),
    number("Last"),
    number("Lowest"),
    number("Highest"),
    number("Blank"),
  ];
  const sorted = counters.toSorted((a, b) => Number(isPool(b)) - Number(isPool(a)));
  return [tableOf(title, columns, sorted, counterRow)];
}

const isPool = ({ englishPath }: Counter) => englishPath?.startsWith("\\Memory\\Pool ") ?? false;

function counterRow({ machine, path, values }: Counter): string[] {
  const given = values.filter((value) => !Number.isNaN(value));
  // Not Math.min(...values): a long log has more samples than a call may have arguments.
  const lowest = given.reduce((low, value) => Math.min(low, value), Infinity);
  const highest = given.reduce((high, value) => Math.max(high, value), -Infinity);
  const ends = given.length > 0 ? [given[0], given.at(-1), lowest, highest] : [NaN, NaN, NaN, NaN];
  const blanks = values.length - given.length;
  const name = machine !== "" && path.startsWith(`\\\\${machine}`) ? path.slice(machine.length + 2) : path;
  return [name, ...ends.map(numberCell), blanks > 0 ? numberCell(blanks) : ""];
}
