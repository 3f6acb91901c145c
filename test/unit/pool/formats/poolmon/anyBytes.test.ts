import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPoolmon } from "../../../../../src/pool/formats/poolmon/readPoolmon.ts";

const fixtures = new URL("fixtures/", import.meta.url);
const logs = readdirSync(fixtures)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => new Uint8Array(readFileSync(new URL(name, fixtures))));

/** Reads whatever it is, and holds the result to what every result promises. */
async function expectSound(bytes: Uint8Array) {
  const { records, problems } = await readPoolmon(bytes);
  const lines = new TextDecoder("latin1").decode(bytes).split(/[\n\r]/).length;
  let last = 0;
  for (const snapshot of records) {
    expect(snapshot.number).toBeGreaterThan(last);
    last = snapshot.number;
    for (const row of snapshot.rows) {
      expect(row.tag).toHaveLength(4);
      expect(row.line).toBeGreaterThanOrEqual(1);
      expect(row.line).toBeLessThanOrEqual(lines);
      expect([row.allocs, row.frees, row.diff, row.bytes, row.perAlloc].every(Number.isFinite)).toBe(true);
    }
  }
  for (const { line, message } of problems) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(message.length).toBeLessThan(1000);
  }
  // Alike problems are counted, not listed: a damaged log does not fill the page.
  expect(problems.length).toBeLessThan(80);
}

test("a log with bytes changed, cut or joined to another is still read", { timeout: 30_000 }, async () => {
  const edit = fc.record({ at: fc.nat(5000), remove: fc.nat(40), insert: fc.uint8Array({ maxLength: 12 }) });
  const changed = fc.tuple(fc.constantFrom(...logs), fc.array(edit, { maxLength: 8 })).map(([log, edits]) => {
    let bytes = [...log];
    for (const { at, remove, insert } of edits) bytes = bytes.toSpliced(at % (bytes.length + 1), remove, ...insert);
    return bytes;
  });
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 1, maxLength: 3 }), async (parts) => {
      await expectSound(Uint8Array.from(parts.flat()));
    }),
    { seed: 21, numRuns: 400 },
  );
});

test("any bytes at all are answered", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), expectSound), { seed: 21, numRuns: 300 });
});

test("lines made of PoolMon's words in any order are answered", async () => {
  const words = [
    "Nonp ",
    "Paged",
    " ",
    "\r\n",
    "Tag  Type Allocs Frees Diff Bytes Per Alloc",
    "12",
    "(",
    ")",
    "-",
    "Memory:",
    "Commit:",
    "Pool N:",
    "08/14/2012",
    "9:30",
    "[x.sys]",
    "Leak",
    "K",
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 200 }), async (parts) => {
      await expectSound(new TextEncoder().encode(parts.join("")));
    }),
    { seed: 21, numRuns: 400 },
  );
});

test("text that invites a slow search ends in time", { timeout: 20_000 }, async () => {
  const long = 300_000;
  for (const piece of [
    "Nonp 1",
    " ",
    "(",
    "1 ",
    "a Nonp ",
    "[",
    "8/8/",
    "Memory: 1K ",
    "\\\\a\\",
    "Tag Type Allocs ",
    "0",
    ">",
    "Jan 1 ",
    "Tag Type Allocs Frees ",
    "Frees Diff ",
    "\n",
    "\r\n ",
    "NonPaged ",
    "rem ",
    '"\\\\a\\b", ',
    "findstr ",
  ]) {
    const start = performance.now();
    await readPoolmon(piece.repeat(long / piece.length));
    await readPoolmon(`${piece.repeat(60)}\n`.repeat(400));
    expect(performance.now() - start, piece).toBeLessThan(4000);
  }
});
