import { expect, test } from "vitest";
import { recordTables } from "../../../../src/cli/commandLine/records/recordTables.ts";
import { textTable } from "../../../../src/cli/commandLine/textTable.ts";
import type { Evidence } from "../../../../src/pool/formats/Evidence.ts";
import { debuggerSession } from "./debuggerSession.ts";

/** The tables as printed, without the blanks that only align: one line per row. */
function print(evidence: Evidence): string[] {
  return recordTables(evidence, [])
    .flatMap((table) => [...textTable(table, Infinity)])
    .map((line) => line.trim().replaceAll(/ {2,}/g, " | "));
}

const file = { file: "log.txt", problems: [] };

test("a counter shows its ends and its bounds; a blank is counted, not taken for zero", () => {
  const counter = {
    path: "\\\\HOST\\Memory\\Pool Nonpaged Bytes",
    machine: "HOST",
    object: "Memory",
    instance: "",
    counter: "Pool Nonpaged Bytes",
    englishPath: "\\Memory\\Pool Nonpaged Bytes",
    column: 1,
    values: Float64Array.of(NaN, 3000, 1000, 2000),
  };
  const records = {
    machine: "HOST",
    timeZone: undefined,
    localTimes: Float64Array.of(0, 15_000, 30_000, 45_000),
    times: Float64Array.of(0, 15_000, 30_000, 45_000),
    lines: Uint32Array.of(2, 3, 4, 5),
    counters: [{ ...counter, path: "\\\\HOST\\System\\Threads", englishPath: "\\System\\Threads" }, counter],
    skippedCounters: ["\\\\HOST\\Process(a)\\Handle Count"],
    log: undefined,
  };
  expect(print({ ...file, format: "perfmon", records })).toEqual([
    "2 counters of HOST, 4 samples, 1970-01-01 00:00:00 to 1970-01-01 00:00:45, 1 further counter not read",
    "Counter | First | Last | Lowest | Highest | Blank",
    "\\Memory\\Pool Nonpaged Bytes | 3,000 | 2,000 | 1,000 | 3,000 | 1",
    "\\System\\Threads | 3,000 | 2,000 | 1,000 | 3,000 | 1",
  ]);
});

test("a trace shows its events with words for their codes, and says first that events were lost", () => {
  const records = {
    time: Float64Array.of(10, 2_000_010),
    event: Uint8Array.of(0, 1),
    pool: Uint8Array.of(1, 2),
    tag: Uint16Array.of(0, 0),
    address: BigUint64Array.of(0xfffffa8001234560n, 0xfffffa8001234560n),
    bytes: Float64Array.of(4096, 0),
    process: Uint16Array.of(0, 0),
    thread: Uint32Array.of(88, 88),
    stack: Int32Array.of(0, -1),
    line: Uint32Array.of(2, 3),
    tags: ["Leak"],
    processes: ["System (4)"],
    stacks: [["[Root]", "myfault.sys!Leak"]],
    lostEvents: 1200,
    log: undefined,
  };
  expect(print({ ...file, format: "poolTrace", records })).toEqual([
    "2 events in 2 s, 1 tag, 1 stack, 1,200 events lost: nothing here is complete",
    "Microseconds | Event | Pool | Tag | Address | Bytes | Process | Thread | Innermost frame",
    "10 | allocate | nonpagedNx | Leak | 0xfffffa8001234560 | 4,096 | System (4) | 88 | myfault.sys!Leak",
    "2,000,010 | free | paged | Leak | 0xfffffa8001234560 | 0 | System (4) | 88",
  ]);
});

test("a summary of a trace stands as its tool has it", () => {
  const row = {
    lifetime: "AIFO" as const,
    pool: "nonpaged" as const,
    isNx: true,
    tag: "Leak",
    module: "myfault.sys",
    stack: ["[Root]", "myfault.sys!Leak"],
    count: 1234,
    bytes: 5_054_464,
    impactingBytes: 5_054_464,
    outstandingCount: undefined,
    line: 7,
  };
  const records = { form: "WPA" as const, rows: [row], lostEvents: undefined, windowSeconds: 60, log: undefined };
  expect(print({ ...file, format: "poolSummary", records })).toEqual([
    "1 row of WPA, 60 s",
    "Lifetime | Pool | Tag | Module | Count | Bytes | Impacting bytes | Outstanding | Line | Innermost frame",
    "AIFO | nonpaged Nx | Leak | myfault.sys | 1,234 | 5,054,464 | 5,054,464 | 7 | myfault.sys!Leak",
  ]);
});

