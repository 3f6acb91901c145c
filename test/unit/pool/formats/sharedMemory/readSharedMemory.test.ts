import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { printSharedMemory } from "../../../../../src/pool/formats/sharedMemory/printSharedMemory.ts";
import { readSharedMemory } from "../../../../../src/pool/formats/sharedMemory/readSharedMemory.ts";
import { resolveObjectName } from "../../../../../src/pool/formats/sharedMemory/resolveObjectName.ts";
import { changedLogs, fixtureLogs, lineCount, shuffledWords } from "../windbg/hostileLogs.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

test.each(["trace.csv", "columns.tsv"])("%s reads as its expected twin says", async (name) => {
  const twin: unknown = JSON.parse(fixture(name.replace(/\.\w+$/, ".expected.json")).toString("utf8"));
  expect(JSON.parse(JSON.stringify(await readSharedMemory(new Uint8Array(fixture(name)))))).toEqual(twin);
});

describe("a trace", () => {
  test("with neither handle nor error is doubted: one of both was not recorded", async () => {
    const { records, problems } = await readSharedMemory(
      fixture("trace.csv").toString("utf8").replace("0x0,2", "0x0,0"),
    );
    expect(records).toHaveLength(5);
    expect(problems).toEqual([expect.objectContaining({ line: 4, effect: "doubt" })]);
  });

  test.each(["", "hello\nworld\n", "Time,Process,PID\n1,2,3\n"])(
    "is missed in %j, with the columns that were expected",
    async (text) => {
      const { records, problems } = await readSharedMemory(text);
      expect(records).toEqual([]);
      expect(problems).toEqual([
        expect.objectContaining({ line: 0, effect: "lost", message: expect.stringContaining("LastError") as string }),
      ]);
    },
  );

  test.each(["24:00:00", "09:60:00", "2012-02-31 09:00:00", "2012-13-01 09:00:00", "noon"])(
    "keeps a call whose time is %s, without a time",
    async (time) => {
      const { records, problems } = await readSharedMemory(
        `Time,Process,Session,Call,Name,LastError\n${time},a.exe,0,OpenFileMappingW,X,2\n`,
      );
      expect(records[0]?.time).toBeNaN();
      expect(problems).toEqual([expect.objectContaining({ line: 2, effect: "doubt" })]);
    },
  );
});

test.each([",", "\t"] as const)("what is printed with %j reads back the same", async (separator) => {
  const text = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 12,
  });
  const call = fc.record({
    time: fc.oneof(
      fc.integer({ min: 0, max: 86_399_999 }),
      fc.integer({ min: 946_684_800_000, max: 4_102_444_800_000 }),
    ),
    // A row that begins with a number sign is a remark.
    process: text.filter((some) => some.trim() !== ""),
    processId: fc.nat(),
    session: fc.nat(20),
    user: text,
    bitness: fc.constantFrom("x86" as const, "x64" as const, undefined),
    call: fc.constantFrom("CreateFileMappingW", "OpenFileMappingW"),
    name: text,
    access: text,
    result: fc.integer({ min: 1, max: 0xffffff }),
    lastError: fc.constantFrom(0, 2, 5, 183),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 6 }), async (some) => {
      const calls = some.map((one, at) => ({ ...one, line: at + 2 }));
      expect(await readSharedMemory(printSharedMemory(calls, { separator }))).toEqual({ records: calls, problems: [] });
    }),
    { seed: 21, numRuns: 150 },
  );
});

test.each([
  ["MyAppCounters", 1, "\\Sessions\\1\\BaseNamedObjects\\MyAppCounters"],
  ["MyAppCounters", 0, "\\BaseNamedObjects\\MyAppCounters"],
  ["Local\\MyAppCounters", 2, "\\Sessions\\2\\BaseNamedObjects\\MyAppCounters"],
  ["Local\\MyAppCounters", 0, "\\BaseNamedObjects\\MyAppCounters"],
  ["Global\\MyAppCounters", 1, "\\BaseNamedObjects\\MyAppCounters"],
  ["Global\\My\\Counters", 1, undefined],
  ["global\\MyAppCounters", 1, undefined],
  ["Global\\", 1, undefined],
  ["", 1, undefined],
])("the name %s means in session %i the object %s", (name, session, path) => {
  expect(resolveObjectName(name, session)).toBe(path);
});

/** Reads whatever it is, and holds the result to what every result promises. */
async function expectSound(bytes: Uint8Array) {
  const lines = lineCount(bytes);
  const { records, problems } = await readSharedMemory(bytes);
  for (const { line, session, lastError, process, name } of records) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(Number.isFinite(session) && Number.isFinite(lastError)).toBe(true);
    expect(process).not.toBe("");
    expect(name).not.toBe("");
  }
  for (const { line, message } of problems) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(message.length).toBeLessThan(1000);
  }
  expect(problems.length).toBeLessThan(40);
}

test("changed traces, any bytes, and words in any order are answered", { timeout: 30_000 }, async () => {
  const logs = fixtureLogs(new URL("fixtures/", import.meta.url));
  const words = [
    "Time,Process,Session,Call,Name,LastError",
    ",",
    '"',
    "0x1",
    "a.exe",
    "09:30:00",
    "OpenFileMappingW",
    "\t",
    "#",
  ];
  await fc.assert(fc.asyncProperty(changedLogs(logs), expectSound), { seed: 21, numRuns: 150 });
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), expectSound), { seed: 21, numRuns: 60 });
  await fc.assert(fc.asyncProperty(shuffledWords(words), expectSound), { seed: 21, numRuns: 150 });
});

test("text that invites a slow search ends in time", { timeout: 30_000 }, async () => {
  for (const piece of ['"', '""', ",", "a,", '"a" ', "Session,", " ", "\n"]) {
    const start = performance.now();
    const header = "Time,Process,Session,Call,Name,LastError\n";
    await readSharedMemory(header + piece.repeat(300_000 / piece.length));
    await readSharedMemory(header + `${piece.repeat(900 / piece.length)}\n`.repeat(400));
    expect(performance.now() - start, piece).toBeLessThan(4000);
  }
});
