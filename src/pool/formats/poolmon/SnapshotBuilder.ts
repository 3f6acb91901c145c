import type { ProblemList } from "../text/ProblemList.ts";
import { findContradiction } from "./checkRow.ts";
import { parseLooseRow, type LooseRow } from "./parseLooseRow.ts";
import { parsePlainRow, type ParsedRow } from "./parsePlainRow.ts";
import { parseCommitLine, parseMemoryLine, UNKNOWN_MEMORY } from "./parseSummary.ts";
import type { PoolMemory, PoolSnapshot } from "./PoolSnapshot.ts";
import { splitRepeated } from "./splitRepeated.ts";
import { StampLines } from "./stamp/StampLines.ts";
import { reportRow, reportText } from "./reportLine.ts";
import type { SnapshotKeeper } from "./SnapshotKeeper.ts";
import { TagRegistry } from "./TagRegistry.ts";

// Words, not columns: builds space the header differently, and documents put a mark before it.
const RE_HEADER = /^\W*Tag\s+Type\s+Allocs\s+Frees\s+Diff\s+Bytes\b/i;
const RE_SCOPE = /^\W*(System|All sessions|Session\s+\d+)\s+pool information/i;
const RE_REFUSED = /Query\s*pooltags\s+failed/i;

/** No row is longer, so that a file of one endless line costs no time. */
const LONGEST_LINE = 4096;

/** A kernel has some thousand tags; a snapshot that never ends is a damaged log. */
const MOST_ROWS = 100_000;

/** Puts the lines of a log together to snapshots. */
export class SnapshotBuilder {
  /** whether anything of PoolMon's was seen, rows or not */
  recognised = false;
  private readonly problems: ProblemList;
  private readonly keeper: SnapshotKeeper;
  private readonly log: string | undefined;
  private readonly tags = new TagRegistry();
  private readonly stamps: StampLines;
  private current: PoolSnapshot | undefined;
  private hasHeader = false;
  /** counts snapshots, also those split off, to tell which tags the current one holds */
  private serial = 0;
  /** the row of the current snapshot before which a blank line stood last */
  private rowAfterBlank = 0;

  constructor(problems: ProblemList, keeper: SnapshotKeeper, log: string | undefined) {
    this.problems = problems;
    this.keeper = keeper;
    this.log = log;
    this.stamps = new StampLines(problems);
  }

  /** Takes the log's next line, which stands in `piece` from `start` to `end`, without its line end. */
  addLine(piece: string, start: number, end: number, line: number): void {
    const plain = parsePlainRow(piece, start, end, line, this.tags);
    if (plain) return this.addRow(plain);
    const text = piece.slice(start, end);
    if (text.trim() === "") this.rowAfterBlank = this.current?.rows.length ?? 0;
    else if (text.length > LONGEST_LINE) reportText(text, line, this.problems);
    else this.addRareLine(text, line);
  }

  /** Ends the log; `cutLine` is its last line where that has no line end, and may so be cut off. */
  finish(cutLine: number): void {
    const lastRow = this.current?.rows.at(-1);
    if (lastRow && lastRow.line === cutLine && findContradiction(lastRow)) {
      this.problems.add(
        "cut row",
        cutLine,
        "doubt",
        `The log ends inside the row of ${lastRow.tag}: its last number may be cut off. Collect the log again, or leave this row out.`,
      );
    }
    this.close(cutLine);
    this.stamps.finish();
  }

  private addRareLine(text: string, line: number): void {
    const memory = parseMemoryLine(text);
    if (memory) return this.addMemory(memory, line, true);
    const commit = parseCommitLine(text);
    if (commit) return this.addMemory(commit, line, false);
    if (RE_HEADER.test(text)) return this.addHeader(line);
    const scope = RE_SCOPE.exec(text)?.[1];
    if (scope !== undefined) return this.addScope(scope.toLowerCase(), line);
    const row = parseLooseRow(text, line, this.tags);
    if (row) {
      this.addRow(row);
      reportRow(row, this.problems);
    } else if (RE_REFUSED.test(text)) {
      this.recognised = true;
      this.stamps.discard();
      this.problems.add(
        "refused",
        line,
        "lost",
        "PoolMon was refused the pool tags (Query pooltags Failed), so this snapshot is missing. On Windows XP and 2000 switch pool tagging on with gflags /r +ptg and restart; on later Windows run PoolMon as administrator, in the edition for the machine (x64 on x64).",
      );
    } else if (!this.stamps.take(text, line)) {
      reportText(text, line, this.problems);
    }
  }

