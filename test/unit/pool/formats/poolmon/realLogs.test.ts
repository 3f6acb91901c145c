import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPoolmon } from "../../../../../src/pool/formats/poolmon/readPoolmon.ts";

// Genuine public logs, which are no part of the project: read in place where they are.
const folder = join(import.meta.dirname, "../../../../../../shared/real-logs");
const read = (name: string) => readPoolmon(new Uint8Array(readFileSync(join(folder, name))));

describe.skipIf(!existsSync(folder))("genuine logs", () => {
  test("of one filtered component with its drivers", async () => {
    const { records, problems } = await read("poolmon/01-ntfs-mapped-driver.txt");
    expect(records).toHaveLength(1);
    const [snapshot] = records;
    expect(snapshot?.rows).toHaveLength(13);
    expect(snapshot?.memory).toMatchObject({
      physicalBytes: 260620 * 1024,
      nonpagedBytes: 8500 * 1024,
      pagedBytes: 33024 * 1024,
    });
    expect(snapshot?.rows.every(({ mappedDriver }) => mappedDriver?.startsWith("ntfs.sys - "))).toBe(true);
    expect(snapshot?.rows.every(({ change }) => change?.allocs === 0 && change.frees === 0 && change.bytes === 0)).toBe(
      true,
    );
    const largest = snapshot?.rows.toSorted((a, b) => b.bytes - a.bytes)[0];
    expect(largest).toMatchObject({ tag: "NtFB", diff: 10, bytes: 252088, perAlloc: 25208, line: 7 });
    expect(snapshot?.rows.find(({ tag }) => tag === "NtFC")).toMatchObject({
      pool: "paged",
      bytes: 640,
      mappedDriver: "ntfs.sys - Create.c",
    });
    expect(problems.map(({ effect }) => effect)).toEqual(["note", "note"]);
  });

  test("without a summary, with tags that begin with a digit and drivers that are unknown", async () => {
    const { records, problems } = await read("poolmon/02-unknown-driver-rows.txt");
    expect(records[0]?.memory).toBeUndefined();
    expect(records[0]?.rows.map(({ tag, bytes, mappedDriver }) => [tag, bytes, mappedDriver])).toEqual([
      ["1MEM", 3344, undefined],
      ["2MEM", 3944, undefined],
      ["3MEM", 248, undefined],
    ]);
    expect(problems).toEqual([]);
  });

  test("of all sessions, with blanks in tags and dots at the end", async () => {
    const { records, problems } = await read("poolmon/03-all-sessions.txt");
    expect(records[0]?.scope).toBe("all sessions");
    expect(records[0]?.rows).toHaveLength(16);
    expect(records[0]?.rows.map(({ tag }) => tag)).toEqual(expect.arrayContaining(["Dh 1", "Dh 2"]));
    expect(records[0]?.rows.find(({ tag }) => tag === "GTmp")?.change).toEqual({ allocs: 1, frees: 1, bytes: 0 });
    expect(problems).toEqual([expect.objectContaining({ line: 22, effect: "note" })]);
  });

  test("without a single row", async () => {
    const { records, problems } = await read("poolmon/04-empty-sessions-table.txt");
    expect(records.map(({ scope, rows }) => [scope, rows.length])).toEqual([["all sessions", 0]]);
    expect(records[0]?.memory?.nonpagedBytes).toBe(8112 * 1024);
    expect(problems).toEqual([expect.objectContaining({ effect: "note" })]);
  });

  test("with tags of fewer than four letters", async () => {
    const { records } = await read("poolmon/05-sorted-by-allocs.txt");
    expect(records[0]?.rows.map(({ tag }) => tag)).toEqual([
      "Wait",
      "ObSt",
      "Gxlt",
      "Ustm",
      "Io  ",
      "ObSq",
      "Key ",
      "SePa",
    ]);
    expect(records[0]?.rows[0]).toMatchObject({
      allocs: 3971107,
      frees: 3971077,
      diff: 30,
      bytes: 8456,
      perAlloc: 281,
    });
  });

  test("that somebody typed again for a document", async () => {
    const { records } = await read("poolmon/06-tiny-nt-machine.txt");
    expect(records[0]?.memory).toMatchObject({ physicalBytes: 16224 * 1024, pagedBytes: 2180 * 1024 });
    expect(records[0]?.rows.map(({ tag, diff, bytes, change }) => [tag, diff, bytes, change?.bytes])).toEqual([
      ["CM  ", 281, 1377312, 0],
      ["Strg", 3727, 317952, 512],
      ["Fat ", 1691, 174560, 128],
      ["MmSt", 173, 83456, 0],
    ]);
  });

  test("of a server, from -n, with numbers that touch their labels", async () => {
    const { records } = await read("poolmon/07-server-nic-lab.txt");
    const [snapshot] = records;
    expect(snapshot?.rows).toHaveLength(13);
    expect(snapshot?.memory).toMatchObject({
      pageFaults: 468600648,
      nonpagedBytes: 710920 * 1024,
      pagedBytes: 983564 * 1024,
    });
    expect(snapshot?.rows.find(({ tag }) => tag === "IXGB")).toMatchObject({
      allocs: 37377,
      frees: 12508,
      diff: 24869,
      bytes: 55749008,
    });
    expect(snapshot?.rows.some(({ change }) => change !== undefined)).toBe(false);
  });

  const others = ["blg", "etl", "other", "perfmon-csv", "pool-tags", "windbg"];
  test.each(others)(
    "of other kinds (%s) give no snapshots and one problem that says what to make instead",
    async (kind) => {
      for (const name of readdirSync(join(folder, kind))) {
        const { records, problems } = await read(`${kind}/${name}`);
        expect(records, name).toEqual([]);
        expect(problems, name).toEqual([expect.objectContaining({ line: 0, effect: "lost" })]);
        expect(problems[0]?.message, name).toContain("poolmon -n poolsnap.log -b");
      }
    },
  );

  test.each([
    ["other/01-poolmonx-export-broken.csv", /PoolMonX/],
    ["other/02-poolmonx-export-decoded.tsv", /PoolMonX/],
    ["blg/01-pal-sample-vista2007.blg", /BLG/],
    ["etl/03-process-win7.etl", /ETL/],
    ["windbg/11-poolused-xp-x86-glued.txt", /!poolused/],
    ["windbg/18-poolused2-win10-19041.txt", /!poolused/],
    ["pool-tags/02-pooltag-2018.txt", /pooltag\.txt/],
    ["perfmon-csv/05-spanish-965rows.tsv", /counter log/],
  ])("%s is named for what it is", async (name, kind) => {
    expect((await read(name)).problems[0]?.message).toMatch(kind);
  });
});
