import type { ProblemList } from "../text/ProblemList.ts";
import { halves, parseAddress, parseDecimal } from "./parseSpan.ts";
import { eventOf, poolOf } from "./parseTraceWords.ts";
import type { TraceBuilder } from "./TraceBuilder.ts";
import { COLUMN_STARTS, TRACE_COLUMNS } from "./traceLayout.ts";

const [COMMA, QUOTE] = [0x2c, 0x22] as const;

type ColumnName = (typeof COLUMN_STARTS)[number];

/** Wider than any event list; a row of more columns is none. */
const MOST_COLUMNS = 64;

/** Reads the rows of an event list into columns. Fields are read where they stand: a text per field would take most of the time. */
export class TraceRowReader {
  /** where each column stands; undefined before the header */
  private places: Record<ColumnName, number> | undefined;
  private columns = 0;
  /** the last column takes the rest of its line, since frames of templates hold commas */
  private readonly bounds = new Int32Array(2 * MOST_COLUMNS);
  private lastTime = -Infinity;
  private readonly builder: TraceBuilder;
  private readonly problems: ProblemList;

  constructor(builder: TraceBuilder, problems: ProblemList) {
    this.builder = builder;
    this.problems = problems;
  }

  /** Takes a line as the header if it is one: false where it is not. */
  takeHeader(text: string): boolean {
    if (!/^"?timestamp/i.test(text) || text.length > 2000) return false;
    const names = text.split(",").map((name) => name.replaceAll('"', "").trim().toLowerCase());
    const places = {} as Record<ColumnName, number>;
    for (const start of COLUMN_STARTS) places[start] = names.findIndex((name) => name.startsWith(start));
    if (
      names.length > MOST_COLUMNS ||
      ["timestamp", "event", "tag", "address"].some((n) => places[n as ColumnName] < 0)
    )
      return false;
    this.places = places;
    this.columns = names.length;
    return true;
  }

  /** Whether the columns are known. */
  get isReady(): boolean {
    return this.places !== undefined;
  }

  /** Reads rows without a header as what this project's own printer and the format's description write. */
  assumeColumns(): void {
    this.takeHeader(TRACE_COLUMNS.join(","));
  }

  /** Reads one row of a piece; a row that cannot be read is left out with a problem that says why. */
  read(text: string, start: number, end: number, line: number, isCut: boolean): void {
    const why = this.tryRead(text, start, end, line);
    if (why === "") return;
    if (isCut) this.problems.add("cut", line, "lost", "The last line is cut off and was left out.");
    else this.problems.add(why, line, "lost", () => `${why}: "${text.slice(start, Math.min(end, start + 80))}".`);
  }

  private tryRead(text: string, start: number, end: number, line: number): string {
    const { places, bounds, builder } = this;
    const fields = this.split(text, start, end);
    if (!places || fields < this.columns - 1 || fields < 5) return "This is no row of the event list";
    const at = (column: ColumnName) => (places[column] < 0 || places[column] >= fields ? -1 : 2 * places[column]);
    const timeAt = at("timestamp");
    const time = parseDecimal(text, bounds[timeAt]!, bounds[timeAt + 1]!);
    if (Number.isNaN(time)) return "The row has no time in microseconds";
    const event = eventOf(text, bounds[at("event")]!, bounds[at("event") + 1]!);
    if (event < 0) return "The event is neither Alloc nor Free";
    const poolAt = at("pool");
    const pool = poolAt < 0 ? -1 : poolOf(text, bounds[poolAt]!, bounds[poolAt + 1]!);
    if (pool < 0) return "The pool is none of NonPaged, NonPagedNx and Paged";
    const addressAt = at("address");
    if (!parseAddress(text, bounds[addressAt]!, bounds[addressAt + 1]!)) return "The address is no hexadecimal number";
    const { low: addressLow, high: addressHigh } = halves;
    const sizeAt = at("size");
    const bytes = this.numberOr0(text, sizeAt);
    const saysSize = sizeAt >= 0 && bounds[sizeAt] !== bounds[sizeAt + 1];
    if (Number.isNaN(bytes) || (event === 0 && !saysSize)) return "The size is no number of bytes";
    const thread = this.numberOr0(text, at("tid"));
    if (!(thread < 2 ** 32)) return "The thread is no number";
    const tag = builder.tags.placeOf(this.tagOf(text, at("tag")));
    const process = builder.processes.placeOf(this.textOf(text, at("process")));
    if (tag < 0 || process < 0)
      return "The trace names more than 65,536 tags or processes; this row of another was left out";
    const stack = this.stackOf(text, at("stack"), line);
    if (time < this.lastTime) {
      this.problems.add(
        "order",
        line,
        "doubt",
        "This event is earlier than the one before it: frees are paired in the order of the file, so sort the rows by time.",
      );
    }
    this.lastTime = time;
    builder.add({ time, event, pool, tag, addressLow, addressHigh, bytes, process, thread, stack, line });
    return "";
  }

  /** Finds where each field begins and ends, quotes left out; gives how many there are. */
  private split(text: string, start: number, end: number): number {
    const { bounds, columns } = this;
    let fields = 0;
    let from = start;
    while (fields < columns) {
      const isQuoted = text.charCodeAt(from) === QUOTE;
      let to: number;
      let next: number;
      if (isQuoted) {
        const close = closingQuote(text, from + 1, end);
        bounds[2 * fields] = from + 1;
        bounds[2 * fields + 1] = close;
        to = close < end ? close + 1 : end;
        next = to;
        while (next < end && text.charCodeAt(next) !== COMMA) next++;
      } else {
        next = from;
        if (fields === columns - 1) next = end;
        else while (next < end && text.charCodeAt(next) !== COMMA) next++;
        bounds[2 * fields] = from;
        bounds[2 * fields + 1] = next;
      }
      fields++;
      if (next >= end) break;
      from = next + 1;
    }
    return fields;
  }

  private textOf(text: string, at: number): string {
    if (at < 0) return "";
    const part = text.slice(this.bounds[at]!, this.bounds[at + 1]!);
    return part.includes('""') ? part.replaceAll('""', '"') : part;
  }

  /** Blanks at the end of a tag belong to it; a tool that trimmed them is forgiven. */
  private tagOf(text: string, at: number): string {
    const tag = this.textOf(text, at);
    return tag.length === 4 ? tag : tag.slice(0, 4).padEnd(4);
  }

  private numberOr0(text: string, at: number): number {
    if (at < 0 || this.bounds[at] === this.bounds[at + 1]) return 0;
    return parseDecimal(text, this.bounds[at]!, this.bounds[at + 1]!);
  }

  private stackOf(text: string, at: number, line: number): number {
    const path = this.textOf(text, at);
    if (path === "") return -1;
    const place = this.builder.stacks.placeOf(path);
    if (place < 0) {
      this.problems.add(
        "stacks",
        line,
        "lost",
        "The trace has more different stacks than memory holds; from here on new ones were left out. Record with the tag alone: xperf -PoolTag.",
      );
    }
    return place;
  }
}

function closingQuote(text: string, from: number, end: number): number {
  for (let at = text.indexOf('"', from); at >= 0 && at < end; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE || at + 1 >= end) return at;
  }
  return end;
}
