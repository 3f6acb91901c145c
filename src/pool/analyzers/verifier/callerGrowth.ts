import type { Address } from "../../formats/windbg/Address.ts";
import type { Module } from "../../formats/windbg/code/Module.ts";
import type { VerifiedDriver } from "../../formats/windbg/verifier/VerifierReport.ts";
import { groupByCaller } from "./groupByCaller.ts";

/** What became of the blocks that one place asked for, from one look at Verifier's list to a later one. */
export interface CallerGrowth {
  tag: string;
  caller: Address;
  place: string;
  /** blocks outstanding at the first look, and at the second */
  before: number;
  after: number;
  /** of those of the first look, how many were still there at the second: what is in use comes and goes, what leaked stays */
  kept: number;
  growthBlocks: number;
  growthBytes: number;
  /** of its first block in the second list; in the first where the second has none */
  line: number;
}

type Listed = Pick<VerifiedDriver, "allocations">;

/**
 * Compares two looks at a verified driver's outstanding allocations, caller by caller, what grew most first. Outstanding is not leaked: what
 * a driver needs is outstanding, too. A leak shows as a caller whose blocks become more and of which none goes.
 */
export function callerGrowth(first: Listed, second: Listed, modules: readonly Module[] = []): CallerGrowth[] {
  const before = new Map(groupByCaller(first, [], modules).map((group) => [keyOf(group), group]));
  const after = new Map(groupByCaller(second, [], modules).map((group) => [keyOf(group), group]));
  const later = new Set(second.allocations.map(blockKey));
  const kept = new Map<string, number>();
  for (const block of first.allocations)
    if (later.has(blockKey(block))) kept.set(keyOf(block), (kept.get(keyOf(block)) ?? 0) + 1);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key): CallerGrowth => {
      const [was, is] = [before.get(key), after.get(key)];
      const { tag, caller, place, line } = (is ?? was)!;
      return {
        ...{ tag, caller, place },
        before: was?.count ?? 0,
        after: is?.count ?? 0,
        kept: kept.get(key) ?? 0,
        growthBlocks: (is?.count ?? 0) - (was?.count ?? 0),
        growthBytes: (is?.bytes ?? 0) - (was?.bytes ?? 0),
        line,
      };
    })
    .sort((a, b) => b.growthBytes - a.growthBytes || b.growthBlocks - a.growthBlocks);
}

function keyOf({ caller, tag }: { caller: Address; tag: string }): string {
  return `${caller} ${tag}`;
}

/** A block that was freed may have made room for another one at its address: its caller, tag and size tell them apart where they differ. */
function blockKey({ address, bytes, caller, tag }: VerifiedDriver["allocations"][number]): string {
  return `${address} ${bytes} ${caller} ${tag}`;
}
