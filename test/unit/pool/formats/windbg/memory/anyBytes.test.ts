import fc from "fast-check";
import { expect, test } from "vitest";
import { readDebuggerSession } from "../../../../../../src/pool/formats/windbg/readDebuggerSession.ts";

const pieces = [
  "0: kd> !vm 1\n",
  "lkd> !poolused 2\n",
  "kd> !pool fffffa8003f42000\n",
  "NonPagedPoolNx Usage:      512340 (    2049360 Kb)\n",
  "\t********** Excessive NonPaged Pool Usage *****\n",
  "PagedPool Commit:  18446735282293205272 (18446708908044166240 Kb)\n",
  " Tag    Allocs     Used    Allocs     Used\n",
  " Tag     Allocs         Used     Allocs         Used\n",
  " Leak      5600   5872025600          0            0\tUNKNOWN pooltag 'Leak', please update pooltag.txt\n",
  " Leak      5600   58720",
  "TOTAL      5792   5884478080          4       163840\n",
  "*fffffa8003f42000 size:  410 previous size:    0  (Free)      *Irp \n",
  "Pool page fffffa8003f42000 region is Nonpaged pool\n",
  "Debug session time: Tue Aug 14 11:05:00.123 2012 (UTC - 7:00)\n",
  "Scanning large pool allocation table for tag 0x61646d61 (amda) (ffffda0fe5b10000 : ffffda0fe5f10000)\n",
];

/** Reads whatever it is, and holds the result to what every result promises. */
async function expectSound(source: Uint8Array | string) {
  const { records, problems } = await readDebuggerSession(source);
  const text = typeof source === "string" ? source : new TextDecoder("latin1").decode(source);
  const lines = text.split(/[\n\r]/).length;
  const found = [...records.vm, ...records.poolUsed, ...records.poolPages, ...records.poolFinds, ...problems];
  for (const { line } of found) expect(line).toBeLessThanOrEqual(lines);
  for (const row of records.poolUsed.flatMap(({ rows }) => rows)) {
    expect(row.tag).toHaveLength(4);
    expect([row.nonpaged.outstanding, row.nonpaged.bytes, row.paged.bytes].every(Number.isFinite)).toBe(true);
  }
  for (const block of records.poolPages.flatMap(({ blocks }) => blocks)) expect(block.tag).toHaveLength(4);
  // Alike problems are counted, not listed: a damaged log does not fill the page.
  expect(problems.length).toBeLessThan(80);
}

test("lines of the debugger in any order, cut anywhere, are answered", async () => {
  const part = fc.tuple(fc.constantFrom(...pieces), fc.nat(120)).map(([piece, keep]) => piece.slice(0, keep));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...pieces), part), { maxLength: 30 }), (parts) =>
      expectSound(parts.join("")),
    ),
    { seed: 21, numRuns: 400 },
  );
});

test("any bytes at all are answered", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), expectSound), { seed: 21, numRuns: 200 });
});
