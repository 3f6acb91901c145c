import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { contosoScenario, contosoServer, contosoSites } from "./contosoMachine.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { BY_NONPAGED, BY_PAGED, VERBOSE } from "../../src/pool/simulator/debugger/poolUsedTable.ts";
import {
  findBlocks,
  showBlock,
  showMemory,
  showPoolUsed,
  showTarget,
} from "../../src/pool/simulator/debugger/memorySteps.ts";
import { searchSteps } from "../../src/pool/simulator/debugger/codeSteps.ts";
import { poolSummaryLog, poolTraceLog } from "../../src/pool/simulator/tools/poolTraceLog.ts";
import { sessionLog } from "../../src/pool/simulator/tools/sessionLog.ts";
import { tagCsvLog } from "../../src/pool/simulator/tools/tagCsvLog.ts";
import { contosoKernel, notMyFaultCaller } from "./contosoKernel.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { pacific } from "./zones.ts";

/** The window of the trace. */
const TRACED = { from: pacific("2012-08-14 10:40:03.217"), until: pacific("2012-08-14 10:44:02.900") };

const FROM = pacific("2012-08-14 09:30:00");

/** NotMyFault, told to lose 1,024 KB of nonpaged pool each second from half past nine on. */
const leak: AllocationSite = {
  tag: "Leak",
  pool: "nonpaged",
  driver: "myfault.sys",
  blockBytes: 1_048_576,
  heldBlocks: 0,
  churnPerSecond: 0,
  follows: {},
  fallSeconds: 0,
  leak: { everyMilliseconds: 1000, from: FROM },
  callers: [notMyFaultCaller],
};

const server = contosoServer(process("NotMyfault", 118, 9.2, 8944, {}), {
  ...process("mmc", 486, 31, 33_200, {}),
  endsAt: pacific("2012-08-14 10:12:21"),
});

/** Restarted that morning for its updates and taken out of the share's name space, so nobody but the copy job uses it. */
const scenario: Scenario = contosoScenario(server, {
  name: "contoso-fs1 story",
  seed: "contoso-fs1 2012-08-14 #10",
  period: {
    bootedAt: pacific("2012-08-14 07:21:38"),
    from: FROM,
    until: pacific("2012-08-14 11:05:00"),
    stepSeconds: 5,
    reboots: [],
  },
  schedules: [
    {
      activity: "job",
      schedule: {
        kind: "job",
        everyMinutes: 10,
        atMinute: 1,
        latenessSeconds: 20,
        minutes: [1.5, 2.7],
        heights: [0.7, 1.15],
      },
    },
    { activity: "background", schedule: { kind: "bursts", slotSeconds: 15, quietShare: 0.3 } },
  ],
  sites: [...contosoSites(), leak],
});

export const contosoStory: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter PoolLog -cf counters.txt -si 00:00:15 -f bin -o C:\\PerfLogs\\Pool && logman start PoolLog, then relog C:\\PerfLogs\\Pool.blg -f CSV -o perfmon.csv",
    shows:
      "Nonpaged pool climbs by 1 MiB per second from 09:30 to 11:05 under a copy job every ten minutes; paged pool rises and falls with the copies.",
    recording: {
      intervalSeconds: 15,
      from: FROM + 156,
      columns: serverColumns(server, "long", "Intel[R] 82574L Gigabit Network Connection"),
      stalls: [pacific("2012-08-14 10:37:30")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command:
      "echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -b -r -n poolmon.txt & ping -n 900 127.0.0.1 >NUL (in a loop)",
    shows:
      "The tag Leak appears after the first snapshot and grows by 900 blocks of 1 MiB per quarter of an hour with no frees; MmSt rises and falls.",
    recording: {
      times: Array.from({ length: 7 }, (_, number) => FROM + number * 900_000),
      sortBy: "bytes",
      stampStyle: "american",
    },
    layout: "narrow",
  },
  kernel: contosoKernel,
  tools: [
    tagCsvLog({
      file: "pool.csv",
      shows:
        "Every third of PoolMon's snapshots as a PowerShell collector writes them: both pools of a tag on one row.",
      loop: 2700,
    }),
    poolTraceLog({
      file: "trace.csv",
      shows:
        "Four minutes of three tags with stacks: Leak is never freed and nor is CtxL, both spread evenly; CtxM lives for moments.",
      recording: { ...TRACED, tags: ["Leak", "CtxL", "CtxM"] },
    }),
    poolTraceLog({
      file: "trace-lost.csv",
      shows:
        "The same four minutes recorded with too few buffers: some events were lost, so what looks unpaired need not be a leak.",
      recording: { ...TRACED, tags: ["Leak", "CtxL", "CtxM"], lostShare: 0.3 },
    }),
    poolSummaryLog({
      file: "trace-summary.csv",
      form: "WPA",
      shows: "The same four minutes of all tags: Leak is what was allocated and not freed, by far.",
      recording: TRACED,
    }),
    poolSummaryLog({
      file: "trace-report.txt",
      form: "xperf",
      shows: "The same four minutes as xperf reports them: allocations, and how many of them are outstanding.",
      recording: TRACED,
    }),
    sessionLog({
      file: "dump-earlier.txt",
      command:
        "livekd -o earlier.dmp while the server ran, windbg -z earlier.dmp, .logopen, then the commands in the log",
      shows:
        "The same boot an hour and a half before dump.txt: Leak holds a few hundred blocks of 1 MiB, the other tags about what they hold later.",
      time: pacific("2012-08-14 09:34:51.906"),
      logFile: "C:\\cases\\contoso-fs1\\dump-earlier.txt",
      steps: [showTarget, showMemory, showPoolUsed(BY_NONPAGED), showPoolUsed(BY_PAGED)],
    }),
    sessionLog({
      file: "dump.txt",
      command: "windbg -z MEMORY.DMP, .logopen, then the commands in the log",
      shows:
        "One moment without history: nonpaged pool is near its limit, most of it Leak in blocks of one size, and the tag stands in myfault's code.",
      time: pacific("2012-08-14 11:04:12.410"),
      logFile: "C:\\cases\\contoso-fs1\\dump.txt",
      steps: [
        showTarget,
        showMemory,
        showPoolUsed(BY_NONPAGED),
        showPoolUsed(BY_PAGED),
        showPoolUsed(BY_NONPAGED + VERBOSE, "Leak"),
        showPoolUsed(BY_NONPAGED + VERBOSE, "CtxL"),
        findBlocks("Leak", "nonpaged", 40),
        showBlock("Leak", "nonpaged", 3),
        showBlock("CtxL", "nonpaged", 20),
        ...searchSteps({ tag: "Leak", driver: "myfault", offsets: [0x13aa, 0x1621, 0x16c2] }),
      ],
    }),
  ],
  cannotTell: ["from the dump alone: whether Leak still grows, and since when"],
};
