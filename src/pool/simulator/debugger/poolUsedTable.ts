import { compareTexts } from "../../formats/text/compareTexts.ts";
import { nameTag } from "../../formats/tags/nameTag.ts";
import type { PoolUsedCounts, PoolUsedRow, PoolUsedTable } from "../../formats/windbg/memory/PoolUsedTable.ts";
import type { DebuggerView } from "./DebuggerView.ts";

/** Flags of `!poolused`: 1 for the verbose layout, 2 and 4 for the order. */
export const VERBOSE = 1;
export const BY_NONPAGED = 2;
export const BY_PAGED = 4;

/** What `!poolused FLAGS [TAG]` finds: tags that hold something in the pool that it is sorted by. */
export function poolUsedTable(view: DebuggerView, flags: number, filter?: string): PoolUsedTable {
  const isVerbose = (flags & VERBOSE) !== 0;
  const pool = flags & BY_PAGED ? "paged" : "nonpaged";
  const rows = countTags(view, isVerbose)
    .filter((row) => (filter === undefined ? row[pool].outstanding > 0 : row.tag === filter))
    .sort((a, b) => b[pool].bytes - a[pool].bytes || compareTexts(a.tag, b.tag));
  return {
    layout: isVerbose ? "verbose" : "wide",
    sortedBy: pool,
    filter,
    isSession: false,
    rows,
    total: { nonpaged: sumOf(rows, "nonpaged", isVerbose), paged: sumOf(rows, "paged", isVerbose), line: 0 },
    line: 0,
  };
}

function countTags(view: DebuggerView, isVerbose: boolean): PoolUsedRow[] {
  const rows = new Map<string, PoolUsedRow>();
  for (const [site, { tag, pool, blockBytes }] of view.scenario.sites.entries()) {
    const [allocs, frees] = [view.state.allocations[site]!, view.state.frees[site]!];
    if (allocs === 0) continue;
    const row = rows.get(tag) ?? emptyRow(view, tag, isVerbose);
    rows.set(tag, row);
    const counts = row[pool];
    if (isVerbose) {
      counts.allocs! += allocs;
      counts.frees! += frees;
    }
    counts.outstanding += allocs - frees;
    counts.bytes += (allocs - frees) * blockBytes;
  }
  return [...rows.values()];
}

function emptyRow({ pooltags }: DebuggerView, tag: string, isVerbose: boolean): PoolUsedRow {
  const entry = nameTag(pooltags, tag);
  return {
    tag,
    nonpaged: emptyCounts(isVerbose),
    paged: emptyCounts(isVerbose),
    description: entry?.description ?? "",
    binary: entry?.binary,
    line: 0,
  };
}

function emptyCounts(isVerbose: boolean): PoolUsedCounts {
  const sinceBoot = isVerbose ? 0 : undefined;
  return { allocs: sinceBoot, frees: sinceBoot, outstanding: 0, bytes: 0 };
}

function sumOf(rows: readonly PoolUsedRow[], pool: "nonpaged" | "paged", isVerbose: boolean): PoolUsedCounts {
  const sum = emptyCounts(isVerbose);
  for (const row of rows) {
    const counts = row[pool];
    if (isVerbose) {
      sum.allocs! += counts.allocs!;
      sum.frees! += counts.frees!;
    }
    sum.outstanding += counts.outstanding;
    sum.bytes += counts.bytes;
  }
  return sum;
}
