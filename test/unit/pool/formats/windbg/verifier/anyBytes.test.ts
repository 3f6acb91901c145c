import fc from "fast-check";
import { expect, test } from "vitest";
import { readVerifier } from "../../../../../../src/pool/formats/windbg/verifier/readVerifier.ts";
import { readVerifierText } from "../../../../../../src/pool/formats/windbg/verifier/readVerifierText.ts";
import { changedLogs, fixtureLogs, lineCount, shuffledWords } from "../hostileLogs.ts";

const logs = fixtureLogs(new URL("fixtures/", import.meta.url));

/** Reads whatever it is, and holds the result to what every result promises. */
async function expectSound(bytes: Uint8Array) {
  const lines = lineCount(bytes);
  const { records, problems } = await readVerifier(bytes);
  const text = await readVerifierText(bytes);
  for (const { line, drivers, summary } of [...records.reports, ...text.records]) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(Object.values(summary).every(Number.isFinite)).toBe(true);
    for (const driver of drivers) {
      expect(driver.name).not.toBe("");
      for (const one of driver.allocations) {
        expect(one.tag).toHaveLength(4);
        expect(one.address).toMatch(/^(?:[0-9a-f]{8}|[0-9a-f]{16})$/);
        expect(one.line).toBeLessThanOrEqual(lines);
        expect(Number.isFinite(one.bytes)).toBe(true);
      }
    }
  }
  for (const log of records.logs) {
    for (const column of [log.operation, log.bytes, log.thread, log.stack, log.line]) {
      expect(column).toHaveLength(log.block.length);
    }
    expect(log.stack.every((at) => at >= -1 && at < log.stacks.length)).toBe(true);
  }
  for (const { line, message } of [...problems, ...text.problems]) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(message.length).toBeLessThan(1000);
  }
  expect(problems.length).toBeLessThan(80);
}

test("logs with bytes changed, cut or joined are still read", { timeout: 30_000 }, async () => {
  await fc.assert(fc.asyncProperty(changedLogs(logs), expectSound), { seed: 21, numRuns: 200 });
});

test("any bytes, and lines of Verifier's words in any order, are answered", { timeout: 30_000 }, async () => {
  const words = [
    "MODULE:",
    "Pool block",
    "a.sys",
    "(Loaded)",
    "8645a000",
    "[X] 0x00000008 x",
    "Current Pool Bytes:",
    "( ",
    " / ",
    "Verify Level 8 ",
    "Name: a.sys, loads: 1, unloads: 0",
    "Level: 00000008",
    ", Size 1, Thread 9c158bc0",
    "Parsing 4 log entries",
    "nt!A+0x1",
  ];
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), expectSound), { seed: 21, numRuns: 100 });
  await fc.assert(fc.asyncProperty(shuffledWords(words), expectSound), { seed: 21, numRuns: 200 });
});

test("text that invites a slow search ends in time", { timeout: 30_000 }, async () => {
  for (const piece of [
    "Current Pool Bytes: ( 0x1 ",
    "MODULE: a ",
    " ",
    "A ",
    "[X] ",
    "8645a000 0x00000001 ",
    "Name: a, ",
    "Pool block 8645a000, Size ",
    "a",
    "0",
    "\n",
    "`",
  ]) {
    const start = performance.now();
    await readVerifier(piece.repeat(200_000 / piece.length));
    await readVerifier(`${piece.repeat(500 / piece.length)}\n`.repeat(400));
    expect(performance.now() - start, piece).toBeLessThan(4000);
  }
});
