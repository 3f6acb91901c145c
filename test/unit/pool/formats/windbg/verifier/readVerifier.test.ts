import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDebuggerSession } from "../../../../../../src/pool/formats/windbg/readDebuggerSession.ts";
import { readVerifier } from "../../../../../../src/pool/formats/windbg/verifier/readVerifier.ts";
import { readVerifierText } from "../../../../../../src/pool/formats/windbg/verifier/readVerifierText.ts";
import { VERIFIER_OPERATIONS } from "../../../../../../src/pool/formats/windbg/verifier/VerifierLog.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const twin = (name: string): unknown => JSON.parse(fixture(`${name}.expected.json`).toString("utf8"));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("!verifier", () => {
  test.each(["new-x64", "old-x86"])("%s reads as its expected twin says", async (name) => {
    const { records, problems } = await readVerifier(new Uint8Array(fixture(`${name}.txt`)));
    expect(plain({ records: records.reports, problems })).toEqual(twin(name));
  });

  test("allocations keep tags with blanks, and lines that show them in the log", async () => {
    const text = fixture("old-x86.txt").toString("latin1");
    const { records } = await readVerifier(text);
    const allocations = records.reports[0]?.drivers.flatMap((driver) => driver.allocations);
    expect(allocations?.map(({ tag }) => tag)).toEqual(["Vex ", " xP ", "Gone"]);
    for (const { line, address } of allocations ?? []) expect(text.split("\n")[line - 1]).toContain(address);
  });

  test("a list cut with ... says how much is missing", async () => {
    const text = fixture("old-x86.txt")
      .toString("latin1")
      .replace(/^84f6bfd0.*$/m, "...");
    const { problems } = await readVerifier(text);
    expect(problems).toEqual([
      expect.objectContaining({
        line: 20,
        effect: "doubt",
        message: expect.stringContaining("holds 2 allocations, and 1") as string,
      }),
    ]);
  });

  test("a summary that counts more than the listed drivers is noted, but not where one driver was asked for", async () => {
    const text = fixture("old-x86.txt").toString("latin1").replace("0x3 for 000000A4", "0x9 for 00000FA4");
    const all = await readVerifier(text);
    expect(all.problems.map(({ effect, line }) => [effect, line])).toEqual([["note", 1]]);
    expect((await readVerifier(`kd> !verifier 3 vexpump.sys\n${text}`)).problems).toEqual([]);
  });

  test("a row that is cut in the middle is lost, with its line", async () => {
    const text = fixture("new-x64.txt")
      .toString("latin1")
      .replace(/ {2}Ct {4}0xfffff801a2c30c91/, "");
    const { problems } = await readVerifier(text);
    expect(problems.map(({ effect, line }) => [effect, line])).toEqual(
      expect.arrayContaining([
        ["lost", 52],
        ["doubt", 34],
      ]),
    );
  });

  test("a driver named by the type of its record, as later debuggers do, is found", async () => {
    const { records } = await readVerifier(
      "Driver Verification List\n\nnt!_VF_TARGET_DRIVER 0xa013f2c8: Sample.sys (Loaded and Unloaded)\n\n" +
        "      Current Pool Allocations: ( 0x00000000 / 0x00000001 )\n",
    );
    expect(records.reports[0]?.drivers[0]).toMatchObject({
      name: "Sample.sys",
      state: "loaded and unloaded",
      address: "a013f2c8",
      currentAllocations: { nonpaged: 0, paged: 1 },
      currentBytes: { nonpaged: NaN, paged: NaN },
    });
  });

  test("other logs behind the list are no allocations", async () => {
    const text = `${fixture("old-x86.txt").toString("latin1")}\nTrack irql trace log\n\n    fffff8800420f2ca USBPORT!x+0x9a\n84f70fb8     0x00000044     Gone      91b00102\n`;
    const { records } = await readVerifier(text);
    expect(records.reports[0]?.drivers[1]?.allocations).toHaveLength(1);
    expect(records.logs).toEqual([]);
  });
});

