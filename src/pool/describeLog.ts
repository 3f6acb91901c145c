import type { CommandId } from "./commands.ts";
import { findCounter } from "./formats/perfmon/findCounter.ts";
import type { CounterLog } from "./formats/perfmon/CounterLog.ts";
import { readPerfmon } from "./formats/perfmon/readPerfmon.ts";
import type { PoolSnapshot } from "./formats/poolmon/PoolSnapshot.ts";
import { readPoolmon } from "./formats/poolmon/readPoolmon.ts";
import type { LogSource, Problem, ReadResult } from "./formats/ReadResult.ts";
import { readFindstr, type TagFile } from "./formats/tags/readFindstr.ts";
import { readPooltag, type PooltagEntry } from "./formats/tags/readPooltag.ts";
import { detectEncoding } from "./formats/text/detectEncoding.ts";
import type { ReaderName } from "./formats/text/FileKind.ts";
import { identifyLog } from "./formats/text/identifyLog.ts";
import { readHead } from "./formats/text/readHead.ts";
import { logKinds } from "./logKinds.ts";

/** What a log holds, in words. */
export interface LogDescription {
  /** with its article: `a performance counter log` */
  kind: string;
  /** what was read of it, each with a name: `machine`, `CONTOSO-FS1` */
  facts: { what: string; says: string }[];
  /** what was not read, or is in doubt, in the order of the lines */
  problems: Problem[];
  /** the command that records what this log lacks; absent where nothing is lacking */
  command?: CommandId;
}

/**
 * Reads a log as the lessons do and says what was read of it, what was not and why. Never throws for bad input.
 *
 * @param expected what reads it where its text does not tell by itself
 */
export async function describeLog(source: LogSource, expected?: ReaderName): Promise<LogDescription> {
  try {
    const found = await identifyLog(source);
    const reader = found ? found.reader : expected;
    if (!reader) return { kind: found?.kind ?? "a text of no kind that is known here", facts: [], problems: [] };
    const description = await describers[reader](source);
    const encoding = await encodingOf(source);
    return {
      kind: found?.kind ?? logKinds[reader].kind,
      ...description,
      facts: [...description.facts, ...(encoding === undefined ? [] : [{ what: "encoding", says: encoding }])],
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The file cannot be read (${reason}); it was moved or changed meanwhile: choose it again.`;
    return { kind: "a file that cannot be read", facts: [], problems: [{ line: 0, effect: "lost", message }] };
  }
}

type Description = Omit<LogDescription, "kind">;

const describers: Record<ReaderName, (source: LogSource) => Promise<Description>> = {
  readPerfmon: async (source) => describeCounters(await readPerfmon(source)),
  readPoolmon: async (source) => describeSnapshots(await readPoolmon(source)),
  readFindstr: async (source) => describeFiles(await readFindstr(source)),
  readPooltag: async (source) => describeTags(await readPooltag(source)),
};

function describeCounters({ records, problems }: ReadResult<CounterLog>): Description {
  const { machine, localTimes, timeZone, counters, skippedCounters } = records;
  const hasPool = ["Nonpaged", "Paged"].some((pool) => findCounter(records, `\\Memory\\Pool ${pool} Bytes`));
  const lacksPool = hasPool ? {} : { command: logKinds.readPerfmon.command! };
  if (counters.length === 0) return { facts: [], problems, ...lacksPool };
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
    problems,
    ...lacksPool,
  };
}

function describeSnapshots({ records, problems }: ReadResult<PoolSnapshot[]>): Description {
  if (records.length === 0) return { facts: [], problems, command: logKinds.readPoolmon.command! };
  const tags = new Set(records.flatMap(({ rows }) => rows.map(({ tag }) => tag)));
  const times = records.flatMap(({ time }) => time ?? []);
  const few = records.length < 3 ? "; growth needs three or more" : "";
  const unstamped = records.length - times.length;
  const without = unstamped === records.length ? "none has a time" : `${count(unstamped)} have no time`;
  return {
    facts: [
      { what: "snapshots", says: count(records.length) + (unstamped === 0 ? "" : `, ${without}`) + few },
      { what: "tags", says: count(tags.size) },
      ...spanFact(times),
      ...(times.length > 0 ? [{ what: "time zone", says: "PoolMon states none: these are the machine's times" }] : []),
    ],
    problems,
    ...(records.length < 3 ? { command: logKinds.readPoolmon.command! } : {}),
  };
}

function describeFiles({ records, problems }: ReadResult<TagFile[]>): Description {
  const tags = [...new Set(records.map(({ tag }) => tag.trim()))].filter((tag) => tag !== "");
  const files = new Set(records.map(({ file }) => file.toLowerCase()));
  return {
    facts: [
      { what: "files found", says: count(files.size) },
      ...(tags.length > 0 ? [{ what: "tags searched", says: tags.slice(0, 12).join(", ") }] : []),
    ],
    problems,
  };
}

function describeTags({ records, problems }: ReadResult<PooltagEntry[]>): Description {
  const withBinary = records.filter(({ binary }) => binary !== undefined).length;
  return {
    facts: [
      { what: "tags", says: `${count(records.length)}, ${count(withBinary)} of them with the file that allocates` },
    ],
    problems,
  };
}

/** From when to when; a log in which clocks were moved does not always rise. */
function spanFact(times: readonly number[]): { what: string; says: string }[] {
  if (times.length === 0) return [];
  let [first, last] = [times[0]!, times[0]!];
  for (const time of times) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  if (first === last) return [{ what: "time", says: stampText(first) }];
  return [{ what: "time", says: `${stampText(first)} to ${stampText(last)}, ${lengthText((last - first) / 1000)}` }];
}

function lengthText(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 259_200 ? `${(seconds / 3600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} days`;
}

const stampText = (time: number) =>
  Number.isFinite(time) ? new Date(time).toISOString().slice(0, 19).replace("T", " ") : "?";

const count = (number: number) => number.toLocaleString("en");

function offsetText(minutes: number): string {
  if (minutes === 0) return "the same";
  const hours = Math.abs(minutes) / 60;
  return `${Number.isInteger(hours) ? hours : hours.toFixed(2).replace(/0$/, "")} h ${minutes > 0 ? "later" : "earlier"}`;
}

/** How the bytes became letters, where that is not plain UTF-8; what is a guess stands among the problems. */
async function encodingOf(source: LogSource): Promise<string | undefined> {
  if (typeof source === "string") return undefined;
  const { name } = detectEncoding((await readHead(source)).bytes);
  return name === "utf-8" ? undefined : name.toUpperCase();
}
