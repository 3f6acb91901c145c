import { describe, expect, test } from "vitest";
import { readPoolUsed } from "../../../../../../src/pool/formats/windbg/memory/readPoolUsed.ts";
import { readVm } from "../../../../../../src/pool/formats/windbg/memory/readVm.ts";
import { readDebuggerSession } from "../../../../../../src/pool/formats/windbg/readDebuggerSession.ts";

const classic = `kd> !poolused
   Sorting by  Tag

  Pool Used:
            NonPaged            Paged
 Tag    Allocs     Used    Allocs     Used
 ohci        1      136         0        01394 OHCI host controller driver${" "}
 8042        4     3944         0        0PS/2 kb and mouse , Binary: i8042prt.sys
 TOTAL           5     4080         0        0`;

const verbose = `kd> !poolused 3
                            NonPaged                                         Paged
 Tag       Allocs       Frees      Diff         Used       Allocs       Frees      Diff         Used

 Leak        5600           0      5600   5872025600            0           0         0            0\tUNKNOWN pooltag 'Leak', please update pooltag.txt

TOTAL        5600           0      5600   5872025600            0           0         0            0`;

/** Each line with what a mail program, a wiki or a thread puts before it; an empty line has no blank behind the mark. */
const quote = (log: string, mark: string) => log.replaceAll(/^.*$/gm, (line) => `${mark}${line}`.trimEnd());

/** Breaks lines as a mail program does: at a blank, which is lost. */
function wrap(log: string, width: number): string {
  return log.replaceAll(/^.+$/gm, (line) => {
    const lines: string[] = [];
    let rest = line;
    while (rest.length > width) {
      const at = rest.lastIndexOf(" ", width);
      lines.push(rest.slice(0, at));
      rest = rest.slice(at + 1);
    }
    return [...lines, rest].join("\n");
  });
}

test.each(["> ", ">> ", "> > ", "    ", "\t"])("a table quoted with %j is read whole", async (mark) => {
  const { records, problems } = await readPoolUsed(quote(classic, mark));
  expect(problems).toEqual([]);
  expect(records[0]!.rows).toMatchObject([
    { tag: "ohci", paged: { bytes: 0 }, description: "1394 OHCI host controller driver" },
    { tag: "8042", paged: { bytes: 0 }, binary: "i8042prt.sys" },
  ]);
  expect(records[0]!.total!.nonpaged.bytes).toBe(4080);
});

test("an empty line that was quoted is empty, though its mark has no blank behind it", async () => {
  const { records, problems } = await readPoolUsed(quote(verbose, "> "));
  expect(problems).toEqual([]);
  expect(records[0]!.rows.map(({ tag }) => tag)).toEqual(["Leak"]);
});

test.each([72, 76, 78, 80])(
  "a verbose table that was wrapped at %i columns keeps its row and its TOTAL",
  async (width) => {
    const { records, problems } = await readPoolUsed(wrap(verbose, width));
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    const counts = { allocs: 5600, frees: 0, outstanding: 5600, bytes: 5872025600 };
    expect(records[0]!.rows).toMatchObject([{ tag: "Leak", nonpaged: counts, paged: { bytes: 0 }, description: "" }]);
    expect(records[0]!.total!.nonpaged).toEqual(counts);
  },
);

test("a TOTAL of which half is missing is none: its columns are not taken for those of another layout", async () => {
  const { records, problems } = await readPoolUsed(verbose.replace(/(TOTAL.{48}).*$/, "$1"));
  expect(records[0]!.total).toBeUndefined();
  expect(problems).toMatchObject([{ effect: "doubt", message: expect.stringContaining("no TOTAL row") as string }]);
});

test("a last number wider than its column keeps all its digits", async () => {
  const { records } = await readPoolUsed(classic.replace("         0        0PS/2", "      20001073741824PS/2"));
  expect(records[0]!.rows[1]).toMatchObject({ tag: "8042", paged: { bytes: 1073741824 } });
});

