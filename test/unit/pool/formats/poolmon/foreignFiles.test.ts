import { expect, test } from "vitest";
import { readPoolmon } from "../../../../../src/pool/formats/poolmon/readPoolmon.ts";

const bytes = (...values: number[]) => Uint8Array.from([...values, ...new Array<number>(200).fill(0)]);
const wide = (text: string) => [...text].flatMap((c) => [c.charCodeAt(0), 0]);

/** The start of a trace file: a buffer header of 72 bytes, then the mark of its first event. */
function trace(...behind: number[]) {
  const head = new Uint8Array(400);
  head.set([0, 0, 1, 0]);
  head.set([2, 0, 2, 0xc0], 0x48);
  head.set(behind, 0x100);
  return head;
}

test.each<[name: string, source: Uint8Array | string, kind: RegExp]>([
  ["an empty file", "", /empty/],
  ["an empty file of no bytes", new Uint8Array(0), /empty/],
  [
    "a counter log",
    '"(PDH-CSV 4.0) (Pacific Daylight Time)(420)","\\\\A\\Memory\\Pool Nonpaged Bytes"\r\n',
    /performance counter log.*readPerfmon/,
  ],
  [
    "typeperf's output",
    '\r\n"","\\\\A\\Memory\\Pool Paged Bytes","\\\\A\\Memory\\Pool Nonpaged Bytes"\r\n',
    /performance counter log/,
  ],
  [
    "a binary counter log",
    trace(0xb3, 0x3b, 0x3f, 0x93, 0x3e, 0x94, 0x0d, 0x49, 0x9c, 0xed, 0x3c, 0xbb, 0x14, 0xc1, 0x44, 0x79),
    /BLG.*relog/,
  ],
  ["an event trace", trace(), /ETL/],
  ["a picture of the screen", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /PNG.*text/],
  ["a photograph of the screen", bytes(0xff, 0xd8, 0xff, 0xe0), /JPEG/],
  ["a ZIP archive", bytes(0x50, 0x4b, 3, 4), /ZIP/],
  ["a memory dump", bytes(...[..."PAGEDU64"].map((c) => c.charCodeAt(0))), /memory dump.*!poolused/],
  [
    "the debugger's table",
    "   Sorting by  NonPaged Pool Consumed\n\n               NonPaged                  Paged\n Tag     Allocs         Used     Allocs         Used\n",
    /!poolused/,
  ],
  ["the debugger's table from a session", "0: kd> !poolused 2\n Leak   12   3440 0 0 UNKNOWN\n", /!poolused/],
  ["the debugger's report", "\tNonPagedPool Usage:  1463600 (   5854400 Kb)\n", /!vm/],
  ["a debugger session", "0: kd> lm\nstart end\n", /debugger session/],
  [
    "a PowerShell collector's CSV",
    '"DateTime","DateTimeUTC","Tag","PagedAllocs","PagedFrees","PagedDiff","PagedUsedBytes"\r\n',
    /PowerShell/,
  ],
  [
    "a PowerShell collector's screen",
    "DateTime            DateTimeUTC         Tag  PagedAllocs PagedFrees\n",
    /-view csv/,
  ],
  ["a PoolMonX export", "Abcd\tNon Paged\t34\t0\t34\t16048\t16 KB\t472\t\t\n", /PoolMonX/],
  [
    "a broken PoolMonX export",
    bytes(1, 1, 0xff, 0xfe, 0xff, 4, ...wide("Abcd"), 1, 0xff, 0xfe, 0xff, 9, ...wide("Non Paged")),
    /PoolMonX/,
  ],
  ["a tag list", "rem\nrem    Pooltag.txt\nrem\nAbcd - abcd.sys - what it holds\n", /pooltag\.txt.*readPooltag/],
  [
    "findstr's output",
    "C:\\Windows\\System32\\drivers>findstr /m /l Leak *.sys\nmyfault.sys\n",
    /findstr.*readFindstr/,
  ],
  ["a web page", "<!doctype html><html><body>Nonp 12</body></html>", /web page/],
  ["prose", "Hello, our server leaks memory.\nPlease help.\n", /begins "Hello/],
  [
    "random bytes",
    Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) % 251),
    /Nothing of PoolMon's/,
  ],
])(
  "%s gives no snapshots and one problem that names it and the command that makes the right file",
  async (_, source, kind) => {
    const { records, problems } = await readPoolmon(source);
    expect(records).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 0, effect: "lost" });
    expect(problems[0]?.message).toMatch(kind);
    expect(problems[0]?.message).toMatch(/Expected is .*poolmon -n poolsnap\.log -b/);
  },
);

test("a PoolMon log with such a file's words in it is still read", async () => {
  const log =
    "C:\\>findstr /m /l Leak *.sys\nmyfault.sys\n0: kd> !vm\n" +
    " Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc\n\n Leak Nonp          1         0         1     4096       4096\n";
  expect((await readPoolmon(log)).records.map(({ rows }) => rows.length)).toEqual([1]);
});
