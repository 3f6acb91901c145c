import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPoolTagCsv } from "../../../../../src/pool/formats/tagCsv/readPoolTagCsv.ts";

const fixture = readFileSync(new URL("fixtures/loop.csv", import.meta.url), "utf8");
const header =
  '"DateTime","DateTimeUTC","Tag","PagedAllocs","PagedFrees","PagedDiff","PagedUsedBytes","NonPagedAllocs","NonPagedFrees","NonPagedDiff","NonPagedUsedBytes","TotalUsedBytes"\r\n';

/** A row of one tag that has nonpaged blocks only. */
const row = (
  local: string,
  utc: string,
  tag: string,
  counts: [allocs: number, frees: number, diff: number, bytes: number],
) => `${[local, utc, tag, 0, 0, 0, 0, ...counts, counts[3]].map((field) => `"${field}"`).join(",")}\r\n`;

describe("the PowerShell collectors' table", () => {
  test("gives the same records as PoolMon: a row per tag and pool, snapshots by their stamp", async () => {
    const { records, problems } = await readPoolTagCsv(fixture);
    const nonpaged = { pool: "nonpaged" } as const;
    expect(records).toEqual([
      {
        ...{ number: 1, stamp: "2026-03-02T09:30:00", time: Date.UTC(2026, 2, 2, 9, 30), memory: undefined },
        ...{ scope: "system", line: 2, log: undefined },
        rows: [
          { ...nonpaged, tag: "Leak", allocs: 940, frees: 20, diff: 920, bytes: 964689920, perAlloc: 1048576, line: 2 },
          { ...nonpaged, tag: "Irp ", allocs: 4294967290, frees: 4294966000, diff: 1290, bytes: 825600, perAlloc: 640, line: 3 }, // prettier-ignore
          { ...nonpaged, tag: 'A "B', allocs: 7, frees: 7, diff: 0, bytes: 0, perAlloc: 0, line: 4 },
          { pool: "paged", tag: 'A "B', allocs: 10, frees: 4, diff: 6, bytes: 384, perAlloc: 64, line: 4 },
        ],
      },
      {
        ...{ number: 2, stamp: "2026-03-02T09:35:00", time: Date.UTC(2026, 2, 2, 9, 35), memory: undefined },
        ...{ scope: "system", line: 5, log: undefined },
        rows: [
          { ...nonpaged, tag: "Leak", allocs: 945, frees: 20, diff: 925, bytes: 969932800, perAlloc: 1048576, line: 5 },
          { ...nonpaged, tag: "Irp ", allocs: 200, frees: 4294966210, diff: 1286, bytes: 824320, perAlloc: 640, line: 6 }, // prettier-ignore
        ],
      },
    ]);
    expect(problems).toMatchObject([{ line: 6, effect: "note", message: expect.stringContaining("read as 1286") }]);
  });

  test("is read in the encodings of both PowerShells", async () => {
    const wanted = (await readPoolTagCsv(fixture)).records;
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${fixture}`, "utf16le"));
    expect((await readPoolTagCsv(utf16)).records).toEqual(wanted);
    expect((await readPoolTagCsv(new TextEncoder().encode(fixture))).records).toEqual(wanted);
  });

  test("may have a subset of its columns in another order: what is not said is not zero", async () => {
    const { records, problems } = await readPoolTagCsv(
      '"Tag","NonPagedUsedBytes","NonPagedDiff","DateTime"\n"Leak","2048","2","2026-03-02T09:30:00"\n',
    );
    const [found] = records[0]!.rows;
    expect(found).toMatchObject({ tag: "Leak", pool: "nonpaged", diff: 2, bytes: 2048, perAlloc: 1024 });
    expect([found!.allocs, found!.frees]).toEqual([NaN, NaN]);
    expect(records[0]!.rows).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 1, effect: "note", message: expect.stringContaining("NonPagedAllocs") }]);
  });

  test("may come from a spreadsheet, unquoted and with semicolons", async () => {
    const { records } = await readPoolTagCsv(
      "DateTime;Tag;NonPagedAllocs;NonPagedFrees;NonPagedUsedBytes\n2026-03-02 09:30:00;Leak;5;1;64\n",
    );
    expect(records).toMatchObject([{ time: Date.UTC(2026, 2, 2, 9, 30), rows: [{ diff: 4, perAlloc: 16 }] }]);
  });

  test("keeps a Diff a little below zero, which no wrap made, and doubts it", async () => {
    const { records, problems } = await readPoolTagCsv(header + row("2026-03-02T09:30:00", "", "Leak", [5, 6, -1, 64]));
    expect(records[0]!.rows).toMatchObject([{ diff: -1, perAlloc: 0 }]);
    expect(problems).toMatchObject([{ line: 2, effect: "doubt", message: expect.stringContaining("1 more blocks") }]);
  });

  test("doubts a Diff that is not Allocs - Frees", async () => {
    const { problems } = await readPoolTagCsv(header + row("2026-03-02T09:30:00", "", "Leak", [9, 6, 7, 64]));
    expect(problems).toMatchObject([{ line: 2, effect: "doubt" }]);
  });

  test("goes on through the night the clock is set back, by its UTC", async () => {
    const text =
      header +
      row("2026-10-25T02:50:00", "2026-10-25T00:50:00", "Leak", [5, 1, 4, 64]) +
      row("2026-10-25T02:10:00", "2026-10-25T01:10:00", "Leak", [6, 1, 5, 80]);
    const { records, problems } = await readPoolTagCsv(text);
    expect(records.map(({ time }) => time)).toEqual([Date.UTC(2026, 9, 25, 2, 50), Date.UTC(2026, 9, 25, 3, 10)]);
    expect(problems).toMatchObject([
      { line: 3, effect: "note", message: expect.stringContaining("clock was changed") },
    ]);
  });

  test("holds tags with blanks, quotes, commas and line feeds", async () => {
    const tags = ["Dh 1", "  x ", 'a""b', "a,b,", "a\n b"];
    const text = header + tags.map((tag) => row("2026-03-02T09:30:00", "", tag, [5, 1, 4, 64])).join("");
    const { records, problems } = await readPoolTagCsv(text);
    expect(records).toHaveLength(1);
    expect(records[0]!.rows.map(({ tag }) => tag)).toEqual(["Dh 1", "  x ", 'a"b ', "a,b,", "a\n b"]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['"2026-03-02T09:30:00","","Leak","x","0","0","0","5","1","4","64","64"', "no whole number"],
    ['"2026-03-02T09:30:00","","Leaky","0","0","0","0","5","1","4","64","64"', "four characters"],
    ['"2026-03-02T09:30:00","","Leak"', "fewer fields"],
  ])("leaves out what it cannot read of %j", async (bad, reason) => {
    const good = row("2026-03-02T09:30:00", "", "Good", [5, 1, 4, 64]);
    const { records, problems } = await readPoolTagCsv(`${header}${bad}\r\n${good}`);
    expect(records[0]!.rows.at(-1)).toMatchObject({ tag: "Good" });
    expect(problems).toMatchObject([{ line: 2, effect: "lost", message: expect.stringContaining(reason) }]);
  });

  test("says that its last row is cut off", async () => {
    const { problems } = await readPoolTagCsv(
      `${header}${row("2026-03-02T09:30:00", "", "Good", [5, 1, 4, 64])}"2026-03-02T09:3`,
    );
    expect(problems).toMatchObject([{ line: 3, effect: "lost", message: expect.stringContaining("cut off") }]);
  });

  test("a folder of files is put in the order of its stamps", async () => {
    const files = ["09:40:00", "09:30:00", "09:35:00"].map((time, at) => {
      const text = header + row(`2026-03-02T${time}`, "", "Leak", [at, 0, at, 64 * at + 64]);
      return new File([text], `2026.03.02_${time.replaceAll(":", ".")}_1772472600.pool.csv`);
    });
    const { records } = await readPoolTagCsv(files);
    expect(records.map(({ stamp, number }) => [number, stamp])).toEqual([
      [1, "2026-03-02T09:30:00"],
      [2, "2026-03-02T09:35:00"],
      [3, "2026-03-02T09:40:00"],
    ]);
    expect(records[0]!.log).toBe("2026.03.02_09.30.00_1772472600.pool.csv");
  });

  test("without a stamp in its rows has the one of its name", async () => {
    const text = "Tag,NonPagedAllocs,NonPagedFrees,NonPagedUsedBytes\nLeak,5,1,64\n";
    const { records } = await readPoolTagCsv(text, { files: ["C:\\case\\2026.03.02_09.30.00_1772472600.pool.csv"] });
    expect(records).toMatchObject([{ time: Date.UTC(2026, 2, 2, 9, 30), stamp: "2026.03.02_09.30.00" }]);
    const unnamed = await readPoolTagCsv(text);
    expect(unnamed.records[0]!.time).toBeUndefined();
    expect(unnamed.problems).toContainEqual(
      expect.objectContaining({ effect: "lost", message: expect.stringContaining("no growth per hour") }),
    );
  });

  test("one foreign file in a folder is named, and the others are read", async () => {
    const { records, problems } = await readPoolTagCsv([fixture, "hello"], { files: ["pool.csv", "notes.txt"] });
    expect(records).toHaveLength(2);
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 0, message: expect.stringContaining("notes.txt") }),
    );
  });

  test.each([
    ["", "empty"],
    [`DateTime            DateTimeUTC         Tag\n--------\n`, "-view csv"],
    [" Tag  Type     Allocs            Frees            Diff", "a PoolMon log"],
    ["words", "No header"],
  ])("is not seen in %j", async (text, says) => {
    const { records, problems } = await readPoolTagCsv(text);
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ line: 0, effect: "lost", message: expect.stringContaining(says) }]);
  });
});
