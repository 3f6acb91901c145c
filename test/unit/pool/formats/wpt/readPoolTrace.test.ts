import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TRACE_EVENTS, TRACE_POOLS, type PoolTrace } from "../../../../../src/pool/formats/wpt/PoolTrace.ts";
import { readPoolTrace } from "../../../../../src/pool/formats/wpt/readPoolTrace.ts";

const fixture = readFileSync(new URL("fixtures/events.csv", import.meta.url), "utf8");
const header = "TimeStamp_us,Event,Pool,Tag,Address,Size,Process(PID),TID,Stack\n";
const row = "7,Alloc,Paged,Leak,0x10,64,System (4),8,[Root]/a\n";

/** One event with its texts. */
function eventOf(trace: PoolTrace, at: number) {
  return {
    time: trace.time[at],
    event: TRACE_EVENTS[trace.event[at]!],
    pool: TRACE_POOLS[trace.pool[at]!],
    tag: trace.tags[trace.tag[at]!],
    address: trace.address[at],
    bytes: trace.bytes[at],
    process: trace.processes[trace.process[at]!],
    thread: trace.thread[at],
    stack: trace.stack[at] === -1 ? undefined : trace.stacks[trace.stack[at]!],
    line: trace.line[at],
  };
}

describe("a list of pool events", () => {
  test("gives every event with its texts, and each text once", async () => {
    const { records, problems } = await readPoolTrace(fixture);
    expect(problems).toEqual([]);
    expect(records.lostEvents).toBe(0);
    expect([0, 1, 2, 3, 4].map((at) => eventOf(records, at))).toEqual([
      {
        ...{
          time: 104,
          event: "allocate",
          pool: "nonpagedNx",
          tag: "Leak",
          address: 0xffffbe8412a40010n,
          bytes: 1048576,
        },
        ...{ process: "app.exe (4242)", thread: 4250, line: 3 },
        stack: ["[Root]", "ntdll.dll!NtDeviceIoControlFile", "nt!NtDeviceIoControlFile", "leaky.sys!<PDB not found>", "nt!ExAllocatePoolWithTag"], // prettier-ignore
      },
      {
        ...{ time: 118.5, event: "allocate", pool: "paged", tag: "a,b ", address: 0xffffd50911ff0d80n, bytes: 96 },
        ...{ process: "System (4)", thread: 112, line: 4, stack: ["[Root]", "nt!ObpCreateHandle"] },
      },
      {
        ...{ time: 131, event: "free", pool: "paged", tag: "a,b ", address: 0xffffd50911ff0d80n, bytes: 0 },
        ...{ process: "System (4)", thread: 112, line: 5, stack: undefined },
      },
      {
        ...{ time: 2031, event: "allocate", pool: "nonpaged", tag: "Irp ", address: 0xffffbe840f1c2010n, bytes: 504 },
        ...{ process: "odd, name.exe (88)", thread: 92, line: 6 },
        stack: ["[Root]", "map<int,long>::add", "nt!IoAllocateIrp"],
      },
      {
        ...{ time: 2040, event: "free", pool: "nonpagedNx", tag: "EtwB", address: 0xffffbe840a000010n, bytes: 65536 },
        ...{ process: "System (4)", thread: 8, line: 7, stack: ["[Root]", "nt!ObpCreateHandle"] },
      },
    ]);
    expect(records.stacks).toHaveLength(3);
    expect(records.processes).toEqual(["app.exe (4242)", "System (4)", "odd, name.exe (88)"]);
  });

  test.each([
    ["# Lost events: 12", 12],
    ["# Lost events: 1,204", 1204],
    ["Lost Events: 7", 7],
    ["# EventsLost=9", 9],
    ["# 192160703 events were lost", 192160703],
  ])("says of %j how many events were lost, as a doubt about all", async (line, lost) => {
    const { records, problems } = await readPoolTrace(`${line}\n${header}${row}`);
    expect(records.lostEvents).toBe(lost);
    expect(problems).toMatchObject([{ line: 0, effect: "doubt", message: expect.stringContaining("looks leaked") }]);
  });

  test("says nothing of lost events where the file says nothing", async () => {
    expect((await readPoolTrace(header + row)).records.lostEvents).toBeUndefined();
  });

  test("adds up what joined traces lost, and reads both", async () => {
    const part = `# Lost events: 3\n${header}${row}`;
    const { records } = await readPoolTrace(part + part);
    expect([records.lostEvents, records.time.length]).toEqual([6, 2]);
  });

  test("takes its columns in any order, and in WPA's words", async () => {
    const { records, problems } = await readPoolTrace(
      "TimeStamp (us),Tag,Address,Pool Type,Event,Size\n5,Leak,FFFF1000,NonPagedPoolNx,PoolAlloc,32\n",
    );
    expect(problems).toEqual([]);
    expect(eventOf(records, 0)).toMatchObject({
      pool: "nonpagedNx",
      event: "allocate",
      address: 0xffff1000n,
      bytes: 32,
    });
  });

  test("without a header is read as usual, with a doubt", async () => {
    const { records, problems } = await readPoolTrace(row);
    expect(records.time.length).toBe(1);
    expect(problems).toMatchObject([{ line: 1, effect: "doubt" }]);
  });

  test.each([
    ["x", "This is no row"],
    ["7,Moved,Paged,Leak,0x10,64,System (4),8,", "neither Alloc nor Free"],
    ["7,Alloc,Heap,Leak,0x10,64,System (4),8,", "none of NonPaged"],
    ["7,Alloc,Paged,Leak,0xzz,64,System (4),8,", "no hexadecimal"],
    ["7,Alloc,Paged,Leak,0x10,,System (4),8,", "no number of bytes"],
    ["7,Alloc,Paged,Leak,0x10,-4,System (4),8,", "no number of bytes"],
    ["7.,Alloc,Paged,Leak,0x10,64,System (4),8,", "no time"],
  ])("leaves out the row %j, with its line and reason", async (bad, reason) => {
    const { records, problems } = await readPoolTrace(`${header}${row}${bad}\n${row}`);
    expect(records.time.length).toBe(2);
    expect(problems).toMatchObject([{ line: 3, effect: "lost", message: expect.stringContaining(reason) }]);
  });

  test("says that its last row is cut off", async () => {
    const { records, problems } = await readPoolTrace(`${header}${row}9,Alloc,Pag`);
    expect(records.time.length).toBe(1);
    expect(problems).toMatchObject([{ line: 3, message: "The last line is cut off and was left out." }]);
  });

  test("names rows that run back in time", async () => {
    const { problems } = await readPoolTrace(`${header}${row}3,Free,Paged,Leak,0x10,,System (4),8,\n`);
    expect(problems).toMatchObject([{ line: 3, effect: "doubt", message: expect.stringContaining("earlier") }]);
  });

  test("longer than memory keeps its beginning and says so", async () => {
    const { records, problems } = await readPoolTrace(header + row.repeat(50), { mostEvents: 20 });
    expect(records.time.length).toBe(20);
    expect(problems).toMatchObject([{ effect: "lost", message: expect.stringContaining("first 20 events") }]);
  });

  test("is read from bytes of any encoding, in pieces, from a file", async () => {
    const text = header + row.repeat(40_000);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    const { records } = await readPoolTrace(new File([utf16], "trace.csv"));
    expect(records.time.length).toBe(40_000);
    expect(records.line.at(-1)).toBe(40_001);
    expect(records.log).toBe("trace.csv");
  });

  test.each([
    ["", "empty"],
    [" Memory: 8191416K Avail: 5120000K  PageFlts: 1", "a PoolMon log"],
    ["Dear colleague", "No pool event"],
  ])("is not seen in %j", async (text, says) => {
    const { records, problems } = await readPoolTrace(text);
    expect(records.time.length).toBe(0);
    expect(problems).toMatchObject([{ line: 0, effect: "lost", message: expect.stringContaining(says) }]);
    expect(problems[0]!.message).toContain("Expected is a list of pool events");
  });
});
