import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printPoolUsed } from "../../../../../../src/pool/formats/windbg/memory/printPoolUsed.ts";
import { printVm } from "../../../../../../src/pool/formats/windbg/memory/printVm.ts";
import { readPoolUsed } from "../../../../../../src/pool/formats/windbg/memory/readPoolUsed.ts";
import { readVm } from "../../../../../../src/pool/formats/windbg/memory/readVm.ts";
import { printSession } from "../../../../../../src/pool/formats/windbg/printSession.ts";
import { readDebuggerSession } from "../../../../../../src/pool/formats/windbg/readDebuggerSession.ts";

const flush = `0: kd> !vm 1
Page File: \\??\\C:\\pagefile.sys
  Current:   1310720 Kb  Free Space:   1302012 Kb
  Minimum:   1310720 Kb  Maximum:     12582912 Kb

Physical Memory:          4193917 (   16775668 Kb)
Available Pages:           811202 (    3244808 Kb)
NonPagedPool Usage:           272 (       1088 Kb)
NonPagedPoolNx Usage:      512340 (    2049360 Kb)
********** Excessive NonPaged Pool Usage *****
NonPagedPool Max:      4294967296 (17179869184 Kb)
PagedPool  0:               66288 (     265152 Kb)
PagedPool Usage:            66288 (     265152 Kb)
PagedPool Commit:  18446735282293205272 (18446708908044166240 Kb)
Committed pages:          1355436 (    5421744 Kb)
Commit limit:             5990642 (   23962568 Kb)`;

const wide = ` Sorting by NonPaged Pool Consumed

               NonPaged                  Paged
 Tag     Allocs         Used     Allocs         Used

 Leak      5600   5872025600          0            0\tUNKNOWN pooltag 'Leak', please update pooltag.txt
 EtwB       190     12451840          4       163840\tEtw Buffer , Binary: nt!etw
 Dh 1         2          640          0            0\tUNKNOWN pooltag 'Dh 1', please update pooltag.txt

TOTAL      5792   5884478080          4       163840`;

describe("!vm", () => {
  test("adds the two nonpaged pools, and takes the address space for no limit", async () => {
    const { records, problems } = await readVm(flush);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      layout: "flush",
      nonpagedBytes: (272 + 512340) * 4096,
      nonpagedNxBytes: 512340 * 4096,
      nonpagedMaximumBytes: undefined,
      physicalBytes: 4193917 * 4096,
      commitLimitBytes: 5990642 * 4096,
      line: 1,
    });
    expect(records[0]!.values.find(({ label }) => label === "PagedPool 0")).toMatchObject({ pages: 66288, line: 12 });
    expect(records[0]!.pageFiles).toMatchObject([{ path: "\\??\\C:\\pagefile.sys", freeBytes: 1302012 * 1024 }]);
    expect(problems).toMatchObject([
      { line: 14, effect: "doubt", message: expect.stringContaining("negative") as string },
    ]);
    expect(records[0]!.values.find(({ label }) => label === "PagedPool Commit")!.pages).toBeNaN();
  });

  test("gives a warning to the line above it", async () => {
    const { records } = await readVm(flush);
    const warned = records[0]!.values.filter(({ warnings }) => warnings.length > 0);
    expect(warned).toMatchObject([{ label: "NonPagedPoolNx Usage", warnings: ["Excessive NonPaged Pool Usage"] }]);
  });

  test("says which line has kilobytes that are not its pages", async () => {
    const { problems } = await readVm(flush.replace("(       1088 Kb)", "(        272 Kb)"));
    expect(problems[0]).toMatchObject({ line: 8, effect: "doubt" });
  });

  test("knows that allocations failed, whatever the usage is by now", async () => {
    const failed = flush.replace("Excessive NonPaged Pool Usage", "38 pool allocations have failed");
    expect((await readVm(failed)).records[0]!.failedAllocations).toBe(38);
  });

  test.each(["flush", "banner"] as const)("reads back what is printed in the %s layout", async (layout) => {
    const [report] = (await readVm(flush.replace(/.*PagedPool Commit.*\n/, ""))).records;
    const text = printSession([{ prompt: "kd", command: "!vm 1", output: printVm({ ...report!, layout }) }]);
    const { records, problems } = await readVm(text);
    expect(problems).toEqual([]);
    const plain = ({ values }: typeof report & object) =>
      values.map(({ label, pages, warnings }) => [label, pages, warnings]);
    expect(records[0]!.layout).toBe(layout);
    expect(plain(records[0]!)).toEqual(plain(report!));
    expect(records[0]!.nonpagedBytes).toBe(report!.nonpagedBytes);
  });

  test("says so when the command printed nothing of it", async () => {
    const { records, problems } = await readVm("kd> !vm 1\nerror 3 InitTypeRead( nt!_MMPTE )...\nkd> !process 0 0\n");
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ effect: "lost" }]);
  });
});

