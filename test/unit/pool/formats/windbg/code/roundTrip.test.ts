import fc from "fast-check";
import { expect, test } from "vitest";
import type { Instruction } from "../../../../../../src/pool/formats/windbg/code/Instruction.ts";
import type { MemoryRow } from "../../../../../../src/pool/formats/windbg/code/MemoryRow.ts";
import type { Module } from "../../../../../../src/pool/formats/windbg/code/Module.ts";
import { printInstructions } from "../../../../../../src/pool/formats/windbg/code/printInstructions.ts";
import { printMemoryRows } from "../../../../../../src/pool/formats/windbg/code/printMemoryRows.ts";
import { printModuleDetails, printModules } from "../../../../../../src/pool/formats/windbg/code/printModules.ts";
import { printSearchHits } from "../../../../../../src/pool/formats/windbg/code/printSearchHits.ts";
import { readTagSearch } from "../../../../../../src/pool/formats/windbg/code/readTagSearch.ts";
import { printSession } from "../../../../../../src/pool/formats/windbg/printSession.ts";

const address = (digits: number) =>
  fc.nat(0xffffff).map((value) => (digits === 16 ? "fffff880" : "") + (0x80000000 + value).toString(16));
const width = fc.constantFrom(8, 16);
const read = async (command: string, output: string) =>
  (await readTagSearch(printSession([{ prompt: "0: kd", command, output }]))).records;
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
const settings = { seed: 7, numRuns: 150 };

test("hits read back as they were printed", async () => {
  const hits = width.chain((digits) =>
    fc.array(
      fc.record({
        text: fc.constant("Leak"),
        address: address(digits),
        bytes: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  );
  await fc.assert(
    fc.asyncProperty(hits, async (made) => {
      const rows = made.map((hit, at) => ({ ...hit, line: at + 2 }));
      expect((await read('!for_each_module s -a @#Base @#End "Leak"', printSearchHits(rows))).hits).toEqual(rows);
    }),
    settings,
  );
});

test("rows of memory read back as they were printed, whatever their unit", async () => {
  const command = fc.constantFrom(
    ["db", 1],
    ["dw", 2],
    ["dW", 2],
    ["dd", 4],
    ["dc", 4],
    ["dq", 8],
    ["dps", 0],
    ["dp", 0],
  ) as fc.Arbitrary<[string, number]>;
  const made = fc.tuple(command, width).chain(([[text, unit], digits]) => {
    const size = unit === 0 ? digits / 2 : unit;
    const most = text === "dps" ? size : 16;
    const bytes = fc
      .uint8Array({ minLength: size, maxLength: most })
      .map((all) => all.subarray(0, all.length - (all.length % size)));
    return fc.array(
      fc.tuple(address(digits), bytes).map(([at, some]): Omit<MemoryRow, "line"> => ({
        command: text,
        symbol: undefined,
        address: at,
        bytes: Uint8Array.from(some),
      })),
      { minLength: 1, maxLength: 6 },
    );
  });
  await fc.assert(
    fc.asyncProperty(made, async (rows) => {
      const lined = rows.map((row, at) => ({ ...row, line: at + 2 }));
      expect((await read(`${rows[0]!.command} fffff880`, printMemoryRows(lined))).memory).toEqual(lined);
    }),
    settings,
  );
});

test("a pointer's meaning and a row's symbol read back", async () => {
  const row = {
    command: "dps",
    symbol: "nt!PoolVector",
    address: "fffff8031ac530f8",
    bytes: Uint8Array.of(0, 0x20, 0x9a, 0x1a, 3, 0xf8, 0xff, 0xff),
    pointsTo: "nt!Pool+0x40",
    line: 2,
  };
  expect((await read("dps nt!PoolVector l1", printMemoryRows([row]))).memory).toEqual([row]);
});

test("instructions read back, those that follow each other under one label", async () => {
  const one = fc.record({
    bytes: fc.uint8Array({ minLength: 1, maxLength: 15 }),
    mnemonic: fc.constantFrom("mov", "call", "cmovnb", "lock xadd", "vmovdqu8"),
    operands: fc.constantFrom("ecx,1", "qword ptr [myfault+0x2012 (fffff880`05a20012)]", "rdi,rax"),
    isNew: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 8 }), async (made) => {
      let offset = 0x1000;
      const listed = made.map(({ isNew, ...rest }, at): Instruction => {
        if (isNew && at > 0) offset += 0x100;
        const instruction = {
          address: (0xfffff88005a1e000n + BigInt(offset)).toString(16),
          symbol: `myfault+0x${offset.toString(16)}`,
          ...rest,
          line: 0,
        };
        offset += rest.bytes.length;
        return instruction;
      });
      const { instructions } = await read("u myfault+1000", printInstructions(listed));
      expect(instructions.map((instruction) => ({ ...instruction, line: 0 }))).toEqual(listed);
    }),
    settings,
  );
});

test("modules read back, with their details and without", async () => {
  const text = fc.constantFrom("Contoso, Ltd.", "3.1.0.0", "File: system filter");
  const module = width.chain((digits) =>
    fc.record({
      name,
      start: address(digits).map((at) => `${at.slice(0, -3)}000`),
      pages: fc.integer({ min: 1, max: 4000 }),
      symbols: fc.constantFrom("deferred", "pdb symbols", "no symbols"),
      isUnloaded: fc.boolean(),
      company: text,
      fileVersion: text,
    }),
  );
  const common = { imagePath: undefined, imageName: undefined, timestamp: undefined, description: undefined, line: 0 };
  const ignoring = (modules: Module[]) => modules.map((one) => ({ ...one, line: 0 }));
  await fc.assert(
    fc.asyncProperty(module, async ({ pages, ...made }) => {
      const end = (BigInt(`0x${made.start}`) + BigInt(pages) * 4096n).toString(16);
      const listed: Module = {
        ...common,
        ...made,
        end,
        symbols: made.isUnloaded ? "" : made.symbols,
        company: undefined,
        fileVersion: undefined,
        imageName: made.isUnloaded ? made.name : undefined,
      };
      expect(ignoring((await read("lm", printModules([listed]))).modules)).toEqual([listed]);
      const detailed: Module = {
        ...common,
        ...made,
        end,
        isUnloaded: false,
        imagePath: "\\SystemRoot\\x.sys",
        imageName: "x.sys",
        timestamp: "Thu Aug  9 18:22:41 2012 (5023E2C1)",
        checksum: "0000A1F3",
        description: "A driver",
      };
      expect(ignoring((await read("lmvm x", printModuleDetails(detailed))).modules)).toEqual([detailed]);
    }),
    settings,
  );
});

test("listings stand in the debugger's columns", () => {
  const bytes = Uint8Array.of(0x4c, 0x65, 0x61, 0x31);
  const row = { symbol: undefined, address: "fffff88005a1f3aa", bytes, line: 0 };
  expect(printMemoryRows([{ ...row, command: "dc" }])).toBe(
    "fffff880`05a1f3aa  3161654c                             Lea1",
  );
  expect(printMemoryRows([{ ...row, command: "db", address: "820f2ba4" }])).toBe(
    "820f2ba4  4c 65 61 31                                      Lea1",
  );
  expect(printModules([])).toBe("start             end                 module name");
  expect(() => printMemoryRows([{ ...row, command: "dt" }])).toThrow(RangeError);
});
