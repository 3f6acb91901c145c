import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPoolmonX } from "../../../../../src/pool/formats/poolmonx/readPoolmonX.ts";

const list = [
  ["Leak", "Non Paged", "940", "20", "920", "964689920", "942080 KB", "1048576", "", ""],
  ["abc", "Paged", "12", "2", "10", "640", "0 KB", "64", "abc.sys", "made up"],
];
const text = list.map((fields) => `${fields.join("\t")}\r\n`).join("");
const rows = [
  { tag: "Leak", pool: "nonpaged", allocs: 940, frees: 20, diff: 920, bytes: 964689920, perAlloc: 1048576, line: 1 },
  { tag: "abc ", pool: "paged", allocs: 12, frees: 2, diff: 10, bytes: 640, perAlloc: 64, line: 2 },
];

/** Strings as the MFC library archives them, with the bytes between that the tool of 2018 left. */
function archived(strings: readonly string[]): Uint8Array {
  return Uint8Array.from([
    1,
    1,
    1,
    ...strings.flatMap((each) => [0xff, 0xfe, 0xff, each.length, ...Buffer.from(each, "utf16le"), 1]),
  ]);
}

describe("PoolMonX's list", () => {
  test("with tabs is one snapshot without a time", async () => {
    const { records, problems } = await readPoolmonX(text);
    expect(records).toMatchObject([{ number: 1, time: undefined, memory: undefined, rows }]);
    expect(problems).toMatchObject([{ line: 0, effect: "note", message: expect.stringContaining("no time") }]);
  });

  test("of 2018 is decoded from its strings to the same rows", async () => {
    const { records } = await readPoolmonX(archived(list.flat()));
    expect(records).toMatchObject([{ rows }]);
  });

  test("of 2018 with a damaged row goes on at the next whole one", async () => {
    const damaged = [...list[0]!.slice(0, 4), ...list.flat()];
    const { records, problems } = await readPoolmonX(archived(damaged));
    expect(records[0]!.rows.at(-1)).toMatchObject({ tag: "abc " });
    expect(problems.some(({ effect }) => effect === "lost")).toBe(true);
  });

  test("leaves out a line that is no row, and doubts numbers that disagree", async () => {
    const { records, problems } = await readPoolmonX(`${text}hello\r\nBad!\tPaged\t9\t1\t3\t30\t0 KB\t10\t\t\r\n`);
    expect(records[0]!.rows).toHaveLength(3);
    expect(problems).toMatchObject([{ line: 0 }, { line: 3, effect: "lost" }, { line: 4, effect: "doubt" }]);
  });

  test.each([[""], ["words\nand more"]])("is not seen in %j", async (other) => {
    const { records, problems } = await readPoolmonX(other);
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ line: 0, effect: "lost", message: expect.stringContaining("poolmon -b -n") }]);
  });

  test("of any bytes, or with bytes changed, is answered", async () => {
    const whole = archived(list.flat());
    const changed = fc
      .array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), { maxLength: 12 })
      .map((edits) => {
        const bytes = whole.slice();
        for (const { at, byte } of edits) bytes[at] = byte;
        return bytes;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, fc.uint8Array({ maxLength: 2000 })), async (bytes) => {
        const { records } = await readPoolmonX(bytes);
        for (const row of records.flatMap((snapshot) => snapshot.rows)) {
          expect(row.tag).toHaveLength(4);
          expect([row.allocs, row.frees, row.diff, row.bytes].every(Number.isFinite)).toBe(true);
        }
      }),
      { seed: 47, numRuns: 400 },
    );
  });
});

const folder = join(import.meta.dirname, "../../../../../../shared/real-logs/other");

test.skipIf(!existsSync(folder))("the genuine archive and its decoded twin give the same rows", async () => {
  const read = async (name: string) =>
    (await readPoolmonX(new Uint8Array(readFileSync(join(folder, name))))).records[0]!;
  const archive = await read("01-poolmonx-export-broken.csv");
  const twin = await read("02-poolmonx-export-decoded.tsv");
  expect(archive.rows).toEqual(twin.rows);
  expect(archive.rows).toHaveLength(3050);
  const sum = (pool: string) =>
    archive.rows.filter((row) => row.pool === pool).reduce((total, { bytes }) => total + bytes, 0);
  expect([Math.round(sum("nonpaged") / 1e6), Math.round(sum("paged") / 1e6)]).toEqual([889, 641]);
  expect(archive.rows.find(({ tag }) => tag === "ismc")).toMatchObject({ allocs: 3, frees: 0, bytes: 134098944 });
  expect(archive.rows.map(({ tag }) => tag)).toEqual(expect.arrayContaining(["nhi ", "PXa "]));
});
