import { formatAddress, type Address } from "../../formats/windbg/Address.ts";
import { HIT_KINDS, type PoolHits } from "../../formats/windbg/hits/PoolHits.ts";
import { callPath } from "../stacks/callPath.ts";

/** One block of a PoolHitTag session, from its allocation on. */
export interface HitBlock {
  /** as the debugger prints it: `fffffa80`6ee39000` */
  pointer: string;
  /** the driver's own calls that asked for it, the newest first; undefined where the stack was cut off or not printed */
  allocatedBy: string | undefined;
  /** the driver's own calls that gave it back; undefined where that was not seen */
  freedBy: string | undefined;
  /** the indices of both in the session's `stacks`; -1 for none */
  stack: number;
  freeStack: number;
  /** since the first break of the session; NaN without stamps */
  fromSeconds: number;
  /** when it was freed; undefined where the session does not show that */
  untilSeconds: number | undefined;
  /** until its free, or the last break of the session */
  heldSeconds: number;
  isFreed: boolean;
  /** the line of its allocation */
  line: number;
  freeLine: number | undefined;
}

/**
 * The blocks that a session saw allocated, each with its free, paired by pointer in the order of the log. A block that is not freed may
 * be freed after the session: how long it was held beside the others of its path tells more.
 */
export function hitBlocks(hits: PoolHits): HitBlock[] {
  const times = hits.time.filter(Number.isFinite);
  const [start = NaN, end = NaN] = [times[0], times.at(-1)];
  const secondsAt = (at: number): number => (hits.time[at]! - start) / 1000;
  const pathAt = (at: number): string | undefined =>
    hits.stack[at]! < 0 || hits.isTruncated[at] === 1
      ? undefined
      : callPath(hits.stacks[hits.stack[at]!]!.map(({ symbol }) => symbol));
  const blocks: HitBlock[] = [];
  const open = new Map<bigint, HitBlock>();
  for (const [at, pointer] of hits.pointer.entries()) {
    const kind = HIT_KINDS[hits.kind[at]!];
    if (pointer === 0n) continue;
    if (kind === "allocate") {
      const block: HitBlock = {
        pointer: formatAddress(addressOf(pointer)),
        allocatedBy: pathAt(at),
        freedBy: undefined,
        stack: hits.stack[at]!,
        freeStack: -1,
        fromSeconds: secondsAt(at),
        untilSeconds: undefined,
        heldSeconds: (end - hits.time[at]!) / 1000,
        isFreed: false,
        line: hits.line[at]!,
        freeLine: undefined,
      };
      blocks.push(block);
      open.set(pointer, block);
    } else if (kind === "free") {
      const block = open.get(pointer);
      open.delete(pointer);
      if (!block) continue;
      const untilSeconds = secondsAt(at);
      Object.assign(block, {
        ...{ isFreed: true, freedBy: pathAt(at), freeStack: hits.stack[at]!, freeLine: hits.line[at]! },
        ...{ untilSeconds, heldSeconds: untilSeconds - block.fromSeconds },
      } satisfies Partial<HitBlock>);
    }
  }
  return blocks;
}

function addressOf(pointer: bigint): Address {
  return pointer.toString(16).padStart(pointer > 0xffff_ffffn ? 16 : 8, "0");
}
