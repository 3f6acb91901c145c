import type { PoolSnapshot, PoolTagRow } from "../../formats/poolmon/PoolSnapshot.ts";
import { counted, rowsByKey, WRAP } from "./tagKey.ts";

/**
 * Whether the machine was restarted between two snapshots, with the reason; undefined where it was not. Within one boot
 * Allocs and Frees never fall (https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-display), but for
 * their wrap at 2^32, which is told apart by where they stood: a wrap starts near the top and arrives near the bottom.
 */
export function rebootBetween(before: PoolSnapshot, after: PoolSnapshot): string | undefined {
  const later = rowsByKey(after);
  let common = 0;
  const fallen: PoolTagRow[] = [];
  for (const [key, row] of rowsByKey(before)) {
    const now = later.get(key);
    if (now === undefined) continue;
    common++;
    if (hasFallen(row.allocs, now.allocs) || hasFallen(row.frees, now.frees)) fallen.push(row);
  }
  // One damaged row among hundreds is no restart; a filtered log may have one row in all.
  const needed = common > 20 ? Math.max(2, 0.02 * common) : 1;
  if (fallen.length === 0 || fallen.length < needed) return undefined;
  const example = fallen[0]!;
  return (
    `Allocs or Frees of ${fallen.length} of ${common} tags fell (${example.tag.trimEnd()} had ${example.allocs} allocations): ` +
    `the machine was restarted in between`
  );
}

function hasFallen(before: number, after: number): boolean {
  if (after >= before) return false;
  const wrapped = before > WRAP * 0.75 && counted(before, after) < WRAP / 4;
  return !wrapped;
}
