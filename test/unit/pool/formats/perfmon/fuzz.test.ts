import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv, NONPAGED, PAGED, read, rowsAt } from "./perfmonText.ts";

const text = csv(
  [NONPAGED, PAGED, "\\\\FS1\\Processor Information(0,1)\\% DPC Time"],
  rowsAt(Array.from({ length: 30 }, (_, row) => `08/14/2012 09:${String(10 + row)}:00.156`)).map((row, index) => [
    ...row,
    index % 7 ? String(index * 4096) : " ",
    String(index / 3),
  ]),
);
const variants = [
  text,
  text.replaceAll('","', '"\t"').replace("CSV", "TSV"),
  text
    .replaceAll('","', " ; ")
    .replaceAll('"', "")
    .replaceAll(/(\d)\.(\d{3,})/g, "$1,$2"),
  "\r\n" + text + "Exiting, please wait...\r\n",
].map((variant) => new TextEncoder().encode(variant));

/** Any bytes give a well-formed result: arrays of one length, times that rise, lines of the file. */
async function expectSane(bytes: Uint8Array) {
  const { log, problems } = await read(bytes);
  const samples = log.times.length;
  const lines = bytes.reduce((count, byte) => (byte === 10 || byte === 13 ? count + 1 : count), 1);
  expect(log.localTimes.length).toBe(samples);
  expect(log.lines.length).toBe(samples);
  expect(log.counters.every(({ values }) => values.length === samples)).toBe(true);
  expect(
    log.times.every((time, index) => Number.isFinite(time) && (index === 0 || time >= log.times[index - 1]!)),
  ).toBe(true);
  expect(log.lines.every((line) => line >= 1 && line <= lines)).toBe(true);
  expect(samples).toBeLessThanOrEqual(lines);
  expect(problems.length).toBeLessThan(100);
  for (const { line, message } of problems) {
    expect(line).toBeLessThanOrEqual(lines);
    expect(message).toMatch(/\S{3}/);
  }
}

const piece = fc.constantFrom(...variants);
const interesting = fc.constantFrom(
  ...[...'\0\t\n\r ",;.-+0123456789eE/:\\()x\xff\xfe\xef\xbb\xbf'].map((letter) => letter.charCodeAt(0)),
);

describe("any bytes at all", () => {
  it("with some bytes of a log changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        piece,
        fc.array(fc.tuple(fc.nat(3000), interesting), { minLength: 1, maxLength: 25 }),
        async (bytes, changes) => {
          const mutated = bytes.slice();
          for (const [at, byte] of changes) mutated[at % mutated.length] = byte;
          await expectSane(mutated);
        },
      ),
      { seed: 1, numRuns: 1500 },
    );
  });

  it("of a log that is cut anywhere at both ends", async () => {
    await fc.assert(
      fc.asyncProperty(piece, fc.nat(400), fc.nat(3000), async (bytes, from, length) => {
        await expectSane(bytes.slice(from % 300, from + length));
      }),
      { seed: 2, numRuns: 800 },
    );
  });

  it("of parts of logs put together", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(piece, fc.nat(2000), fc.nat(2000)), { maxLength: 5 }), async (parts) => {
        const joined = parts.flatMap(([bytes, from, length]) => [...bytes.subarray(from, from + length)]);
        await expectSane(Uint8Array.from(joined));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("of no meaning, bare or behind a log's header", async () => {
    const header = variants[0]!.subarray(0, variants[0]!.indexOf(10) + 1);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.array(interesting, { maxLength: 1000 }),
        async (random, chosen) => {
          await expectSane(random);
          await expectSane(Uint8Array.from([...header, ...random]));
          await expectSane(Uint8Array.from([...header, ...chosen]));
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });

  it("in a megabyte without a line end, or of line ends only, or of quotes only", async () => {
    const header = [...variants[0]!.subarray(0, variants[0]!.indexOf(10) + 1)];
    for (const letter of '1\n\r",;x \\\xff') {
      const filler = new Uint8Array(1 << 20).fill(letter.charCodeAt(0));
      await expectSane(filler);
      const behind = new Uint8Array(header.length + filler.length);
      behind.set(header);
      behind.set(filler, header.length);
      await expectSane(behind);
    }
  });

  it("never makes a number that was not in the log", async () => {
    const allowed = new Set((await read(text)).values.flat());
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), async (length) => {
        const { values } = await read(text.slice(0, length));
        expect(values.flat().filter((value) => !allowed.has(value) && !Number.isNaN(value))).toEqual([]);
      }),
      { seed: 5, numRuns: 400 },
    );
  });
});
