import type { PoolMemory, PoolSnapshot, PoolTagRow } from "./PoolSnapshot.ts";

/** How `printPoolmon` writes. */
export interface PoolmonLayout {
  /** `narrow` (default) is what most builds print, `wide` the columns of recent 64-bit builds */
  layout?: "narrow" | "wide";
  /** print the live screen, with the changes since the last refresh and the drivers, instead of a `-n` snapshot */
  deltas?: boolean;
  /** end each row with the eight blanks that some builds leave there */
  trailingBlanks?: boolean;
}

const LINE_END = "\r\n";

/** Every width is a minimum: a longer number pushes the rest of its line to the right, as in PoolMon. */
const LAYOUTS = {
  narrow: {
    header: " Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc",
    widths: [9, 9, 9, 8, 10],
  },
  wide: {
    header: " Tag  Type     Allocs            Frees               Diff            Bytes                 Per Alloc",
    widths: [18, 18, 17, 14, 16],
  },
} as const;

const LIVE_HEADER = " Tag  Type     Allocs            Frees            Diff   Bytes       Per Alloc";

const SCOPES = {
  system: " System pool information",
  session: " Session 0 pool information",
  "all sessions": " All sessions pool information",
} as const;

/**
 * Prints snapshots as PoolMon does, lines ended by CR LF: what `poolmon -n` appends to its file, with the stamp line of
 * the collecting script above each snapshot, or (`deltas`) the live screen. `readPoolmon` reads it back to the same
 * records. Kilobytes are what PoolMon prints of the memory lines, so bytes there are rounded to whole kilobytes.
 *
 * Layout: https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-display
 */
export function printPoolmon(snapshots: readonly PoolSnapshot[], options: PoolmonLayout = {}): string {
  return snapshots.map((snapshot) => printSnapshot(snapshot, options).join(LINE_END) + LINE_END).join(LINE_END);
}

function printSnapshot(snapshot: PoolSnapshot, options: PoolmonLayout): string[] {
  const lines = snapshot.stamp === "" ? [] : snapshot.stamp.split("\n");
  if (snapshot.memory) lines.push(...printMemory(snapshot.memory));
  const blanks = options.trailingBlanks ? " ".repeat(8) : "";
  if (options.deltas) {
    const named = snapshot.rows.some((row) => row.mappedDriver !== undefined);
    lines.push(SCOPES[snapshot.scope], named ? `${LIVE_HEADER}  Mapped_Driver` : LIVE_HEADER, "");
    for (const row of snapshot.rows) lines.push(printLiveRow(row, named) + blanks);
  } else {
    const { header, widths } = LAYOUTS[options.layout ?? "narrow"];
    // A snapshot file names no scope but the sessions': without the line it is the system's pool.
    if (snapshot.scope !== "system") lines.push(SCOPES[snapshot.scope]);
    else if (snapshot.memory) lines.push("");
    lines.push(header, "");
    for (const row of snapshot.rows) {
      const values = [row.allocs, row.frees, row.diff, row.bytes, row.perAlloc];
      lines.push(`${head(row)} ${values.map((value, at) => pad(value, widths[at]!)).join(" ")}${blanks}`);
    }
  }
  return lines;
}

function printMemory(memory: PoolMemory): string[] {
  const lines: string[] = [];
  // A summary that was read from one of its two lines is printed as that line.
  if (!Number.isNaN(memory.physicalBytes)) {
    lines.push(
      ` Memory:${kilobytes(memory.physicalBytes, 8)} Avail:${kilobytes(memory.availableBytes, 8)}` +
        `  PageFlts:${pad(memory.pageFaults, 6)}` +
        `   InRam Krnl:${kilobytes(memory.residentKernelBytes, 5)} P:${kilobytes(memory.residentPagedPoolBytes, 5)}`,
    );
  }
  if (!Number.isNaN(memory.nonpagedBytes)) {
    lines.push(
      ` Commit:${kilobytes(memory.commitBytes, 7)} Limit:${kilobytes(memory.commitLimitBytes, 7)}` +
        ` Peak:${kilobytes(memory.commitPeakBytes, 7)}` +
        `            Pool N:${kilobytes(memory.nonpagedBytes, 5)} P:${kilobytes(memory.pagedBytes, 5)}`,
    );
  }
  return lines;
}

function printLiveRow(row: PoolTagRow, named: boolean): string {
  const change = row.change ?? { allocs: 0, frees: 0, bytes: 0 };
  const driver = row.mappedDriver === undefined ? "Unknown Driver" : `[${row.mappedDriver}]`;
  return (
    `${head(row)} ${pad(row.allocs, 9)} (${pad(change.allocs, 4)}) ${pad(row.frees, 9)} (${pad(change.frees, 4)})` +
    ` ${pad(row.diff, 8)} ${pad(row.bytes, 7)} (${pad(change.bytes, 6)}) ${pad(row.perAlloc, 6)}` +
    (named ? ` ${driver}` : "")
  );
}

function head(row: PoolTagRow): string {
  return ` ${row.tag.padEnd(4)} ${row.pool === "nonpaged" ? "Nonp " : "Paged"}`;
}

function kilobytes(bytes: number, width: number): string {
  return `${pad(Math.round(bytes / 1024), width)}K`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width);
}
