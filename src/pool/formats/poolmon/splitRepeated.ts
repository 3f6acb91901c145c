import type { PoolTagRow } from "./PoolSnapshot.ts";

/**
 * Takes the rows that already belong to the next snapshot off the end of the current one, and returns them. They are
 * found when a tag occurs again: a tag that is new in the next snapshot may have come before it. The next snapshot
 * starts after the last blank line (`rowAfterBlank`, 0 for none), else where bytes that fell row by row rise once.
 */
export function splitRepeated(rows: PoolTagRow[], rowAfterBlank: number): PoolTagRow[] {
  if (rowAfterBlank > 0) return rows.splice(rowAfterBlank);
  const rises: number[] = [];
  for (let at = 1; at < rows.length && rises.length < 2; at++) {
    if (rows[at]!.bytes > rows[at - 1]!.bytes) rises.push(at);
  }
  return rises.length === 1 ? rows.splice(rises[0]!) : [];
}
