import fc from "fast-check";
import { expect, test } from "vitest";
import { readIrps } from "../../../../../../src/pool/formats/windbg/irp/readIrps.ts";
import { changedLogs, fixtureLogs, lineCount, shuffledWords } from "../hostileLogs.ts";

const logs = fixtureLogs(new URL("fixtures/", import.meta.url));
const ADDRESS = /^(?:[0-9a-f]{8}|[0-9a-f]{16})$/;

/** Reads whatever it is, and holds the result to what every result promises. */
async function expectSound(bytes: Uint8Array) {
  const lines = lineCount(bytes);
  const { records, problems } = await readIrps(bytes);
  for (const { locations, isActive, current } of records.irps) {
    expect(isActive).toBe(current !== undefined);
    for (const [at, place] of locations.entries()) {
      expect(place.number).toBe(at + 1);
      expect(place.device).toMatch(ADDRESS);
      expect(place.control).toBeLessThan(256);
      expect(place.line).toBeLessThanOrEqual(lines);
    }
  }
  for (const { address, line } of records.found) {
    expect(address).toMatch(ADDRESS);
    expect(line).toBeLessThanOrEqual(lines);
  }
  for (const { line, message } of problems) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(message.length).toBeLessThan(1000);
  }
  expect(problems.length).toBeLessThan(80);
}

test("logs with bytes changed, cut or joined are still read", { timeout: 30_000 }, async () => {
  await fc.assert(fc.asyncProperty(changedLogs(logs), expectSound), { seed: 21, numRuns: 200 });
});

test("any bytes, and lines of !irp's words in any order, are answered", { timeout: 30_000 }, async () => {
  const words = [
    "Irp is active with 1 stacks 1 is current",
    "Irp stack trace.",
    ">[  4, 0]",
    "[IRP_MJ_READ(3), N/A(0)]",
    "0 e0 8e0a9750 00000000 00000000-00000000",
    "\\Driver\\Disk",
    "Args: 0 0 0 0",
    "8e0a9750 [8e0a9750] irpStack: ( 3, 0)",
    "pending",
  ];
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), expectSound), { seed: 21, numRuns: 100 });
  await fc.assert(fc.asyncProperty(shuffledWords(words), expectSound), { seed: 21, numRuns: 200 });
});

test("text that invites a slow search ends in time", { timeout: 30_000 }, async () => {
  for (const piece of [
    "Irp is active with 1 stacks ",
    "[ 4, 0] ",
    " ",
    "\\Driver\\",
    "Args: 0 ",
    "8e0a9750 ",
    "8e0a9750-",
    "Mdl=",
    "a",
    "0",
    "`",
  ]) {
    const start = performance.now();
    await readIrps(`Irp is active with 1 stacks 1 is current\n${piece.repeat(200_000 / piece.length)}`);
    await readIrps(`Irp is active with 1 stacks 1 is current\n${`${piece.repeat(500 / piece.length)}\n`.repeat(400)}`);
    expect(performance.now() - start, piece).toBeLessThan(4000);
  }
});
