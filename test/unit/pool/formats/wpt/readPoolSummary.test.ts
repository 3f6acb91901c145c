import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPoolSummary } from "../../../../../src/pool/formats/wpt/readPoolSummary.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const header = "Type,Paged,Pool Tag,Pool Tag Module,Count,Size (B),Impacting Size (B)\n";

describe("WPA's pool table", () => {
  test("as CSV, with thousands in quotes", async () => {
    const { records, problems } = await readPoolSummary(fixture("wpa.csv"));
    expect(records).toMatchObject({ form: "WPA", lostEvents: 1204, windowSeconds: 300 });
    const common = { isNx: undefined, stack: [], outstandingCount: undefined };
    expect(records.rows).toEqual([
      { ...common, lifetime: "AIFO", pool: "nonpaged", tag: "Leak", module: "leaky.sys", count: 290, bytes: 304087040, impactingBytes: 304087040, line: 4 }, // prettier-ignore
      { ...common, lifetime: "AIFI", pool: "nonpaged", tag: "Irp ", module: "ntoskrnl.exe", count: 47920, bytes: 30668800, impactingBytes: 0, line: 5 }, // prettier-ignore
      { ...common, lifetime: "AOFI", pool: "paged", tag: "NtFs", module: "ntfs.sys", count: 212, bytes: 20352, impactingBytes: 0, line: 6 }, // prettier-ignore
    ]);
    expect(problems).toMatchObject([{ line: 0, effect: "doubt", message: expect.stringContaining("1,204 events") }]);
  });

  test.each([
    ["304,087,040", 304087040],
    ["304.087.040", 304087040],
    ["304 087 040", 304087040],
    ["304\u00a0087\u00a0040", 304087040],
    ["304\u202f087\u202f040", 304087040],
    ["304'087'040", 304087040],
    ["1.024", 1024],
    ["1024.0", 1024],
    ["17", 17],
  ])("copied with tabs, where %j is a size", async (size, bytes) => {
    const text = `${header.replaceAll(",", "\t")}AIFO\tNonPaged\tLeak\tleaky.sys\t1\t${size}\t0\n`;
    const { records, problems } = await readPoolSummary(text);
    expect(problems).toEqual([]);
    expect(records.rows.map((row) => row.bytes)).toEqual([bytes]);
  });

  test("in other units and another order of columns, with stacks", async () => {
    const { records } = await readPoolSummary(
      'Pool Tag,Stack,Paged,Size (KB),Type\nLeak,[Root]/nt!A/leaky.sys!?,NonPagedNx,"1,536.5",AIFO\n',
    );
    expect(records.rows).toMatchObject([
      { tag: "Leak", pool: "nonpaged", isNx: true, bytes: 1573376, impactingBytes: 1573376, stack: ["[Root]", "nt!A", "leaky.sys!?"] }, // prettier-ignore
    ]);
    expect(records.rows[0]!.count).toBeNaN();
  });

  test.each([
    ["AIFO,NonPaged,Leak,leaky.sys,300,314,572,800,0", "without quotes"],
    ["AIFO,NonPaged,Leak", "another number of fields"],
    ["AIFO,Heap,Leak,leaky.sys,1,2,0", "neither NonPaged nor Paged"],
    ["AIXX,Paged,Leak,leaky.sys,1,2,0", "none of AIFI"],
    ["AIFO,Paged,Leaky,leaky.sys,1,2,0", "four characters"],
    ["AIFO,Paged,Leak,leaky.sys,one,2,0", "cannot be read"],
    ["AIFO,Paged,Leak,leaky.sys,1,1.5,0", "cannot be read"],
  ])("leaves out %j, with its line and reason", async (row, reason) => {
    const { records, problems } = await readPoolSummary(`${header}${row}\nAIFO,Paged,Good,x.sys,1,2,0\n`);
    expect(records.rows.map(({ tag }) => tag)).toEqual(["Good"]);
    expect(problems).toMatchObject([{ line: 2, effect: "lost", message: expect.stringContaining(reason) }]);
  });

  test("does not count a row that sums up others", async () => {
    const { records, problems } = await readPoolSummary(`${header},,,,9,9,9\nAIFO,Paged,Good,x.sys,9,9,9\n`);
    expect(records.rows).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 2, effect: "note" }]);
  });
});

describe("xperf's pool report", () => {
  test("gives each section its pool, in bytes", async () => {
    const { records, problems } = await readPoolSummary(fixture("xperf.txt"));
    expect(problems).toEqual([]);
    expect(records).toMatchObject({ form: "xperf", lostEvents: undefined, windowSeconds: undefined });
    const common = { lifetime: undefined, stack: [] };
    expect(records.rows).toEqual([
      { ...common, pool: "nonpaged", isNx: true, module: "leaky.sys", tag: "Leak", count: 294, bytes: 308281344, impactingBytes: 304087040, outstandingCount: 290, line: 3 }, // prettier-ignore
      { ...common, pool: "nonpaged", isNx: true, module: "ntoskrnl.exe", tag: "Irp ", count: 47920, bytes: 30668800, impactingBytes: 0, outstandingCount: 0, line: 4 }, // prettier-ignore
      { ...common, pool: "paged", isNx: undefined, module: "ntfs.sys", tag: "NtFs", count: 212, bytes: 20480, impactingBytes: 1024, outstandingCount: 12, line: 8 }, // prettier-ignore
    ]);
  });

  test("without a title does not say which pool: its rows are left out", async () => {
    const { records, problems } = await readPoolSummary(
      "Image, Tag, Alloc #, Alloc KB, Out Alloc#, Out Alloc KB\nx.sys, Leak, 1, 2, 1, 2\n",
    );
    expect(records.rows).toEqual([]);
    expect(problems).toMatchObject([
      { line: 2, effect: "lost", message: expect.stringContaining("no title of a pool") },
    ]);
  });
});

test.each([
  ["", "empty"],
  ["0: kd> !poolused 2", "!poolused"],
  ["words", "No header"],
])("no summary is seen in %j", async (text, says) => {
  const { records, problems } = await readPoolSummary(text);
  expect(records.rows).toEqual([]);
  expect(problems).toMatchObject([{ line: 0, effect: "lost", message: expect.stringContaining(says) }]);
});
