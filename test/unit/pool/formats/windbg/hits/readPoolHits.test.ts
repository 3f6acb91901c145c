import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HIT_KINDS, type PoolHits } from "../../../../../../src/pool/formats/windbg/hits/PoolHits.ts";
import { readPoolHits } from "../../../../../../src/pool/formats/windbg/hits/readPoolHits.ts";

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

/** The columns as a row for each break. */
function rowsOf(hits: PoolHits | undefined) {
  return Array.from(hits?.line ?? [], (line, at) => ({
    line,
    kind: HIT_KINDS[hits!.kind[at]!],
    stack: hits!.stack[at],
    isTruncated: hits!.isTruncated[at] === 1,
    processor: hits!.processor[at],
    time: Number.isNaN(hits!.time[at]) ? undefined : new Date(hits!.time[at]!).toISOString(),
    pointer: hits!.pointer[at]!.toString(16),
  }));
}
const symbols = (hits: PoolHits | undefined, stack: number) => hits?.stacks[stack]?.map(({ symbol }) => symbol);

test("a session gives its breaks by the place where the machine stopped, with times, blocks and processors", async () => {
  const { records, problems } = await readPoolHits(fixture("session.txt"));
  expect(records?.tag).toBe("Leak");
  expect(rowsOf(records)).toEqual([
    {
      line: 9,
      kind: "allocate",
      stack: 0,
      isTruncated: false,
      processor: 0,
      time: "2012-08-14T09:30:07.250Z",
      pointer: "fffffa8004c1d010",
    },
    {
      line: 28,
      kind: "free",
      stack: 1,
      isTruncated: false,
      processor: 3,
      time: "2012-08-14T09:30:07.265Z",
      pointer: "fffffa8004c1d010",
    },
    {
      line: 44,
      kind: "manual",
      stack: -1,
      isTruncated: false,
      processor: 0,
      time: "2012-08-14T09:31:00.000Z",
      pointer: "0",
    },
    {
      line: 61,
      kind: "allocate",
      stack: 2,
      isTruncated: true,
      processor: 2,
      time: "2012-08-14T09:31:20.001Z",
      pointer: "0",
    },
    {
      line: 72,
      kind: "allocate",
      stack: 3,
      isTruncated: false,
      processor: 1,
      time: "2012-08-14T09:31:22.900Z",
      pointer: "0",
    },
  ]);
  expect(symbols(records, 1)).toEqual([
    "nt!ExFreePoolWithTag+0x1e2",
    "myfault+0x16cb",
    "nt!ExpWorkerThread+0x111",
    "nt!PspSystemThreadStartup+0x5a",
    "nt!KxStartSystemThread+0x16",
  ]);
  expect(records?.stacks[0]?.[1]).toEqual({
    symbol: "myfault+0x162f",
    module: "myfault",
    function: undefined,
    offset: 0x162f,
    returnAddress: "fffff88005a1f7c4",
    stackPointer: "fffff8800731e7d0",
    isInline: false,
    line: 17,
  });
  expect(problems.map(({ line, effect }) => [line, effect])).toEqual([
    [61, "note"],
    [70, "lost"],
    [72, "note"],
  ]);
  expect(problems[1]?.message).toContain("gu; r rax");
});

test("a loop prints a stack for each hit, without breaks and prompts, and equal stacks are kept once", async () => {
  const { records, problems } = await readPoolHits(fixture("loop.txt"));
  expect(records?.stacks).toHaveLength(2);
  expect(rowsOf(records).map(({ line, kind, stack, processor }) => [line, kind, stack, processor])).toEqual([
    [3, "allocate", 0, -1],
    [11, "free", 1, -1],
    [17, "allocate", 0, -1],
    [25, "manual", -1, 1],
  ]);
  expect(problems).toEqual([]);
});

test("x86 stacks give the arguments, and the debugger's own doubt is handed on", async () => {
  const { records, problems } = await readPoolHits(fixture("x86.txt"));
  expect(rowsOf(records)).toMatchObject([{ line: 5, kind: "allocate", isTruncated: false, pointer: "85c12008" }]);
  expect(records?.stacks[0]?.[0]).toMatchObject({
    arguments: ["00000000", "00000400", "6b61654c"],
    returnAddress: "91a0f2b4",
  });
  expect(records?.stacks[0]?.[4]).toMatchObject({ symbol: "nt!KiFastCallEntry+0x12a", offset: 0x12a });
  expect(problems).toEqual([expect.objectContaining({ line: 9, effect: "doubt" })]);
});

