import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeHits } from "../../../../../../src/pool/formats/windbg/code/describeHit.ts";
import { readDebuggerSession } from "../../../../../../src/pool/formats/windbg/readDebuggerSession.ts";

const logs = ["fixtures/", "../hits/fixtures/"].flatMap((folder) => {
  const place = new URL(folder, import.meta.url);
  return readdirSync(place).map((name) => new Uint8Array(readFileSync(new URL(name, place))));
});

/** Reads whatever it is, and holds the result to what every result promises. */
async function expectSound(bytes: Uint8Array) {
  const { records, problems } = await readDebuggerSession(bytes);
  const lines = new TextDecoder("latin1").decode(bytes).split(/[\n\r]/).length;
  const rows = [...records.searchHits, ...records.memory, ...records.instructions, ...records.modules];
  for (const { line } of rows) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
  }
  for (const { address } of [...records.searchHits, ...records.memory, ...records.instructions])
    expect(address).toMatch(/^(?:[0-9a-f]{8}){1,2}$/);
  expect(describeHits(records.searchHits, records)).toHaveLength(records.searchHits.length);
  const { hits } = records;
  if (hits) {
    const columns = [hits.kind, hits.stack, hits.isTruncated, hits.processor, hits.time, hits.pointer, hits.line];
    expect(new Set(columns.map(({ length }) => length))).toEqual(new Set([hits.line.length]));
    expect(hits.stack.every((stack) => stack >= -1 && stack < hits.stacks.length)).toBe(true);
    expect(hits.line.every((line) => line >= 1 && line <= lines)).toBe(true);
  }
  for (const { line, message } of problems) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(message.length).toBeLessThan(1500);
  }
  // Alike problems are counted, not listed: a damaged log does not fill the page.
  expect(problems.length).toBeLessThan(80);
}

test("a session with bytes changed, cut or joined to another is still read", { timeout: 30_000 }, async () => {
  const edit = fc.record({ at: fc.nat(6000), remove: fc.nat(40), insert: fc.uint8Array({ maxLength: 12 }) });
  const changed = fc.tuple(fc.constantFrom(...logs), fc.array(edit, { maxLength: 8 })).map(([log, edits]) => {
    let bytes = [...log];
    for (const { at, remove, insert } of edits) bytes = bytes.toSpliced(at % (bytes.length + 1), remove, ...insert);
    return bytes;
  });
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 1, maxLength: 3 }), async (parts) => {
      await expectSound(Uint8Array.from(parts.flat()));
    }),
    { seed: 21, numRuns: 150 },
  );
});

test("a session cut off at any place is still read", async () => {
  for (const log of logs) for (let end = 0; end < log.length; end += 97) await expectSound(log.subarray(0, end));
});

test("any bytes at all are answered", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), expectSound), { seed: 21, numRuns: 200 });
});

test("lines made of the debugger's words in any order are answered", async () => {
  const words = [
    "0: kd> ", "k", "kc; g", "g", ".while(1) { kc; g }", "ed nt!PoolHitTag 'kaeL'", "\r\n", "\n", " ", ":", "lm", "u ", "dc nt!PoolHitTag l1",
    "Break instruction exception - code 80000003 (first chance)", "nt!ExFreePoolWithTag+0x1", "Call Site", "Child-SP          RetAddr           Call Site",
    "fffff880`06b1e7d0", "4c 65 61 6b ", "41b84c65616b", "mov", "rax=fffffa8004c1d010", "gu; r rax", "start             end                 module name",
    "(deferred)", 's -a 0 L?8 "Leak"', "myfault+0x162f", "(Inline Function) --------`--------", "Breakpoint 0 hit", "00 ", "WARNING: x",
  ]; // prettier-ignore
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 200 }), async (parts) => {
      await expectSound(new TextEncoder().encode(parts.join("")));
    }),
    { seed: 21, numRuns: 300 },
  );
});

test("text that invites a slow search ends in time", { timeout: 30_000 }, async () => {
  const heads = [
    "0: kd> k\nChild-SP          RetAddr           Call Site\n",
    "0: kd> u\n",
    "0: kd> lm\nstart             end                 module name\n",
    "0: kd> db 0\n",
    '0: kd> s -a 0 1 "L"\n',
    "0: kd> g\nBreak instruction exception - code 80000003\n",
    "0: kd> .while(1) { kc; g }\nCall Site\n",
    "",
  ];
  for (const piece of [
    " ",
    "(",
    "a",
    "nt!",
    "00 ",
    "fffff880`06b1e7d0 ",
    "+0x1",
    "[",
    "] [",
    " = (",
    "k;",
    "s -a ",
    "0: kd> k ; ",
    ":",
    "?? ",
    "Child-SP ",
    "- ",
    "* ",
  ]) {
    const start = performance.now();
    for (const head of heads)
      await readDebuggerSession(head + piece.repeat(60_000 / piece.length) + `\n${piece.repeat(60)}`.repeat(120));
    expect(performance.now() - start, piece).toBeLessThan(4000);
  }
});

test("a loop that ran for hours is held in columns, its stacks once each", { timeout: 30_000 }, async () => {
  const stack = "Call Site\nnt!ExAllocatePoolWithTag\nmyfault\nnt!IopXxxControlFile\nnt!KiSystemServiceCopyEnd\n";
  const text = `0: kd> ed nt!PoolHitTag 'kaeL'\n0: kd> .while(1) { kc; g }\n${stack.repeat(40_000)}`;
  const { records, problems } = await readDebuggerSession(text);
  expect(records.hits?.line).toHaveLength(40_000);
  expect(records.hits?.stacks).toHaveLength(1);
  expect(records.hits?.line[39_999]).toBe(3 + 39_999 * 5);
  expect(problems).toEqual([]);
});
