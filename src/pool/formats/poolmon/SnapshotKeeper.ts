import type { ProblemList } from "../text/ProblemList.ts";
import { findContradiction } from "./checkRow.ts";
import { noteGaps } from "./noteGaps.ts";
import type { PoolSnapshot } from "./PoolSnapshot.ts";
import type { Stamp } from "./stamp/parseStamp.ts";
import type { StampedSnapshot } from "./stamp/settleTimes.ts";

/** About 100 bytes each in memory, so that a log of a gigabyte stays far below the 300 MB that reading may take. */
const MOST_ROWS = 500_000;

/** What a snapshot takes besides its rows, in rows. */
const ROWS_PER_SNAPSHOT = 4;

/**
 * Keeps the snapshots of a log in bounded memory: when there are too many rows, every second snapshot is let go, and from
 * then on only every second (fourth, eighth …) is kept, and always the last. What is left still spans the whole log.
 */
export class SnapshotKeeper {
  /** how many snapshots have begun */
  count = 0;
  private readonly problems: ProblemList;
  private readonly mostRows: number;
  private kept: StampedSnapshot[] = [];
  private newest: StampedSnapshot | undefined;
  private rows = 0;
  private stride = 1;

  constructor(problems: ProblemList, mostRows = MOST_ROWS) {
    this.problems = problems;
    this.mostRows = mostRows;
  }

  /** Announces a snapshot whose rows follow. */
  start(begun: StampedSnapshot): void {
    this.count++;
    this.newest = begun;
  }

  /** Gives the snapshot that was started last a stamp that stands below its header. */
  restamp(stamp: Stamp | undefined, stampLine: number): void {
    if (this.newest) Object.assign(this.newest, { stamp, stampLine });
  }

  /** Takes the snapshot that was started last, now with all its rows, and looks whether its numbers agree (not in `cutLine`). */
  finish(snapshot: PoolSnapshot, cutLine = 0): void {
    if (this.newest?.snapshot !== snapshot) return;
    this.check(snapshot, cutLine);
    if ((this.count - 1) % this.stride !== 0) return;
    this.kept.push(this.newest);
    this.rows += snapshot.rows.length + ROWS_PER_SNAPSHOT;
    while (this.rows > this.mostRows && this.kept.length > 2) this.thin();
  }

  /** All that was kept, in the order of the log. */
  all(): StampedSnapshot[] {
    const { newest, kept } = this;
    if (this.stride > 1) {
      this.problems.add(
        "thinned",
        0,
        "lost",
        `The log is too large to hold: of its ${this.count} snapshots every ${ordinal(this.stride)} and the last one were kept. Split the log to see the ones between.`,
      );
    }
    return newest && kept.at(-1) !== newest ? [...kept, newest] : kept;
  }

  private thin(): void {
    this.stride *= 2;
    this.kept = this.kept.filter(({ snapshot }) => (snapshot.number - 1) % this.stride === 0);
    this.rows = this.kept.reduce((sum, { snapshot }) => sum + snapshot.rows.length + ROWS_PER_SNAPSHOT, 0);
  }

  private check(snapshot: PoolSnapshot, cutLine: number): void {
    for (const row of snapshot.rows) {
      const wrong = findContradiction(row);
      if (wrong === undefined || row.line === cutLine) continue;
      this.problems.add(wrong, row.line, "doubt", () =>
        wrong === "diff"
          ? `${row.tag}: Diff is ${row.diff}, but Allocs - Frees is ${row.allocs - row.frees}. The line may be damaged; compare it with the log as PoolMon wrote it.`
          : `${row.tag}: Per Alloc is ${row.perAlloc}, but Bytes / Diff is ${row.diff === 0 ? "0 where Diff is 0" : Math.floor(row.bytes / row.diff)}. The line may be damaged; compare it with the log as PoolMon wrote it.`,
      );
    }
    noteGaps(snapshot, this.problems);
  }
}

/** A power of two as an ordinal number: second, 4th, 32nd. */
function ordinal(stride: number): string {
  if (stride === 2) return "second";
  return `${stride}${stride % 10 === 2 && stride % 100 !== 12 ? "nd" : "th"}`;
}
