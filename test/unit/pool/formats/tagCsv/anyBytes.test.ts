import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPoolTagCsv } from "../../../../../src/pool/formats/tagCsv/readPoolTagCsv.ts";

const fixture = new Uint8Array(readFileSync(new URL("fixtures/loop.csv", import.meta.url)));

async function expectSound(bytes: Uint8Array) {
  const lines = new TextDecoder("latin1").decode(bytes).split(/[\n\r]/).length;
  const { records, problems } = await readPoolTagCsv(bytes);
  for (const [at, { number, rows }] of records.entries()) {
    expect(number).toBe(at + 1);
    for (const { tag, line } of rows) {
      expect(tag).toHaveLength(4);
      expect(line).toBeLessThanOrEqual(lines);
    }
  }
  for (const { line, message } of problems) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(message.length).toBeLessThan(1000);
  }
  expect(problems.length).toBeLessThan(60);
}

test("a table with bytes changed, cut or joined to another is still read", { timeout: 30_000 }, async () => {
  const edit = fc.record({ at: fc.nat(2000), remove: fc.nat(40), insert: fc.uint8Array({ maxLength: 12 }) });
  const changed = fc.array(edit, { maxLength: 8 }).map((edits) => {
    let bytes = [...fixture];
    for (const { at, remove, insert } of edits) bytes = bytes.toSpliced(at % (bytes.length + 1), remove, ...insert);
    return bytes;
  });
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 1, maxLength: 3 }), async (parts) => {
      await expectSound(Uint8Array.from(parts.flat()));
    }),
    { seed: 43, numRuns: 300 },
  );
});

test("any bytes at all are answered", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), expectSound), { seed: 43, numRuns: 200 });
});

test.each(['"', ",", '""', "Tag,", '"\n', "Tag,PagedDiff\n"])("a megabyte of %j takes no long time", async (piece) => {
  const began = performance.now();
  const text = piece.repeat(1e6 / piece.length);
  await readPoolTagCsv(text);
  await readPoolTagCsv(`Tag,PagedDiff\n${text}`);
  expect(performance.now() - began).toBeLessThan(2000);
});
