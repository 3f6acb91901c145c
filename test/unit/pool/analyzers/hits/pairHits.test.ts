import { describe, expect, it } from "vitest";
import { judgeCase, pairHits } from "../../../../../src/pool/index.ts";
import { HIT_KINDS, type HitKind, type PoolHits } from "../../../../../src/pool/formats/windbg/hits/PoolHits.ts";
import { makeSnapshots, row } from "../makeLog.ts";
import { session, snapshots } from "../case/makeEvidence.ts";

const frame = (symbol: string) => ({
  symbol,
  module: symbol.split(/[!+]/)[0],
  function: undefined,
  offset: undefined,
  returnAddress: undefined,
  isInline: false,
  line: 1,
});
const STACKS = [
  ["nt!ExAllocatePoolWithTag", "myfault+0x162f", "nt!IopXxxControlFile"],
  ["nt!ExAllocatePoolWithTag", "myfault+0x13b0", "nt!IopXxxControlFile"],
  ["nt!ExFreePoolWithTag", "myfault+0x16ca"],
].map((stack) => stack.map(frame));

interface MadeHit {
  kind: HitKind;
  stack?: number;
  pointer?: number;
  time?: number;
  truncated?: boolean;
}

function makeHits(hits: readonly MadeHit[]): PoolHits {
  return {
    tag: "Leak",
    stacks: STACKS,
    kind: Uint8Array.from(hits, ({ kind }) => HIT_KINDS.indexOf(kind)),
    stack: Int32Array.from(hits, ({ stack = -1 }) => stack),
    isTruncated: Uint8Array.from(hits, ({ truncated = false }) => (truncated ? 1 : 0)),
    processor: new Int16Array(hits.length),
    time: Float64Array.from(hits, ({ time = NaN }) => time),
    pointer: BigUint64Array.from(hits, ({ pointer = 0 }) => BigInt(pointer)),
    line: Uint32Array.from(hits, (_, i) => i + 1),
  };
}

describe("the hits of a PoolHitTag session", () => {
  const hits = makeHits([
    { kind: "allocate", stack: 0, pointer: 16, time: 0 },
    { kind: "allocate", stack: 1, pointer: 32, time: 500 },
    { kind: "manual", time: 700 },
    { kind: "free", stack: 2, pointer: 32, time: 1000 },
    { kind: "allocate", stack: 0, pointer: 32, time: 1500 },
    { kind: "allocate", stack: 1, pointer: 48, truncated: true, time: 1800 },
    { kind: "free", stack: 2, pointer: 48, time: 2000 },
  ]);

  it("pair by pointer in the order of the log, since addresses come again", () => {
    const { paths } = pairHits(hits);
    const found = paths.map(({ stack, kind, hits: count, paired, unpaired }) => [stack, kind, count, paired, unpaired]);
    expect(found).toEqual([
      [0, "allocate", 2, 0, 2],
      [2, "free", 2, 2, 0],
      [1, "allocate", 1, 1, 0],
    ]);
  });

  it("leave out manual breaks, and keep truncated stacks off the paths", () => {
    expect(pairHits(hits)).toMatchObject({ allocations: 4, frees: 2, manual: 1, truncated: 1 });
    expect(pairHits(hits).perSecond).toBeCloseTo(5 / 2, 6);
  });

  it("are counted, but not paired, where the session printed no pointer", () => {
    const { paths } = pairHits(
      makeHits([
        { kind: "allocate", stack: 0 },
        { kind: "free", stack: 2 },
      ]),
    );
    expect(paths).toMatchObject([
      { unpaired: 0, withoutPointer: 1 },
      { paired: 0, withoutPointer: 1 },
    ]);
  });

  it("name the driver and the place of a leak that snapshots show", async () => {
    const made = await session("0: kd> !vm 1\n");
    const finding = judgeCase([
      snapshots(makeSnapshots(6, 60, (i) => [row("Leak", "nonpaged", 5000 + 900 * i, 0, 1024)])),
      { ...made, records: { ...made.records, hits } },
    ]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Leak", driver: "myfault.sys" });
    expect(finding.sites[0]).toMatchObject({ place: "myfault+0x162f", evidence: "PoolHitTag", blocks: 2 });
  });
});