describe("!poolused", () => {
  test("counts what is held, and reads tags with blanks in them", async () => {
    const { records, problems } = await readPoolUsed(wide);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { layout: "wide", sortedBy: "nonpaged", total: { nonpaged: { bytes: 5884478080 } } },
    ]);
    expect(records[0]!.rows.map(({ tag, binary, line }) => [tag, binary, line])).toEqual([
      ["Leak", undefined, 6],
      ["EtwB", "nt!etw", 7],
      ["Dh 1", undefined, 8],
    ]);
    expect(records[0]!.rows[0]!.nonpaged).toEqual({
      allocs: undefined,
      frees: undefined,
      outstanding: 5600,
      bytes: 5872025600,
    });
  });

  test("tells allocations since boot from what is held in the verbose layout", async () => {
    const [table] = (await readPoolUsed(wide)).records;
    const rows = table!.rows.map((row) => ({
      ...row,
      nonpaged: { ...row.nonpaged, allocs: 9000, frees: 9000 - row.nonpaged.outstanding },
    }));
    const text = printPoolUsed({ ...table!, rows, layout: "verbose", total: undefined });
    const { records } = await readPoolUsed(`kd> !poolused 3\n${text}`);
    expect(records[0]!.layout).toBe("verbose");
    expect(records[0]!.rows[0]!.nonpaged).toEqual({ allocs: 9000, frees: 3400, outstanding: 5600, bytes: 5872025600 });
  });

  test("cuts a description that begins with a digit from the number to which it is glued", async () => {
    const text =
      "            NonPaged            Paged\n Tag    Allocs     Used    Allocs     Used\n ohci        1      136         0        01394 OHCI host\n";
    const { records } = await readPoolUsed(text);
    expect(records[0]).toMatchObject({ layout: "classic", rows: [{ tag: "ohci", description: "1394 OHCI host" }] });
    expect(records[0]!.rows[0]!.paged.bytes).toBe(0);
  });

  test("reads numbers wider than their column", async () => {
    const rows = [
      { tag: "Leak", nonpaged: { allocs: undefined, frees: undefined, outstanding: 5600, bytes: 5872025600 } },
    ];
    const paged = { allocs: undefined, frees: undefined, outstanding: 1, bytes: 16 };
    const table = {
      layout: "classic",
      sortedBy: "tag",
      filter: undefined,
      isSession: false,
      total: undefined,
      line: 1,
    } as const;
    const text = printPoolUsed({
      ...table,
      rows: rows.map((row) => ({ ...row, paged, description: "x", binary: undefined, line: 1 })),
    });
    const { records } = await readPoolUsed(text);
    expect(records[0]!.rows).toMatchObject([
      { tag: "Leak", nonpaged: { outstanding: 5600, bytes: 5872025600 }, paged },
    ]);
  });

  test("joins rows that a mail program wrapped", async () => {
    const wrapped = wide
      .replace("please update", "please\nupdate")
      .replace("          4       163840\tEtw", "\n          4       163840\tEtw");
    const { records } = await readPoolUsed(wrapped);
    expect(records[0]!.rows.map(({ tag }) => tag)).toEqual(["Leak", "EtwB", "Dh 1"]);
    expect(records[0]!.rows[1]).toMatchObject({ paged: { bytes: 163840 }, binary: "nt!etw" });
  });

  test("says that a listing without its TOTAL was cut off, and which sums do not agree", async () => {
    const cut = await readPoolUsed(wide.replace(/\n\nTOTAL.*/, ""));
    expect(cut.problems).toMatchObject([{ effect: "doubt", message: expect.stringContaining("TOTAL") as string }]);
    const changed = await readPoolUsed(wide.replace("12451840", "12451841"));
    expect(changed.problems).toMatchObject([
      { effect: "doubt", message: expect.stringContaining("5884478081") as string },
    ]);
  });

  test("knows a tag that was asked for and is not there, and the session's pool", async () => {
    const { records, problems } = await readPoolUsed(`lkd> !poolused 0xb Toke\n${wide}`);
    expect(records[0]).toMatchObject({ filter: "Toke", isSession: true });
    expect(problems.some(({ message }) => message.includes('"Toke" was asked for'))).toBe(true);
  });
});

