import type { Pool, PoolSnapshot } from "../poolmon/PoolSnapshot.ts";
import type { SnapshotKeeper } from "../poolmon/SnapshotKeeper.ts";
import type { StampedSnapshot } from "../poolmon/stamp/settleTimes.ts";
import type { ProblemList } from "../text/ProblemList.ts";
import { splitFields } from "../text/splitFields.ts";
import { parseCounts } from "./parseCounts.ts";
import { parseTagCsvHeader } from "./parseTagCsvHeader.ts";
import type { SnapshotTimes, StampPair } from "./SnapshotTimes.ts";
import { POOL_COLUMNS, type TagCsvColumn, type TagCsvHeader } from "./tagCsvLayout.ts";

/** No row is longer, a description included. */
const LONGEST_ROW = 4096;

/** A kernel has some thousand tags; a snapshot that never ends is a damaged file. */
const MOST_ROWS = 100_000;

/** Puts the rows of one file together to snapshots: rows of one stamp belong together, and a tag stands in each of them once. */
export class TagCsvReader {
  /** whether a header was found */
  recognised = false;
  private header: TagCsvHeader | undefined;
  private current: PoolSnapshot | undefined;
  private stamps: StampPair = { local: "", utc: "" };
  private readonly seen = new Set<string>();
  /** a tag may hold a line feed: its row goes on in the next line */
  private begun = "";
  private begunLine = 0;
  private readonly keeper: SnapshotKeeper;
  private readonly times: SnapshotTimes;
  private readonly problems: ProblemList;
  private readonly log: string | undefined;

  constructor(keeper: SnapshotKeeper, times: SnapshotTimes, problems: ProblemList, log: string | undefined) {
    this.keeper = keeper;
    this.times = times;
    this.problems = problems;
    this.log = log;
  }

  /** Takes the file's next line, without its line end. */
  addLine(text: string, line: number, isCut: boolean): void {
    const row = this.begun === "" ? text : `${this.begun}\n${text}`;
    const first = this.begun === "" ? line : this.begunLine;
    this.begun = "";
    if (row.length > LONGEST_ROW) return this.lose("long", first, "The line is longer than any row of this kind.");
    if (hasOpenQuote(row) && !isCut) {
      this.begun = row;
      this.begunLine = first;
      return;
    }
    if (row.trim() === "") return;
    const header = parseTagCsvHeader(row);
    if (header) {
      this.header = header;
      this.recognised = true;
      this.noteMissing(header, first);
    } else if (this.header) this.addRow(row, first, isCut, this.header);
  }

  /** Ends the file. */
  finish(): void {
    if (this.begun !== "") this.lose("open", this.begunLine, "The quote that opens in this line is never closed.");
    this.close();
    this.begun = "";
  }

  private addRow(row: string, line: number, isCut: boolean, { separator, places }: TagCsvHeader): void {
    const fields = splitFields(row, separator);
    const fieldOf = (column: TagCsvColumn) => {
      const place = places.get(column);
      return place === undefined ? undefined : fields[place];
    };
    const widest = Math.max(...places.values());
    const tag = fieldOf("Tag") ?? "";
    if (fields.length <= widest || tag.length === 0 || tag.length > 4) {
      if (isCut) return this.lose("cut", line, "The last row is cut off and was left out.");
      const why = tag.length > 4 ? "A tag has four characters" : "The row has fewer fields than the header";
      return this.lose("row", line, `${why}: "${row.slice(0, 60)}".`);
    }
    const stamps = { local: fieldOf("DateTime")?.trim() ?? "", utc: fieldOf("DateTimeUTC")?.trim() ?? "" };
    this.begin(stamps, tag, line);
    for (const pool of ["nonpaged", "paged"] as const) this.addPool(pool, tag.padEnd(4), fieldOf, line);
  }

  private addPool(pool: Pool, tag: string, fieldOf: (column: TagCsvColumn) => string | undefined, line: number): void {
    const columns = Object.values(POOL_COLUMNS[pool]);
    if (columns.every((column) => fieldOf(column) === undefined)) return;
    const counts = parseCounts(fieldOf, pool);
    if (!counts)
      return this.lose("number", line, `A count of ${tag} is no whole number; its ${pool} row was left out.`);
    const { mended, ...numbers } = counts;
    const { allocs, frees, diff, bytes, perAlloc } = numbers;
    // The collector writes both pools of every tag; where nothing was ever allocated there is no row, as in PoolMon.
    if ([allocs, frees, diff, bytes].every((number) => number === 0 || Number.isNaN(number))) return;
    if (mended) {
      const message = `${tag}: the counters have passed 4,294,967,296, after which this collector's Diff is off by that number; it was read as ${diff}.`;
      this.problems.add("wrap", line, "note", message);
    }
    if (this.current && this.current.rows.length < MOST_ROWS) {
      this.current.rows.push({ tag, pool, allocs, frees, diff, bytes, perAlloc, line });
    } else this.lose("many", line, "The snapshot has more rows than a kernel has tags; the rest was left out.");
  }

  /** Begins a snapshot where the stamps change, or a tag comes again in a file without stamps. */
  private begin(stamps: StampPair, tag: string, line: number): void {
    const isSame = this.current && stamps.local === this.stamps.local && stamps.utc === this.stamps.utc;
    if (isSame && !this.seen.has(tag)) {
      this.seen.add(tag);
      return;
    }
    if (isSame && (stamps.local !== "" || stamps.utc !== "")) {
      const message = `${tag.padEnd(4)} stands twice under the stamp ${stamps.local || stamps.utc}; a new snapshot was begun.`;
      this.problems.add("twice", line, "doubt", message);
    }
    this.close();
    this.stamps = stamps;
    this.seen.clear();
    this.seen.add(tag);
    this.current = {
      number: this.keeper.count + 1,
      stamp: "",
      time: undefined,
      memory: undefined,
      scope: "system",
      rows: [],
      line,
      log: this.log,
    };
    const one: StampedSnapshot = { snapshot: this.current, stamp: undefined, stampLine: line };
    this.times.stamp(stamps, one);
    this.keeper.start(one);
  }

  private close(): void {
    if (this.current) this.keeper.finish(this.current);
    this.current = undefined;
  }

  private noteMissing({ places }: TagCsvHeader, line: number): void {
    const missing = Object.values(POOL_COLUMNS)
      .flatMap((columns) => Object.values(columns))
      .filter((column) => !places.has(column));
    if (missing.length === 0) return;
    const message = `The file has no ${missing.join(", ")}: what they would say is not known. Collect without -values to have all columns.`;
    this.problems.add("columns", line, "note", message);
  }

  private lose(kind: string, line: number, message: string): void {
    this.problems.add(kind, line, "lost", message);
  }
}

function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}
