import type { PoolUsedCounts, PoolUsedRow, PoolUsedTable } from "../../formats/windbg/memory/PoolUsedTable.ts";

/**
 * One listing of what several of the same moment show: `!poolused 2` leaves out tags without nonpaged blocks, `!poolused 4` those
 * without paged ones, `!poolused 3 TAG` all others, and only it counts since boot. Lines and layout are those of the first.
 */
export function mergeListings(tables: readonly PoolUsedTable[]): PoolUsedTable {
  const [first, ...others] = tables as [PoolUsedTable, ...PoolUsedTable[]];
  if (others.length === 0) return first;
  const rows = new Map<string, PoolUsedRow>();
  for (const row of tables.flatMap((table) => table.rows)) {
    const known = rows.get(row.tag);
    if (!known) rows.set(row.tag, row);
    else
      rows.set(row.tag, {
        ...known,
        nonpaged: mergeCounts(known.nonpaged, row.nonpaged),
        paged: mergeCounts(known.paged, row.paged),
      });
  }
  const whole = tables.filter(({ filter }) => filter === undefined);
  const totals = whole.flatMap(({ total }) => total ?? []);
  const total = totals.reduce<PoolUsedTable["total"]>(
    (sum, each) =>
      sum && { ...sum, nonpaged: mergeCounts(sum.nonpaged, each.nonpaged), paged: mergeCounts(sum.paged, each.paged) },
    totals[0],
  );
  return { ...first, filter: whole.length > 0 ? undefined : first.filter, rows: [...rows.values()], total };
}

/** The same counts as two listings give them: one of them may leave a pool out, or not count since boot. */
function mergeCounts(one: PoolUsedCounts, other: PoolUsedCounts): PoolUsedCounts {
  const held = other.bytes > one.bytes ? other : one;
  return { ...held, allocs: one.allocs ?? other.allocs, frees: one.frees ?? other.frees };
}
