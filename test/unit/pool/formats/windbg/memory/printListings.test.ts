import { describe, expect, it } from "vitest";
import { printPool } from "../../../../../../src/pool/formats/windbg/memory/printPool.ts";
import { printPoolFind } from "../../../../../../src/pool/formats/windbg/memory/printPoolFind.ts";
import { printTarget } from "../../../../../../src/pool/formats/windbg/memory/printTarget.ts";
import type {
  PoolBlock,
  PoolFindResult,
  PoolPage,
} from "../../../../../../src/pool/formats/windbg/memory/PoolBlock.ts";
import { printSession } from "../../../../../../src/pool/formats/windbg/printSession.ts";
import { readDebuggerSession } from "../../../../../../src/pool/formats/windbg/readDebuggerSession.ts";

async function read(command: string, output: string) {
  const text = printSession([{ prompt: "1: kd", command, output }]);
  const { records, problems } = await readDebuggerSession(new TextEncoder().encode(text));
  expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
  return records;
}

function block(address: string, parts: Partial<PoolBlock> = {}): PoolBlock {
  return {
    ...{ address, bytes: 0x70, previousBytes: 0x40, state: "allocated", tag: "CtxL", isProtected: false },
    ...{ isAsked: false, process: undefined, pool: "nonpaged", line: 0 },
    ...parts,
  };
}

/** Without the lines, which the printing decides. */
const bare = (blocks: readonly PoolBlock[]) => blocks.map((one) => ({ ...one, line: 0 }));

describe("printPool", () => {
  const page: PoolPage = {
    address: "fffffa80077c8050",
    region: "Nonpaged pool",
    blocks: [
      block("fffffa80077c8000", { bytes: 0x50, previousBytes: 0, tag: "Even", isProtected: true }),
      block("fffffa80077c8050", { previousBytes: 0x50, isAsked: true }),
      block("fffffa80077c80c0", { bytes: 0xf40, previousBytes: 0x70, tag: "Irp ", state: "free" }),
    ],
    description: undefined,
    failure: undefined,
    line: 0,
  };

  it("prints a page as debuggers do, which reads back the same", async () => {
    const text = printPool(page);
    expect(text.split("\n")).toEqual([
      "Pool page fffffa80077c8050 region is Nonpaged pool",
      " fffffa80077c8000 size:   50 previous size:    0  (Allocated)  Even (Protected)",
      "*fffffa80077c8050 size:   70 previous size:   50  (Allocated) *CtxL",
      "\t\tOwning component : Unknown (update pooltag.txt)",
      " fffffa80077c80c0 size:  f40 previous size:   70  (Free)       Irp ",
    ]);
    const { poolPages } = await read("!pool fffffa80077c8050", text);
    expect(bare(poolPages[0]!.blocks)).toEqual(page.blocks);
  });

  it("prints a large block alone, with what its tag means", async () => {
    const large = block("fffff8a003a00000", {
      bytes: 0x5000,
      previousBytes: undefined,
      tag: "CM25",
      isAsked: true,
      pool: "paged",
    });
    const one: PoolPage = {
      ...page,
      address: large.address,
      region: "Paged pool",
      blocks: [large],
      description: "hive bins, Binary : nt!cm",
    };
    const { poolPages } = await read("!pool fffff8a003a00000", printPool(one));
    expect(bare(poolPages[0]!.blocks)).toEqual([large]);
    expect(poolPages[0]!.description).toBe(one.description);
    expect(printPool(one)).toContain(
      "large page allocation, tag is CM25, size is 0x5000 bytes\n\t\tPooltag CM25 : hive bins",
    );
  });
});

describe("a tag of !pool", () => {
  it.each(["CtxL", "Irp ", " abc", "  x ", "a b ", "(x) ", "....", "Dh 1"])(
    "survives the round trip with its blanks and its meaning: %j",
    async (tag) => {
      const blocks = [
        block("fffffa80077c8000", { tag, previousBytes: 0 }),
        block("fffffa80077c8070", { tag, previousBytes: 0x70, isAsked: true, isProtected: true }),
        block("fffffa80077c80e0", { tag, previousBytes: 0x70, state: "free" }),
        block("fffffa80077c8150", { tag, previousBytes: 0x70, process: "fffffa8006a01b30" }),
      ];
      const page: PoolPage = {
        ...{ address: blocks[1]!.address, region: "Nonpaged pool", blocks },
        ...{ description: "what it is for, Binary : it.sys", failure: undefined, line: 0 },
      };
      expect(printPool(page)).toContain(`\n\t\tPooltag ${tag} : what it is for, Binary : it.sys\n`);
      const { poolPages } = await read(`!pool ${page.address}`, printPool(page));
      expect(bare(poolPages[0]!.blocks)).toEqual(blocks);
      expect(poolPages[0]!.description).toBe(page.description);
    },
  );

  it("is found where blanks were added or lost on the way", async () => {
    const rows = ["(Allocated) CtxL", "(Allocated)     CtxL", "(Allocated) *CtxL", "(Free ) CtxL"];
    const text = rows.map((words, at) => ` fffffa80077c8${at}00 size:  100 previous size:  100  ${words}`).join("\n");
    const { poolPages } = await read("!pool x", `Pool page fffffa80077c8000 region is Nonpaged pool\n${text}`);
    expect(poolPages[0]!.blocks.map(({ tag }) => tag)).toEqual(rows.map(() => "CtxL"));
  });
});

describe("printPoolFind", () => {
  it.each([true, false])(
    "prints large blocks above small ones and reads back the same; complete: %s",
    async (isComplete) => {
      const found: PoolFindResult = {
        tag: "CtxL",
        blocks: [
          block("fffffa8009a00000", { bytes: 0x100000, previousBytes: undefined }),
          block("fffffa80077c8050", { previousBytes: 0x50 }),
        ],
        isComplete,
        line: 0,
      };
      const text = printPoolFind(found, {
        table: ["fffffa8006200000", "fffffa8006600000"],
        pool: ["fffffa8006c00000", "fffffa8180c00000"],
        searchedTo: "fffffa80077c9000",
        kind: "nonpaged",
      });
      const { poolFinds } = await read("!poolfind CtxL", text);
      expect(poolFinds[0]).toMatchObject({ tag: "CtxL", isComplete });
      expect(bare(poolFinds[0]!.blocks)).toEqual(found.blocks);
    },
  );
});

describe("printTarget", () => {
  it("prints what vertarget says, which reads back the same", async () => {
    const target = {
      version: "Windows 7 Kernel Version 7601 (Service Pack 1) MP (4 procs) Free x64",
      architecture: "x64",
      machineName: "CONTOSO-FS1",
      source: undefined,
      time: Date.UTC(2012, 7, 4, 11, 4, 12, 410),
      zoneMinutes: -420,
      uptimeSeconds: 9 * 86_400 + 3 * 3600 + 42 * 60 + 34.41,
      line: 0,
    } as const;
    const text = printTarget(target, {
      build: "7601.17835.amd64fre.win7sp1_gdr.120503-2030",
      kernelBase: "fffff8000184e000",
      moduleList: "fffff80001a93670",
    });
    expect(text).toContain(
      "Debug session time: Sat Aug  4 11:04:12.410 2012 (UTC - 7:00)\nSystem Uptime: 9 days 3:42:34.410",
    );
    expect(text).toContain("Kernel base = 0xfffff800`0184e000 PsLoadedModuleList = 0xfffff800`01a93670");
    const { targets } = await read("vertarget", text);
    expect({ ...targets[0]!, line: 0 }).toEqual(target);
  });
});
