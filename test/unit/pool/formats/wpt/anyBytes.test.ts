import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPoolSummary } from "../../../../../src/pool/formats/wpt/readPoolSummary.ts";
import { readPoolTrace } from "../../../../../src/pool/formats/wpt/readPoolTrace.ts";

const files = ["events.csv", "wpa.csv", "xperf.txt"].map(
  (name) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))),
);

/** Reads whatever it is with both readers, and holds the results to what every result promises. */
async function expectSound(bytes: Uint8Array) {
  const lines = new TextDecoder("latin1").decode(bytes).split(/[\n\r]/).length;
  const trace = await readPoolTrace(bytes);
  const { time, tag, tags, process, processes, stack, stacks, line } = trace.records;
  for (let at = 0; at < time.length; at++) {
    expect(tags[tag[at]!]).toHaveLength(4);
    expect(processes[process[at]!]).toBeDefined();
    expect(stack[at] === -1 || stacks[stack[at]!] !== undefined).toBe(true);
    expect(Number.isFinite(time[at])).toBe(true);
    expect(line[at]).toBeLessThanOrEqual(lines);
  }
  const summary = await readPoolSummary(bytes);
  for (const row of summary.records.rows) {
    expect(row.tag).toHaveLength(4);
    expect(row.line).toBeLessThanOrEqual(lines);
  }
  for (const { line: at, message } of [...trace.problems, ...summary.problems]) {
    expect(at).toBeLessThanOrEqual(lines);
    expect(message.length).toBeLessThan(1000);
  }
  expect(trace.problems.length).toBeLessThan(60);
  expect(summary.problems.length).toBeLessThan(80);
}

test("a file with bytes changed, cut or joined to another is still read", { timeout: 30_000 }, async () => {
  const edit = fc.record({ at: fc.nat(2000), remove: fc.nat(40), insert: fc.uint8Array({ maxLength: 12 }) });
  const changed = fc.tuple(fc.constantFrom(...files), fc.array(edit, { maxLength: 8 })).map(([file, edits]) => {
    let bytes = [...file];
    for (const { at, remove, insert } of edits) bytes = bytes.toSpliced(at % (bytes.length + 1), remove, ...insert);
    return bytes;
  });
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 1, maxLength: 3 }), async (parts) => {
      await expectSound(Uint8Array.from(parts.flat()));
    }),
    { seed: 41, numRuns: 300 },
  );
});

test("any bytes at all are answered", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), expectSound), { seed: 41, numRuns: 200 });
});

test.each(['"', ",", "a,", "# ", "Pool Tag,", "0x", "1,", '""', "Image, Tag, Alloc\n", "AIFO,"])(
  "a megabyte of %j takes no long time",
  async (piece) => {
    const began = performance.now();
    const text = piece.repeat(1e6 / piece.length);
    await readPoolTrace(text);
    await readPoolSummary(text);
    await readPoolTrace(`TimeStamp_us,Event,Pool,Tag,Address\n${text}`);
    expect(performance.now() - began).toBeLessThan(2000);
  },
);
