import fc from "fast-check";
import { expect, test } from "vitest";
import { printPoolHits } from "../../../../../../src/pool/formats/windbg/hits/printPoolHits.ts";
import type { PoolHits } from "../../../../../../src/pool/formats/windbg/hits/PoolHits.ts";
import { readPoolHits } from "../../../../../../src/pool/formats/windbg/hits/readPoolHits.ts";
import { parseSymbol } from "../../../../../../src/pool/formats/windbg/hits/parseSymbol.ts";
import { arbitraryHits } from "./arbitraryHits.ts";

const options = { tagAddress: "fffff8031ac530fc", addressOf: () => "fffff8031a9a2a41" };

const hits: PoolHits = {
  tag: "Leak",
  kind: Uint8Array.of(0, 1),
  stack: Int32Array.of(0, -1),
  isTruncated: new Uint8Array(2),
  processor: Int16Array.of(2, 0),
  time: Float64Array.of(Date.UTC(2012, 7, 4, 9, 30, 7, 250), NaN),
  pointer: BigUint64Array.of(0xfffffa8004c1d010n, 0xfffffa8004c1d010n),
  line: new Uint32Array(2),
  stacks: [
    [
      {
        ...parseSymbol("nt!ExAllocatePoolWithTag+0xa41")!,
        returnAddress: "fffff88005a1f62f",
        isInline: false,
        line: 0,
      },
      { ...parseSymbol("myfault+0x162f")!, returnAddress: "0".repeat(16), isInline: false, line: 0 },
    ],
  ],
};

test("a session is printed as the debugger prints it", () => {
  const text = printPoolHits(hits, {
    ...options,
    zone: "UTC + 2:00",
    logFile: "c:\\hits.log",
    stackTopOf: () => "fffff8800731e6f0",
  });
  expect(text.split("\r\n")).toEqual([
    "Opened log file 'c:\\hits.log'",
    "2: kd> .echotimestamps 1",
    "2: kd> dc nt!PoolHitTag l1",
    "fffff803`1ac530fc  ffffff0f                             ....",
    "2: kd> ed nt!PoolHitTag 6b61654c",
    "2: kd> dc nt!PoolHitTag l1",
    "fffff803`1ac530fc  6b61654c                             Leak",
    "2: kd> g",
    "Sat Aug  4 09:30:07.250 2012 (UTC + 2:00): Break instruction exception - code 80000003 (first chance)",
    "nt!ExAllocatePoolWithTag+0xa41:",
    "fffff803`1a9a2a41 cc              int     3",
    "2: kd> k",
    "Child-SP          RetAddr           Call Site",
    "fffff880`0731e6f0 fffff880`05a1f62f nt!ExAllocatePoolWithTag+0xa41",
    expect.stringMatching(/^fffff880`0731e[0-9a-f]{2}0 00000000`00000000 myfault\+0x162f$/),
    "2: kd> gu; r rax",
    "myfault+0x162f:",
    "fffff880`05a1f62f 4885c0          test    rax,rax",
    "rax=fffffa8004c1d010",
    "2: kd> g",
    "Break instruction exception - code 80000003 (first chance)",
    "nt!ExFreePoolWithTag:",
    "fffff803`1a9a2a41 cc              int     3",
    "0: kd> r rcx",
    "rcx=fffffa8004c1d010",
    "0: kd> ed nt!PoolHitTag 0",
    "0: kd> .logclose",
    "Closing open log file c:\\hits.log",
    "",
  ]);
});

test("what is printed reads back the same, in old and new layouts", async () => {
  const layout = fc.constantFrom("old" as const, "new" as const);
  const command = fc.constantFrom("k" as const, "kn" as const, "kv" as const);
  await fc.assert(
    fc.asyncProperty(arbitraryHits(), layout, command, async (made, era, name) => {
      const { records } = await readPoolHits(printPoolHits(made, { ...options, layout: era, command: name }));
      const hasHits = made.kind.some((kind) => kind < 2);
      expect(records === undefined).toBe(!hasHits);
      if (!records) return;
      expect({ ...records, stacks: undefined, line: undefined }).toEqual({
        ...made,
        stacks: undefined,
        line: undefined,
      });
      const symbolsOf = ({ stacks }: PoolHits) =>
        stacks.map((frames) => frames.map(({ symbol, isInline }) => [symbol, isInline]));
      expect(symbolsOf(records)).toEqual(symbolsOf(made));
    }),
    { seed: 8, numRuns: 150 },
  );
});
