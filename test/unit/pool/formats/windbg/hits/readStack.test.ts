import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSymbol } from "../../../../../../src/pool/formats/windbg/hits/parseSymbol.ts";
import { placeFrames } from "../../../../../../src/pool/formats/windbg/hits/placeFrames.ts";
import { printStack } from "../../../../../../src/pool/formats/windbg/hits/printStack.ts";
import { readStack } from "../../../../../../src/pool/formats/windbg/hits/readStack.ts";
import { StackInterner } from "../../../../../../src/pool/formats/windbg/hits/StackInterner.ts";
import { arbitraryStack } from "./arbitraryHits.ts";

const linesOf = (text: string) => text.split("\n").map((line, at) => ({ text: line, line: at + 1 }));

test.each([
  ["Child-SP          RetAddr           Call Site", "fffff880`06b1e7d0 fffff880`05a1f7c4 myfault+0x162f"],
  [" # Child-SP          RetAddr               Call Site", "01 fffff880`06b1e7d0 fffff880`05a1f7c4     myfault+0x162f"],
  [" # Child-SP          RetAddr           Call Site", "01 fffff880`06b1e7d0 fffff880`05a1f7c4 myfault+0x162f"],
  ["# Child-SP          RetAddr           Call Site", "01 fffff880`06b1e7d0 fffff880`05a1f7c4 myfault+0x162f"],
  [
    "  Memory  Child-SP          RetAddr           Call Site",
    "       e0 fffff880`06b1e7d0 fffff880`05a1f7c4 myfault+0x162f",
  ],
  [
    "RetAddr           : Args to Child                                                           : Call Site",
    "fffff880`05a1f7c4 : 00000000`00000001 00000000`00000002 00000000`00000003 00000000`00000004 : myfault+0x162f",
  ],
  ["ChildEBP RetAddr  ", "06b1e7d0 05a1f7c4 myfault+0x162f"],
  ["ChildEBP RetAddr  Args to Child              ", "06b1e7d0 05a1f7c4 00000001 00000002 00000003 myfault+0x162f"],
  ["Call Site", "myfault+0x162f"],
  ["    Child-SP          RetAddr           Call Site", "    fffff880`06b1e7d0 fffff880`05a1f7c4 myfault+0x162f"],
])("a row below the header %j is read", (header, row) => {
  const frames = readStack(linesOf(`0: kd> k\n${header}\n${row}\n\nbehind it`))?.frames;
  expect(frames).toHaveLength(1);
  expect(frames![0]).toMatchObject({ symbol: "myfault+0x162f", module: "myfault", offset: 0x162f, line: 3 });
  if (header.includes("RetAddr")) expect(frames![0]!.returnAddress).toMatch(/05a1f7c4$/);
  if (header.includes("Child-SP")) expect(frames![0]!.stackPointer).toBe("fffff88006b1e7d0");
});

test.each([
  ["nt!IopXxxControlFile+0x607", "nt", "IopXxxControlFile", 0x607],
  ["nt!ExAllocatePool2", "nt", "ExAllocatePool2", 0],
  ["myfault+0x162f", "myfault", undefined, 0x162f],
  ["nt! ?? ::FNODOBFM::`string'+0x2b3c", "nt", "?? ::FNODOBFM::`string'", 0x2b3c],
  ["dxgmms2!VidMm<int,char>::operator()+0x9 [onecore\\mm.cxx @ 216]", "dxgmms2", "VidMm<int,char>::operator()", 9],
  ["nt!ObOpen(void * object = 0x00000000`00000001, int mode = 0n1)+0x12 [d:\\nt\\ob.c @ 7]", "nt", "ObOpen", 0x12],
  ["nt!KiFastCallEntry+0x12a (FPO: [0,3] TrapFrame @ 8c5e3c64)", "nt", "KiFastCallEntry", 0x12a],
  ["0x00000000`77a8138a", undefined, undefined, undefined],
])("the symbol %s is taken apart", (text, module, name, offset) => {
  expect(parseSymbol(text)).toMatchObject({ module, function: name, offset });
});

test.each(["", "nt", "Break instruction exception", "+0x12", "a b+0x1"])("%j is no symbol", (text) => {
  expect(parseSymbol(text)).toBeUndefined();
});

test("a stack that ends before its root is truncated, whether rows are missing or a row is cut", () => {
  const whole = `Child-SP          RetAddr           Call Site
fffff880\`0731e7d0 fffff880\`05a1f7c4 myfault+0x162f
fffff880\`0731eb20 00000000\`77a8138a nt!KiSystemServiceCopyEnd+0x13
00000000\`0012f0c8 00000000\`00000000 0x00000000\`77a8138a`;
  expect(readStack(linesOf(whole))?.isTruncated).toBe(false);
  const [header, first, second] = whole.split("\n");
  expect(readStack(linesOf([header, first, second].join("\n")))?.isTruncated).toBe(false);
  expect(readStack(linesOf([header, first].join("\n")))?.isTruncated).toBe(true);
  expect(readStack(linesOf([header, first, second!.slice(0, 30)].join("\n")))?.isTruncated).toBe(true);
});

test("there is no stack without its header", () => {
  expect(readStack(linesOf("fffff880`0731e7d0 fffff880`05a1f7c4 myfault+0x162f"))).toBeUndefined();
});

test("what is printed reads back the same, in every layout", () => {
  const command = fc.constantFrom("k" as const, "kn" as const, "kb" as const, "kv" as const, "kc" as const);
  const layout = fc.constantFrom("old" as const, "new" as const);
  fc.assert(
    fc.property(
      fc.constantFrom(8 as const, 16 as const).chain((digits) => fc.tuple(arbitraryStack(digits), fc.constant(digits))),
      command,
      layout,
      ([frames, digits], name, era) => {
        const printed = printStack(frames, { command: name, layout: era, digits });
        const back = readStack(linesOf(printed))!.frames;
        expect(back.map(({ symbol }) => symbol)).toEqual(
          frames.map((frame) =>
            name === "kc" && frame.function !== undefined ? `${frame.module!}!${frame.function}` : frame.symbol,
          ),
        );
        if (name !== "kc") {
          expect(back.map(({ isInline, returnAddress, source }) => [isInline, returnAddress, source])).toEqual(
            frames.map(({ isInline, returnAddress, source }) => [isInline, returnAddress, source]),
          );
          expect(printStack(back, { command: name, layout: era, digits })).toBe(printed);
        }
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});

test("equal stacks are kept once, wherever they lay", () => {
  const interner = new StackInterner();
  const [frames] = fc.sample(arbitraryStack(16), { numRuns: 1, seed: 3 });
  expect(interner.intern(frames!)).toBe(0);
  expect(interner.intern(placeFrames(frames!, "fffff8800731e6f0"))).toBe(0);
  expect(interner.intern([...frames!, frames![0]!])).toBe(1);
  expect(interner.intern([])).toBe(-1);
  expect(interner.stacks).toHaveLength(2);
});

test("frames are placed upwards, aligned, and user mode has a stack of its own", () => {
  const frames = fc.sample(arbitraryStack(16), { numRuns: 1, seed: 5 })[0]!;
  const placed = placeFrames(frames, "fffff8800731e6f0").filter(({ module }) => module !== undefined);
  const pointers = placed.map(({ stackPointer }) => stackPointer!);
  expect(pointers.toSorted()).toEqual(pointers);
  expect(pointers.every((pointer) => pointer.endsWith("0"))).toBe(true);
});
