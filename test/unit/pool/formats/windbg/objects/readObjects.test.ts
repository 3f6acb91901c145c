import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nameBucket } from "../../../../../../src/pool/formats/windbg/objects/nameBucket.ts";
import type { ObjectEntry } from "../../../../../../src/pool/formats/windbg/objects/ObjectEntry.ts";
import { printHandles, printObjectDirectory } from "../../../../../../src/pool/formats/windbg/objects/printObjects.ts";
import { readObjects } from "../../../../../../src/pool/formats/windbg/objects/readObjects.ts";
import { changedLogs, fixtureLogs, lineCount, shuffledWords } from "../hostileLogs.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

test.each(["base-named-objects", "handles"])("%s reads as its expected twin says", async (name) => {
  const twin: unknown = JSON.parse(fixture(`${name}.expected.json`).toString("utf8"));
  expect(JSON.parse(JSON.stringify(await readObjects(new Uint8Array(fixture(`${name}.txt`)))))).toEqual(twin);
});

test("an object in a directory that was not listed has no directory: its path is not guessed", async () => {
  const { records } = await readObjects(
    "kd> !object e100a478\nObject: e100a478  Type: (821ed420) Section\n    Directory Object: e10010e0  Name: Counters\n",
  );
  expect(records.map(({ directory, name, type }) => [directory, name, type])).toEqual([["", "Counters", "Section"]]);
});

test("a log without objects says what was expected", async () => {
  const { records, problems } = await readObjects("kd> !thread\nnothing\n");
  expect(records).toEqual([]);
  expect(problems).toEqual([expect.objectContaining({ line: 0, effect: "lost" })]);
});

describe("what is printed reads back the same", () => {
  const name = fc
    .stringMatching(/^[A-Za-z0-9_{}.-]([ A-Za-z0-9_{}.-]{0,20}[A-Za-z0-9_{}.-])?$/)
    .filter((text) => text !== "...");
  const type = fc.constantFrom("Section", "Event", "Mutant", "ALPC Port", "SymbolicLink");

  test.each([8, 16])("a directory with addresses of %i digits", async (digits) => {
    const address = fc
      .bigInt({ min: 1n, max: 16n ** BigInt(digits) - 1n })
      .map((value) => value.toString(16).padStart(digits, "0"));
    const row = fc.record({ name, type, address });
    const header = {
      typeAddress: "0".repeat(digits),
      parentAddress: "1".repeat(digits),
      handleCount: 3,
      pointerCount: 9,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const path = "\\Sessions\\1\\BaseNamedObjects";
        const entries = rows.map((one): ObjectEntry => ({
          ...one,
          directory: path,
          process: undefined,
          processId: undefined,
          handle: undefined,
          line: 0,
        }));
        const text = printObjectDirectory({ ...header, path, address: "f".repeat(digits) }, entries);
        const { records, problems } = await readObjects(`kd> !object ${path}\n${text}`);
        expect(problems).toEqual([]);
        const inOrder = entries.toSorted((a, b) => nameBucket(a.name) - nameBucket(b.name));
        expect(records.map((one) => ({ ...one, line: 0 }))).toEqual(inOrder);
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  test.each(["search", "list"] as const)("handles as a %s", async (layout) => {
    const entry = fc.record({
      directory: fc.constantFrom("\\BaseNamedObjects", "\\Sessions\\1\\BaseNamedObjects"),
      name,
      type,
      address: fc.constant(undefined),
      process: fc.constantFrom("MyApp.exe", "rundll32.exe", "A service with a long name.exe"),
      processId: fc.integer({ min: 4, max: 99_999 }),
      handle: fc.integer({ min: 4, max: 0xffff }),
      line: fc.constant(0),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 8 }), async (entries) => {
        const users = { "MyApp.exe": "CONTOSO\\anna" };
        const { records, problems } = await readObjects(printHandles(entries, { layout, users }));
        expect(problems).toEqual([]);
        expect(records.map((one) => ({ ...one, line: 0 }))).toEqual(entries);
      }),
      { seed: 21, numRuns: 100 },
    );
  });
});

/** Reads whatever it is, and holds the result to what every result promises. */
async function expectSound(bytes: Uint8Array) {
  const lines = lineCount(bytes);
  const { records, problems } = await readObjects(bytes);
  for (const { line, type, handle } of records) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(type).not.toBe("");
    expect(handle === undefined || Number.isFinite(handle)).toBe(true);
  }
  for (const { line, message } of problems) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(message.length).toBeLessThan(1000);
  }
  expect(problems.length).toBeLessThan(80);
}

test("changed logs, any bytes, and words in any order are answered", { timeout: 30_000 }, async () => {
  const logs = fixtureLogs(new URL("fixtures/", import.meta.url));
  const words = [
    "Object: e100a478  Type: (821ed420) Directory",
    "Hash Address  Type   Name",
    " 00  e100a478 Section x",
    "Name: \\",
    "Directory Object: e10010e0",
    "a.exe pid: 4",
    "type: Section 1A4: \\x",
    "  4: Event",
  ];
  await fc.assert(fc.asyncProperty(changedLogs(logs), expectSound), { seed: 21, numRuns: 150 });
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), expectSound), { seed: 21, numRuns: 60 });
  await fc.assert(fc.asyncProperty(shuffledWords(words), expectSound), { seed: 21, numRuns: 150 });
});

test("text that invites a slow search ends in time", { timeout: 30_000 }, async () => {
  for (const piece of ["a pid: 1 ", "a ", " ", "type: x ", "Object: e100a478 ", " 00 e100a478 ", "\\", "1A4: "]) {
    const start = performance.now();
    await readObjects(piece.repeat(200_000 / piece.length));
    await readObjects(`${piece.repeat(900 / piece.length)}\n`.repeat(400));
    expect(performance.now() - start, piece).toBeLessThan(4000);
  }
});

// A genuine public log, which is no part of the project: read in place where it is.
const folder = join(import.meta.dirname, "../../../../../../../shared/real-logs/windbg");

describe.skipIf(!existsSync(folder))("a genuine log", () => {
  test("of four directories on Windows XP, in the buckets of their names", async () => {
    const text = readFileSync(join(folder, "10-object-dir-x86.txt"), "latin1");
    const { records, problems } = await readObjects(text);
    expect(problems).toEqual([]);
    const directories = ["", "\\", "\\Driver", "\\Device"];
    const count = (path: string) => records.filter(({ directory }) => directory === path).length;
    expect(directories.map(count)).toEqual([1, 9, 11, 12]);
    expect(records).toHaveLength(33);
    expect(records.find(({ name }) => name === "REGISTRY")).toMatchObject({ type: "Key", address: "e1011490" });
    const drivers = records.filter(({ directory }) => directory === "\\Driver");
    const header = { address: "e12bf480", typeAddress: "821ed420", parentAddress: "e10010e0" };
    const printed = printObjectDirectory({ path: "\\Driver", ...header, handleCount: 0, pointerCount: 83 }, drivers);
    expect(printed.trimEnd().split("\n")).toEqual(text.split(/\r?\n/).slice(24, 42));
    for (const { line, name } of records) {
      const hash = /^\s+(\d\d) {2}/.exec(text.split("\n")[line - 1]!)?.[1];
      if (hash !== undefined) expect(nameBucket(name), name).toBe(Number(hash));
    }
  });
});
