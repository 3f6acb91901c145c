import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
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
import { callRecorders, fabrikamKernel, fbmonTagOffsets } from "./fabrikamKernel.ts";
import { fabrikamScenario, fabrikamServer, fabrikamSites } from "./fabrikamMachine.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { westernEuropean } from "./zones.ts";

const THREE_SECONDS = {
  from: westernEuropean("2024-02-13 14:21:33.250"),
  until: westernEuropean("2024-02-13 14:21:36.800"),
};
const MINUTE_WINDOW = {
  from: westernEuropean("2024-02-13 14:21:33.250"),
  until: westernEuropean("2024-02-13 14:22:36.900"),
};
const DUMPED = westernEuropean("2024-02-13 15:12:40.600");

const FROM = westernEuropean("2024-02-13 13:15:00");

/** Fabrikam's own monitor queues a record for each call it watches and, since its last update, sends none of them off. */
const leak: AllocationSite = {
  tag: "FbMn",
  pool: "paged",
  driver: "fbmon.sys",
  blockBytes: 2208,
  heldBlocks: 0,
  churnPerSecond: 0,
  follows: {},
  fallSeconds: 0,
  callers: callRecorders,
  leak: { blocksPerSecond: 291, spread: 0.8, from: westernEuropean("2024-02-13 12:51:40") },
};

const server = fabrikamServer({
  ...process("TiWorker", 212, 64, 14_112, {}),
  endsAt: westernEuropean("2024-02-13 14:03:40"),
});

const scenario: Scenario = fabrikamScenario(server, {
  name: "fabrikam-app2 story",
  seed: "fabrikam-app2 2024-02-13 #1",
  period: {
    bootedAt: westernEuropean("2024-02-13 05:38:09"),
    from: FROM,
    until: westernEuropean("2024-02-13 15:15:01"),
    stepSeconds: 5,
    reboots: [],
  },
  sites: [...fabrikamSites({ tag: "SeOp", churnPerSecond: 28 }), leak],
});

export const fabrikamStory: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter AppPool -cf counters.txt -si 00:00:15 -f bin -o D:\\PerfLogs\\AppPool && logman start AppPool, then relog D:\\PerfLogs\\AppPool.blg -f CSV -o perfmon.csv",
    shows:
      "Paged pool climbs for two hours at the same pace whether people work or are at lunch; nonpaged pool follows them and the import every twenty minutes.",
    recording: {
      intervalSeconds: 15,
      from: FROM + 702,
      columns: serverColumns(server, "long", "vmxnet3 Ethernet Adapter"),
      stalls: [westernEuropean("2024-02-13 14:48:15")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command:
      "echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -r -n poolmon.txt & ping -n 900 127.0.0.1 >NUL (in a loop)",
    shows:
      "The tag FbMn grows in paged pool in every interval and is never freed; SeOp is the busiest and holds next to nothing.",
    recording: {
      times: Array.from({ length: 9 }, (_, number) => FROM + number * 900_000),
      sortBy: "tag",
      stampStyle: "german",
    },
    layout: "wide",
  },
  kernel: fabrikamKernel,
  tools: [
    tagCsvLog({
      file: "pool.csv",
      shows:
        "Every third of PoolMon's snapshots as a PowerShell collector writes them: both pools of a tag on one row.",
      loop: 2700,
    }),
    poolTraceLog({
      file: "trace.csv",
      shows: "Three seconds of the monitor's tag with stacks: no record is freed, whoever asks for it.",
      recording: { ...THREE_SECONDS, tags: ["FbMn", "AdFl"] },
    }),
    poolTraceLog({
      file: "trace-lost.csv",
      shows: "The same three seconds recorded with too few buffers: a fifth of the events never reached the file.",
      recording: { ...THREE_SECONDS, tags: ["FbMn", "AdFl"], lostShare: 0.2 },
    }),
    poolSummaryLog({
      file: "trace-summary.csv",
      form: "WPA",
      shows: "A minute of all tags: FbMn is what was allocated and not freed, by far.",
      recording: MINUTE_WINDOW,
    }),
    poolSummaryLog({
      file: "trace-report.txt",
      form: "xperf",
      shows: "The same minute as xperf reports it: allocations, and how many of them are outstanding.",
      recording: MINUTE_WINDOW,
    }),
    sessionLog({
      file: "dump-earlier.txt",
      command:
        "livekd -o earlier.dmp while the server ran, windbg -z earlier.dmp, .logopen, then the commands in the log",
      shows:
        "The same boot two hours before dump.txt, when most people were at lunch: FbMn holds a fifth of what it holds later, and tags that follow the users hold less too.",
      time: westernEuropean("2024-02-13 13:17:05.330"),
      logFile: "D:\\cases\\fabrikam-app2\\dump-earlier.txt",
      steps: [showTarget, showMemory, showPoolUsed(BY_PAGED), showPoolUsed(BY_NONPAGED)],
    }),
    sessionLog({
      file: "dump.txt",
      command: "windbg -z MEMORY.DMP, .logopen, then the commands in the log",
      shows:
        "One moment without history: paged pool is mostly FbMn, in blocks of one size, and the tag stands in fbmon's code.",
      time: DUMPED,
      logFile: "D:\\cases\\fabrikam-app2\\dump.txt",
      steps: [
        showTarget,
        showMemory,
        showPoolUsed(BY_PAGED),
        showPoolUsed(BY_NONPAGED),
        showPoolUsed(BY_PAGED + VERBOSE, "FbMn"),
        findBlocks("FbMn", "paged", 40),
        showBlock("FbMn", "paged", 11),
        ...searchSteps({ tag: "FbMn", driver: "fbmon", offsets: fbmonTagOffsets }),
      ],
    }),
  ],
  cannotTell: ["from the dump alone: whether FbMn still grows, and since when"],
};