test("blanks before the lines of !vm are of whoever quoted it, not of an old debugger", async () => {
  const lines = ["Physical Memory:", "NonPagedPoolNx Usage:", "PagedPool Usage:"].map(
    (label) => `${label} 100 ( 400 Kb)`,
  );
  expect((await readVm(lines.map((line) => `    ${line}`).join("\n"))).records[0]!.layout).toBe("flush");
  expect((await readVm(lines.map((line) => `\t${line}`).join("\n"))).records[0]!.layout).toBe("banner");
});

describe("what was asked of !poolused", () => {
  test.each([
    ["!poolused /t5 2", undefined, false],
    ["!poolused /t 5  0x2", undefined, false],
    ["!poolused 0xa  8042", "8042", true],
    ["!poolused 2 Irp", "Irp ", false],
    ["!poolused 2; !vm 1", undefined, false],
  ])("%s", async (command, filter, isSession) => {
    const { records } = await readPoolUsed(classic.replace("!poolused", command));
    expect(records).toMatchObject([{ filter, isSession }]);
  });

  test("rows that /t left out are no damage", async () => {
    const { problems } = await readPoolUsed(classic.replace("!poolused", "!poolused /t 1 2").replace(/ 8042.*\n/, ""));
    expect(problems.map(({ effect }) => effect)).toEqual(["note"]);
  });
});

describe("a command that failed", () => {
  test.each([
    ["!vm 1", "error 3 InitTypeRead( nt!_MMPTE )...", "symbols of nt"],
    ["!poolused 2", "unable to get PoolTrackTable - pool tagging is disabled", 'says: "unable to get PoolTrackTable'],
    ["!poolfind Leak", ".\nunable to get large pool allocation table", 'says: "unable to get large pool'],
    ["!pool ffffda0ff9791000", "unable to get pool headers", 'says: "unable to get pool headers"'],
  ])("alone in its log is answered with its own reason: %s", async (command, output, reason) => {
    const { problems } = await readDebuggerSession(`kd> ${command}\n${output}\n`);
    expect(problems).toMatchObject([{ line: 1, effect: "lost", message: expect.stringContaining(reason) as string }]);
  });
});

describe("!poolfind", () => {
  const search =
    "Scanning large pool allocation table for tag 0x61646d61 (amda) (ffffda0fe5b10000 : ffffda0fe5f10000)\n\nffffda0ff9791000 : tag amda, size    0x18f0, Nonpaged pool\n";
  const page =
    "Pool page fffffa8003f42000 region is Paged pool\n*fffffa8003f42000 size:  410 previous size:    0  (Allocated) *Irp \n";

  test.each([search + page, page + search])("and !pool without prompts keep their blocks apart", async (log) => {
    const { records } = await readDebuggerSession(log);
    expect(records.poolFinds).toMatchObject([{ blocks: [{ tag: "amda" }] }]);
    expect(records.poolPages).toMatchObject([{ blocks: [{ tag: "Irp ", pool: "paged" }] }]);
  });

  test("at the end of a log is not called complete unless it says so", async () => {
    const isComplete = async (log: string) => (await readDebuggerSession(log)).records.poolFinds[0]!.isComplete;
    expect(await isComplete(`kd> !poolfind amda\n${search}`)).toBe(false);
    expect(await isComplete(`kd> !poolfind amda\n${search}...searched pool to ffffda000fb7df50\n`)).toBe(true);
    expect(await isComplete(`kd> !poolfind amda\n${search}kd> .logclose\n`)).toBe(true);
  });

  test("is not what !irpfind printed, which begins with the same words", async () => {
    const { records, problems } = await readDebuggerSession(`kd> !irpfind\n${search}`);
    expect(records.poolFinds).toEqual([]);
    expect(problems.some(({ message }) => message.includes("!poolfind"))).toBe(false);
  });
});