describe("a session", () => {
  test("with several commands, in UTF-16 and quoted, is read the same", async () => {
    const text = printSession(
      [
        { prompt: "0: kd", command: "!vm 1", output: flush.slice(flush.indexOf("\n") + 1) },
        { prompt: "1: kd", command: "!poolused 2", output: wide },
      ],
      { logFile: "c:\\case.txt" },
    );
    const utf16 = new Uint8Array(2 + 2 * text.length);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++) utf16[2 + 2 * i] = text.charCodeAt(i);
    const quoted = text.replaceAll(/^(?!\n)/gm, "> ");
    for (const source of [text, utf16, quoted]) {
      const { records } = await readDebuggerSession(source);
      expect(records.commands.map(({ text: command, isUnderstood }) => [command, isUnderstood])).toEqual([
        ["", false],
        ["!vm 1", true],
        ["!poolused 2", true],
        [".logclose", false],
      ]);
      expect(records.vm[0]!.nonpagedBytes).toBe((272 + 512340) * 4096);
      expect(records.poolUsed[0]!.rows).toHaveLength(3);
    }
  });

  test("says of its target when it was stopped and how long it ran", async () => {
    const { records } = await readDebuggerSession(
      "Kernel Bitmap Dump File: Kernel address space is available, User address space may not be available.\n\n0: kd> vertarget\nWindows 7 Kernel Version 7601 (Service Pack 1) MP (4 procs) Free x64\nDebug session time: Tue Aug 14 11:05:00.123 2012 (UTC - 7:00)\nSystem Uptime: 1 days 3:43:22.500\n",
    );
    expect(records.targets).toMatchObject([
      { source: "kernel dump" },
      { architecture: "x64", time: Date.UTC(2012, 7, 14, 11, 5, 0, 123), zoneMinutes: -420, uptimeSeconds: 99802.5 },
    ]);
  });

  test("shows the blocks of a page and of a search", async () => {
    const { records, problems } = await readDebuggerSession(
      "kd> !pool fffffa8003f42000\nPool page fffffa8003f42000 region is Nonpaged pool\n*fffffa8003f42000 size:  410 previous size:    0  (Free)      *Irp \n        Pooltag Irp  : Io, IRP packets\n fffffa8003f42410 size:   40 previous size:  410  (Allocated)  MmSe\nkd> !poolfind amda\nScanning large pool allocation table for tag 0x61646d61 (amda) (ffffda0fe5b10000 : ffffda0fe5f10000)\n\nffffda0ff9791000 : tag amda, size    0x18f0, Nonpaged pool\n...terminating - searched pool to ffffda000fb7df50\n",
    );
    expect(records.poolPages).toMatchObject([
      {
        description: "Io, IRP packets",
        blocks: [
          { tag: "Irp ", state: "free", bytes: 0x410, isAsked: true },
          { tag: "MmSe", pool: "nonpaged" },
        ],
      },
    ]);
    expect(records.poolFinds).toMatchObject([
      { tag: "amda", isComplete: false, blocks: [{ bytes: 0x18f0, pool: "nonpaged" }] },
    ]);
    expect(problems).toMatchObject([{ effect: "note", line: 10 }]);
  });
});