test("calls on shared memory show what failed", () => {
  const call = {
    time: Date.UTC(1970, 0, 1, 9, 30, 0, 125),
    process: "w3wp.exe",
    processId: 4120,
    session: 0,
    user: "NETWORK SERVICE",
    bitness: "x64" as const,
    call: "OpenFileMappingW",
    name: "Global\\MyAppCounters",
    access: "FILE_MAP_READ",
    result: 0,
    lastError: 2,
    line: 9,
  };
  expect(print({ ...file, format: "sharedMemory", records: [call] }).at(-1)).toBe(
    "09:30:00.125 | w3wp.exe | 4120 | 0 | NETWORK SERVICE | OpenFileMappingW | 0x0 | 2 | 9 | Global\\MyAppCounters",
  );
});

test("a debugger's session shows its commands, and each kind of what was understood", () => {
  expect(print({ ...file, format: "debugger", records: debuggerSession })).toEqual([
    "2 commands",
    "Line | Lines of output | Understood | Command",
    "1 | 9 | yes | !poolused 2",
    "12 | 1 | no | (output without its command)",
    "The target",
    "Machine | Source | Time | Uptime (s) | Line | Version",
    "HOST | kernel dump | 2012-08-14 11:05:00 | 5,700 | 2 | Windows Server 2008 R2",
    "!vm of line 20",
    "Value | Pages | Bytes | Line | Warning",
    "NonPagedPool Usage | 1,406,370 | 5,760,491,520 | 21 | Excessive NonPaged Pool Usage",
    "Commit | 22",
    "!poolused of line 1: classic layout, 1 tag, the largest first",
    "Tag | Nonpaged blocks | Nonpaged bytes | Paged blocks | Paged bytes | Line | Owner",
    "Leak | 5,400 | 5,662,310,400 | 0 | 0 | 4 | myfault.sys",
    "!pool fffffa8001234560 of line 30: Nonpaged pool",
    "Address | Bytes | State | Tag | Process | Line",
    "fffffa8001234560 | 80 | allocated | Leak | 31 | the address asked for, protected",
    "!poolfind Leak of line 40, stopped before its end",
    "1 module",
    "Module | Start | End | Version | Company | Line | Image",
    "myfault | fffff88005a1e000 | fffff88005a26000 | 4.0.0.0 | Sysinternals | 50 | myfault.sys",
    "1 place in memory with the text",
    "Text | Address | Line | Bytes",
    "Leak | fffff88005a1f62f | 55 | 4c 65 61 6b",
    "1 instruction",
    "Address | Instruction | Line | Symbol",
    "fffff88005a1f62f | mov r8d,6B61654Ch | 60 | myfault+0x161f",
    "2 breaks of PoolHitTag Leak, 1 stack",
    "Kind | Time | Block | Stack | Line | Second frame",
    "allocate | 2012-08-14 10:00:00 | fffffa8001234560 | 1 | 70 | myfault+0x162f",
    "manual | 80",
    "!verifier of line 100, flags 0x9",
    "Counted | Number",
    "Pool Allocations Attempted | 41,217",
    "1 driver of !verifier of line 100, flags 0x9",
    "Driver | State | Nonpaged blocks | Paged blocks | Nonpaged bytes | Paged bytes | Nonpaged peak bytes | Paged peak bytes | Line",
    "myfault.sys | loaded | 1 | 0 | 1,048,576 | 0 | 2,097,152 | 0 | 102",
    "1 block that myfault.sys holds",
    "Address | Bytes | Tag | Caller | Line | Symbol",
    "fffffa8001234560 | 1,048,576 | Leak | fffff88005a1f62f | 103",
    "!verifier 80 of line 110, a ring of the latest: 1 operation",
    "Operation | Block | Bytes | Thread | Line | Second frame",
    "free | fffffa8001234560 | 4,096 | fffffa8000c0ffe0 | 111",
    "!irp fffffa8009876540 of line 120: active, location 2 is current",
    "No. | Function | Driver | Device | Words | Line | Completion",
    ">2 | e, 0 | \\Driver\\myfault | fffffa8001111110 | pending | 122 | 00000000",
    "1 row of !irpfind",
    "Request | Thread | Function | Driver | Device | Line",
    "fffffa8009876540 | e, 0 | \\Driver\\myfault | 130",
    "1 named object",
    "Type | Address | Process | Handle | Line | Name",
    "Section | w3wp.exe (4120) | 0x1c4 | 90 | \\BaseNamedObjects\\MyAppCounters",
  ]);
});
