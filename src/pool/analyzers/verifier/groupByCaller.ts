import type { Address } from "../../formats/windbg/Address.ts";
import { parseAddress } from "../../formats/windbg/Address.ts";
import type { Module } from "../../formats/windbg/code/Module.ts";
import { VERIFIER_OPERATIONS, type VerifierLog } from "../../formats/windbg/verifier/VerifierLog.ts";
import type { VerifiedDriver } from "../../formats/windbg/verifier/VerifierReport.ts";
import { placeOf } from "../code/tagSites.ts";

/** Outstanding allocations of a verified driver that were asked for at one place. */
export interface CallerGroup {
  tag: string;
  /** of each block; undefined where they differ */
  blockBytes: number | undefined;
  caller: Address;
  /** the symbol, else module and offset, else the address */
  place: string;
  count: number;
  bytes: number;
  /** the stack by which one of its blocks was reached, the innermost frame first; empty where the ring has none of them any more */
  stack: string[];
  /** how many of its blocks the ring still knows */
  inRing: number;
  /** an address to follow with `!verifier 80` */
  example: Address;
  line: number;
}

/**
 * A verified driver's outstanding allocations by who asked for them, the largest group first: one group that is most of the list is the
 * line that leaks. Stacks come from the logs of `!verifier 80`, which are rings: a block that is not in them may have been overwritten.
 */
export function groupByCaller(
  driver: Pick<VerifiedDriver, "allocations">,
  logs: readonly VerifierLog[] = [],
  modules: readonly Module[] = [],
): CallerGroup[] {
  const stacks = stacksOfBlocks(logs);
  const groups = new Map<string, CallerGroup>();
  for (const { tag, caller, callerSymbol, bytes, address, line } of driver.allocations) {
    const key = `${caller} ${tag}`;
    const known = stacks.get(blockKey(address));
    const group = groups.get(key);
    if (group) {
      group.count++;
      group.bytes += bytes;
      if (group.blockBytes !== bytes) group.blockBytes = undefined;
      if (known) {
        group.inRing++;
        if (group.stack.length === 0) group.stack = known;
      }
      continue;
    }
    groups.set(key, {
      tag,
      blockBytes: bytes,
      caller,
      place: callerSymbol ?? placeOf(caller, modules),
      count: 1,
      bytes,
      stack: known ?? [],
      inRing: known ? 1 : 0,
      example: address,
      line,
    });
  }
  return [...groups.values()].sort((a, b) => b.bytes - a.bytes || b.count - a.count);
}

/** The stacks of the blocks that were last allocated, and not freed since, by the rings. */
function stacksOfBlocks(logs: readonly VerifierLog[]): Map<string, string[]> {
  const stacks = new Map<string, string[]>();
  for (const log of logs) {
    const decided = new Set<string>();
    // The newest entry of a block comes first and tells what is true of it.
    for (let at = 0; at < log.block.length; at++) {
      const key = log.block[at]!.toString(16);
      if (decided.has(key)) continue;
      decided.add(key);
      const frames = log.stacks[log.stack[at]!];
      if (VERIFIER_OPERATIONS[log.operation[at]!] === "allocate" && frames)
        stacks.set(
          key,
          frames.map(({ symbol }) => symbol),
        );
    }
  }
  return stacks;
}

function blockKey(address: Address): string {
  return BigInt(`0x${parseAddress(address) ?? "0"}`).toString(16);
}

/**
 * How old a block may be and still have its stack in Verifier's ring, in seconds: after so many further operations it is overwritten.
 *
 * @param operationsPerSecond allocations and frees of all verified drivers together
 */
export function ringReach(capacity: number, operationsPerSecond: number): number {
  return operationsPerSecond > 0 ? capacity / operationsPerSecond : Infinity;
}