test("breakpoints at the pool routines are hits, others are not, and that no tag was set is said", async () => {
  const { records, problems } = await readPoolHits(fixture("breakpoints.txt"));
  expect(rowsOf(records)).toMatchObject([{ line: 3, kind: "allocate", processor: 4, isTruncated: false }]);
  expect(records?.stacks[0]?.[1]).toMatchObject({
    symbol: "myfault!LeakOne+0x17",
    isInline: true,
    source: "c:\\src\\myfault\\leak.c @ 42",
  });
  expect(records?.tag).toBeUndefined();
  expect(problems).toEqual([expect.objectContaining({ line: 0, effect: "doubt" })]);
});

test.each([
  ["ed nt!PoolHitTag 6b61654c", "Leak"],
  ["ed PoolHitTag 0x3261654c", "Lea2"],
  ["ed nt!PoolHitTag eb61654c", "Leak"],
  ["ed nt!poolhittag ' cbA'", "Abc "],
  ['ea nt!PoolHitTag "Leak"', "Leak"],
  ["eb nt!PoolHitTag 4c 65 61 6b", "Leak"],
  ["ed nt!PoolHitTag 0", undefined],
  ["ed nt!PoolHitTag ffffff0f", undefined],
])("%s sets %j", async (command, tag) => {
  const text = `0: kd> ${command}\n0: kd> g\nBreak instruction exception - code 80000003 (first chance)\nnt!ExFreePoolWithTag+0x1:\n`;
  expect((await readPoolHits(text)).records?.tag).toBe(tag);
});

test.each([
  ["nt!ExAllocatePoolWithTag+0xa41", "allocate"],
  ["nt!ExAllocateHeapPool+0x12", "allocate"],
  ["nt!ExAllocatePool2+0x12", "allocate"],
  ["nt!ExpAllocatePoolWithTagFromNode+0x12", "allocate"],
  ["nt!ExFreePoolWithTag+0x1", "free"],
  ["nt!ExFreeHeapPool+0x1", "free"],
  ["nt!ExDeferredFreePool+0xf7", "free"],
  ["nt!RtlpBreakWithStatusInstruction", "manual"],
  ["nt!KiDispatchInterrupt+0x10", "unknown"],
])("a break at %s is %s", async (place, kind) => {
  const text = `0: kd> ed nt!PoolHitTag 'kaeL'\n0: kd> g\nBreak instruction exception - code 80000003 (first chance)\n${place}:\n0: kd> g\nBreak instruction exception - code 80000003 (first chance)\nnt!ExFreePoolWithTag+0x1:\n`;
  expect(rowsOf((await readPoolHits(text)).records)[0]?.kind).toBe(kind);
});

test("a crash dump's stack, a break into user mode and a session that was only broken into are no hits", async () => {
  for (const text of [
    "0: kd> k\nChild-SP          RetAddr           Call Site\nfffff880`0731e6f0 fffff880`05a1f62f nt!KeBugCheckEx\n",
    "(d9c.252c): Break instruction exception - code 80000003 (first chance)\nntdll!LdrpDoDebuggerBreak+0x30:\n00007fff`4d21121c cc              int     3\n0:000> k\n",
    "0: kd> g\nBreak instruction exception - code 80000003 (first chance)\nnt!DbgBreakPointWithStatus:\n1: kd> !vm 1\n",
  ]) {
    const { records, problems } = await readPoolHits(text);
    expect(records).toBeUndefined();
    expect(problems[0]).toMatchObject({ line: 0, effect: "lost" });
  }
});

test("a tag that hits nothing, and symbols that are not there, are said", async () => {
  const nothing = await readPoolHits("0: kd> ed nt!PoolHitTag 'Leak'\n0: kd> g\n");
  expect(nothing.problems[0]?.message).toContain('"kaeL"');
  const missing = await readPoolHits(
    "0: kd> ed nt!PoolHitTag 6b61654c\nCouldn't resolve error at 'nt!PoolHitTag 6b61654c'\n",
  );
  expect(missing.problems[0]).toMatchObject({
    line: 1,
    effect: "lost",
    message: expect.stringContaining(".symfix") as string,
  });
});

test("letters that are missing are zero, and no tag", async () => {
  const { problems } = await readPoolHits("0: kd> ed nt!PoolHitTag 'cbA'\n0: kd> g\n");
  expect(problems[0]).toMatchObject({ line: 1, effect: "doubt", message: expect.stringContaining("' cbA'") as string });
});

test("a second tag in the same session is a doubt", async () => {
  const one = "0: kd> g\nBreak instruction exception - code 80000003 (first chance)\nnt!ExFreePoolWithTag+0x1:\n";
  const { records, problems } = await readPoolHits(
    `0: kd> ed nt!PoolHitTag 'kaeL'\n${one}0: kd> ed nt!PoolHitTag '2aeL'\n${one}`,
  );
  expect(records?.tag).toBe("Leak");
  expect(problems).toEqual([
    expect.objectContaining({ line: 5, effect: "doubt", message: expect.stringContaining("Lea2") as string }),
  ]);
});
