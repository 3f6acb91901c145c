import type { LogSource, ReadResult } from "../ReadResult.ts";
import type { FileKind } from "../text/FileKind.ts";
import type { ProblemList } from "../text/ProblemList.ts";
import { englishCounterPath } from "./counterNames.ts";
import type { Counter, CounterLog } from "./CounterLog.ts";
import type { CounterTable } from "./CounterTable.ts";
import { judgeCounters } from "./judgeCounters.ts";
import type { LineReader } from "./LineReader.ts";
import { mendDateOrder } from "./mendDateOrder.ts";
import { mendTimes } from "./mendTimes.ts";

/** What reading gathered. */
export interface Gathered {
  source: LogSource;
  table: CounterTable;
  /** undefined where reading ended before the first line */
  reader: LineReader | undefined;
  problems: ProblemList;
  /** what the file is instead of a counter log */
  wrong: FileKind | undefined;
}

/** Makes the log of what was gathered: mends its times and names what is missing. */
export function finishLog({ source, table, reader, problems, wrong }: Gathered): ReadResult<CounterLog> {
  table.finish();
  const segments = reader?.segments ?? [];
  if (mendDateOrder(table.localTimes)) {
    problems.add(
      "day first",
      0,
      "doubt",
      "Read with the month first, the dates would leap by months: they were read with the day first.",
    );
  }
  const { times, order } = mendTimes({ localTimes: table.localTimes, lines: table.lines, segments }, problems);
  const sorted = <Numbers extends Float64Array | Uint32Array>(numbers: Numbers): Numbers =>
    order ? (numbers.map((_, index) => numbers[order[index]!]!) as Numbers) : numbers;
  const counters = table.columns.map(({ path, parts, column, values }): Counter => {
    const englishPath = englishCounterPath(parts.object, parts.instance, parts.counter);
    return { path, ...parts, englishPath, column, values: sorted(values) };
  });
  const records: CounterLog = {
    machine: counters[0]?.machine ?? "",
    timeZone: segments.find((segment) => segment.timeZone)?.timeZone,
    localTimes: sorted(table.localTimes),
    times,
    lines: sorted(table.lines),
    counters,
    skippedCounters: [...table.skipped],
    log: typeof source === "object" && "name" in source && typeof source.name === "string" ? source.name : undefined,
  };
  if (wrong)
    problems.add("wrong", 0, "lost", `This is ${wrong.kind}, not a counter log in text form. ${wrong.advice}`.trim());
  else if (segments.length > 0) judgeCounters(records, problems);
  else if (problems.count("end") === 0) problems.add("wrong", 0, "lost", NO_HEADER);
  return { records, problems: problems.sorted() };
}

const NO_HEADER =
  "No header line was found: a counter log begins with \"(PDH-CSV 4.0)\" and the counters' paths. Where it was cut off, copy it back from the log's first part; " +
  'else record one: typeperf "\\Memory\\Pool Nonpaged Bytes" "\\Memory\\Pool Paged Bytes" -si 15 -f CSV -o pool.csv';