// Genuine public logs, which are no part of the project: read in place where they are.
const folder = join(import.meta.dirname, "../../../../../../../shared/real-logs/windbg");
const real = (name: string) => readDebuggerSession(new Uint8Array(readFileSync(join(folder, name))));

describe.skipIf(!existsSync(folder))("genuine logs", () => {
  test("of !vm give both nonpaged pools, and call no negative number exhaustion", async () => {
    const { records, problems } = await real("02-vm1-win11-negative-paged-commit.txt");
    expect(records.vm).toMatchObject([{ nonpagedBytes: (1088 + 134448) * 1024, pagedBytes: 265152 * 1024 }]);
    expect(problems.map(({ line }) => line)).toEqual([38, 48]);
    expect((await real("03-vm1-win11-c.txt")).records.vm[0]!.nonpagedBytes).toBe((1072 + 146492) * 1024);
    expect((await real("07-vm-win8-syspart.txt")).records.vm).toMatchObject([
      { nonpagedBytes: 36444 * 1024, nonpagedMaximumBytes: 3096560 * 1024 },
    ]);
    expect((await real("12-vm1-docs.txt")).records.vm).toMatchObject([
      {
        layout: "banner",
        nonpagedBytes: 3508 * 1024,
        nonpagedMaximumBytes: 25008 * 1024,
        pageFiles: [{ currentBytes: 98304 * 1024 }],
      },
    ]);
  });

  test("of !poolused give every row in each layout", async () => {
    const verbose = (await real("04-poolused-verbose-diff-columns.txt")).records.poolUsed[0]!;
    expect(verbose.rows.map(({ tag, nonpaged }) => [tag, nonpaged.allocs, nonpaged.outstanding])).toEqual([
      ["-UMD", 2, 1],
      [".UMD", 2, 1],
      ["ALPC", 4528, 2417],
      ["APpt", 968, 968],
    ]);
    const classic = (await real("11-poolused-xp-x86-glued.txt")).records.poolUsed[0]!;
    expect(classic.rows).toHaveLength(35);
    expect(classic.rows.find(({ tag }) => tag === "8042")).toMatchObject({
      description: "PS/2 kb and mouse",
      binary: "i8042prt.sys",
    });
    expect(classic.total).toMatchObject({ nonpaged: { outstanding: 3570214, bytes: 209120008 } });
    const current = (await real("18-poolused2-win10-19041.txt")).records.poolUsed[0]!;
    expect(current.rows).toHaveLength(20);
    expect(current.rows.find(({ tag }) => tag === "Vad ")!.nonpaged.bytes).toBe(2192480);
  });

  test("of !pool give blocks where there are some, and the reason where there are none", async () => {
    const { records, problems } = await real("05-pool-poolval-mmst.txt");
    expect(records.poolPages[0]!.blocks).toMatchObject([
      { tag: "MmSt", bytes: 0x880, isAsked: true },
      { tag: '.r."', state: "free" },
    ]);
    expect(problems).toMatchObject([{ message: expect.stringContaining("damage") as string }]);
    expect((await real("06-pool-unknown-region-ub-ntfs.txt")).records.poolPages).toMatchObject([
      { region: "Unknown", blocks: [], failure: expect.stringContaining("not a valid") as string },
    ]);
  });

  test.each(["08-lookaside-win7", "09-memusage-winxp-x86", "16-sysptes-lookaside", "17-memusage-docs"])(
    "of another command are left alone, which is said: %s",
    async (name) => {
      const { records, problems } = await real(`${name}.txt`);
      expect([records.vm, records.poolUsed, records.poolPages]).toEqual([[], [], []]);
      expect(problems).toMatchObject([{ effect: "lost", message: expect.stringContaining("!poolused 2") as string }]);
    },
  );
});