describe("!verifier 80", () => {
  test("entries are columns, stacks are kept once, and the top of a stack tells the operation", async () => {
    const { records } = await readVerifier(new Uint8Array(fixture("new-x64.txt")));
    const [log] = records.logs;
    expect(Array.from(log!.operation, (at) => VERIFIER_OPERATIONS[at])).toEqual([
      "allocate",
      "free",
      "allocate",
      "unknown",
    ]);
    expect([...log!.stack]).toEqual([0, 1, 0, 2]);
    expect([...log!.bytes]).toEqual([0x620, 0x610, 0x620, 0x620]);
    expect([...log!.line]).toEqual([62, 69, 74, 81]);
    expect(log).toMatchObject({ capacity: 0x10000, searched: "ffffcf8141a2e3a0", startLine: 53 });
    expect(log!.stacks[0]?.[2]).toMatchObject({
      module: "contosofilter",
      function: "CtxAttachContext",
      offset: 0x4b,
      line: 65,
    });
    expect(log!.stacks[0]?.[3]).toMatchObject({ module: "contosofilter", function: undefined, offset: 0x10e02 });
  });

  test("a block that is no longer in the ring is noted, not taken for never allocated", async () => {
    const { records, problems } = await readVerifier(new Uint8Array(fixture("new-x64.txt")));
    expect(records.logs[1]?.block).toHaveLength(0);
    expect(problems).toEqual([
      expect.objectContaining({ line: 83, effect: "note", message: expect.stringContaining("overwritten") as string }),
    ]);
  });

  test.each([
    ["nt!IovAllocateMdl+0x3d", "allocate"],
    ["ndis!ndisFreeToNPagedPool+0x39", "free"],
    ["nt!ExpSomething+0x1", "unknown"],
    ["myfault!LeakAllocated+0x1", "unknown"],
    ["0xfffff88005a1f62f", "unknown"],
  ])("%s at the top means %s", async (symbol, operation) => {
    const { records } = await readVerifier(
      `Pool block 8645a000, Size 00001000, Thread 9c158bc0\n8060ee4f ${symbol}\n9a3bf687 other!FreeIt+0x27\n`,
    );
    expect(VERIFIER_OPERATIONS[records.logs[0]!.operation[0]!]).toBe(operation);
  });

  test("a ring of 65,536 entries, longer than one part of a log, is read whole", async () => {
    const entry = (at: number) =>
      `Pool block ${(0x80000000 + at * 16).toString(16)}, Size 00000010, Thread 9c158bc0\n81b250cd nt!VerifierExAllocatePoolWithTag+0x3d\n9a3bf6ac myfault+0x${(at % 7).toString(16)}\n\n`;
    const text = `kd> !verifier 80\n\nThere are up to 0x10000 entries in the log.\n\nParsing 0x00010000 log entries.\n\n${Array.from({ length: 65_536 }, (_, at) => entry(at)).join("")}`;
    const { records, problems } = await readVerifier(text);
    expect(records.logs).toHaveLength(1);
    expect(records.logs[0]?.block).toHaveLength(65_536);
    expect(records.logs[0]?.stacks).toHaveLength(7);
    expect(problems).toEqual([]);
  });
});

describe("verifier.exe", () => {
  test.each(["query-new", "query-old", "settings-new", "settings-old", "settings-german"])(
    "%s reads as its expected twin says, alone and in a debugger's log",
    async (name) => {
      const bytes = new Uint8Array(fixture(`${name}.txt`));
      expect(plain(await readVerifierText(bytes))).toEqual(twin(name));
      const { records } = await readDebuggerSession(bytes);
      expect(plain(records.verifierReports)).toEqual((twin(name) as { records: unknown }).records);
    },
  );

  test("a text of the console in UTF-16 is read", async () => {
    const text = fixture("settings-german.txt").toString("utf8");
    const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    expect((await readVerifierText(bytes)).records[0]).toMatchObject({ flags: 8, isPoolTracking: true });
  });

  test.each(["", "hello\n", "a,b\n1,2\n"])("of %j it says what was expected", async (text) => {
    const { records, problems } = await readVerifierText(text);
    expect(records).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ line: 0, effect: "lost" })]);
    expect((await readVerifier(text)).problems[0]).toMatchObject({ line: 0, effect: "lost" });
  });
});