  private addRow({ row, entry }: ParsedRow | LooseRow): void {
    if (this.stamps.isWaiting) this.placeStamp(row.line);
    let snapshot = this.current ?? this.open(row.line);
    this.recognised = true;
    const seenIn = row.pool === "nonpaged" ? entry.nonpagedIn : entry.pagedIn;
    if (seenIn === this.serial) {
      if (snapshot.scope === "system") snapshot = this.split(snapshot, row.line, row.tag);
      else
        this.problems.add(
          "twice",
          row.line,
          "doubt",
          `${row.tag} has two rows in one pool: sessions shown together are not told apart. Use poolmon -s<ID> for one session.`,
        );
    }
    if (row.pool === "nonpaged") entry.nonpagedIn = this.serial;
    else entry.pagedIn = this.serial;
    if (snapshot.rows.length >= MOST_ROWS) {
      this.problems.add(
        "too many",
        row.line,
        "lost",
        `The snapshot has more than ${MOST_ROWS} rows, more than any Windows has tags: the log is damaged here.`,
      );
      return;
    }
    snapshot.rows.push(row);
  }

  /** Decides what a line that may be a stamp means when a row follows it at once. */
  private placeStamp(line: number): void {
    const { current, stamps } = this;
    if (current === undefined) this.open(line);
    else if (!stamps.isReadable) stamps.drop();
    // The header may stand once at the top of an appended log: then a stamp alone starts a snapshot, the first one too.
    else if (current.rows.length > 0 || current.stamp !== "") this.open(line);
    else {
      const { stamp, reading, stampLine } = stamps.use();
      current.stamp = stamp;
      this.keeper.restamp(reading, stampLine ?? line);
    }
  }

  private addMemory(part: Partial<PoolMemory>, line: number, first: boolean): void {
    const { current } = this;
    const memory = current?.memory;
    const begun = current !== undefined && (current.rows.length > 0 || this.hasHeader);
    const filled = memory !== undefined && !Number.isNaN(first ? memory.physicalBytes : memory.nonpagedBytes);
    // The second line completes the first; anything else starts a new snapshot.
    const snapshot = current === undefined || begun || filled || (first && memory) ? this.open(line) : current;
    snapshot.memory = { ...(snapshot.memory ?? UNKNOWN_MEMORY), ...part };
  }

  private addHeader(line: number): void {
    if (this.current === undefined || this.hasHeader || this.current.rows.length > 0) this.open(line);
    else this.stamps.drop();
    this.hasHeader = true;
  }

  private addScope(scope: string, line: number): void {
    const snapshot =
      this.current === undefined || this.hasHeader || this.current.rows.length > 0 ? this.open(line) : this.current;
    snapshot.scope = scope === "system" ? "system" : scope.startsWith("all") ? "all sessions" : "session";
  }

  private open(line: number): PoolSnapshot {
    this.close();
    this.recognised = true;
    this.hasHeader = false;
    this.rowAfterBlank = 0;
    this.serial++;
    const { stamp, reading, stampLine } = this.stamps.use();
    const snapshot: PoolSnapshot = {
      number: this.keeper.count + 1,
      stamp,
      time: undefined,
      memory: undefined,
      scope: "system",
      rows: [],
      line: stampLine ?? line,
      log: this.log,
    };
    this.current = snapshot;
    this.keeper.start({ snapshot, stamp: reading, stampLine: stampLine ?? line });
    return snapshot;
  }

  /** A tag cannot have two rows in one pool: without stamp and header, that is how a next snapshot shows. */
  private split(snapshot: PoolSnapshot, line: number, tag: string): PoolSnapshot {
    this.problems.add(
      "boundary",
      line,
      "note",
      `${tag} occurs again without a header or stamp between: a new snapshot was taken to begin here. Write a line with date and time before each snapshot, as in: echo %DATE% %TIME% >> poolsnap.log`,
    );
    const moved = splitRepeated(snapshot.rows, this.rowAfterBlank);
    const next = this.open(moved[0]?.line ?? line);
    next.rows.push(...moved);
    for (const row of moved) {
      const entry = this.tags.lookUp(row.tag, 0);
      if (row.pool === "nonpaged") entry.nonpagedIn = this.serial;
      else entry.pagedIn = this.serial;
    }
    return next;
  }

  private close(cutLine = 0): void {
    if (this.current) this.keeper.finish(this.current, cutLine);
    this.current = undefined;
  }
}
