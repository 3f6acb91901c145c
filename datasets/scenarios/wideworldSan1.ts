import type { DatasetMachine, Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import { findRequests, showRequests } from "../../src/pool/simulator/debugger/irpSteps.ts";
import { showTarget } from "../../src/pool/simulator/debugger/memorySteps.ts";
import { poolSummaryLog } from "../../src/pool/simulator/tools/poolTraceLog.ts";
import { sessionLog } from "../../src/pool/simulator/tools/sessionLog.ts";
import {
  buildServer,
  driverSite,
  officeDay,
  plainScenario,
  serverRoutine,
} from "../../src/pool/simulator/server/plainServer.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { mirrorCallers, mirrorReleasers, mirrorRequest, wideworldKernel } from "./wideworldKernel.ts";
import { pacificTime } from "./zones.ts";

/** WIDEWORLD-SAN1 mirrors its writes; when one fails the mirror's completion routine is not called, and its context is lost. */
const built = buildServer({
  name: "WIDEWORLD-SAN1",
  era: "new",
  gigabytes: 32,
  processors: 8,
  zone: { ...pacificTime, daylight: [{ from: Date.UTC(2024, 2, 10, 10), until: Date.UTC(2024, 10, 3, 9) }] },
  restingBytes: { nonpaged: 271_000_000, paged: 366_000_000 },
  churn: 0.7,
  load: { nonpaged: 1, paged: 1.1 },
  processes: [process("wwmirsvc", 402, 31, 24_176, { users: 0.2, job: 0.2 })],
  disks: ["0 C:", "1 M:"],
});

const FROM = Date.parse("2024-07-16T06:00:00-07:00");
const at = (time: string) => Date.parse(`2024-07-16T${time}-07:00`);

const context = { tag: "WwMx", pool: "nonpaged", driver: "wwmirror.sys", blockBytes: 352 } as const;
const CONTEXTS = built.sites.length;

const scenario = plainScenario(built, {
  name: "wideworld-san1 day",
  seed: "wideworld-san1 2024-07-16 #1",
  period: {
    bootedAt: Date.parse("2024-07-11T22:18:40-07:00"),
    from: FROM,
    until: at("18:00:01"),
    stepSeconds: 60,
    reboots: [],
  },
  schedules: [
    officeDay(7.6, 1),
    ...serverRoutine(30, 9, 80),
    // The second site's link drops writes in spells.
    { activity: "failures", schedule: { kind: "bursts", slotSeconds: 600, quietShare: 0.45 } },
  ],
  own: [
    driverSite({
      ...{ ...context, heldBlocks: 40, churnPerSecond: 34, follows: { users: 190, job: 80 }, fallSeconds: 0 },
      ...{ callers: mirrorCallers, releasers: mirrorReleasers },
    }),
    driverSite({
      ...context,
      callers: mirrorCallers,
      leak: { blocksPerSecond: 0.05, spread: 0.8, follows: { failures: 21 } },
    }),
    driverSite({
      ...{ tag: "Irp ", pool: "nonpaged", driver: "ntoskrnl.exe", blockBytes: 880, heldBlocks: 12 },
      ...{ churnPerSecond: 30, follows: { users: 60, job: 30 }, fallSeconds: 0 },
    }),
  ],
});

const day: Recording = {
  scenario,
  kernel: wideworldKernel,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter SanDay -cf counters.txt -si 00:02:00 -f bin -o M:\\PerfLogs\\SanDay && logman start SanDay, then relog M:\\PerfLogs\\SanDay.blg -f CSV -o perfmon.csv",
    shows:
      "Nonpaged pool climbs in spells that do not follow the work: each spell of failed writes leaves something behind.",
    recording: {
      intervalSeconds: 120,
      from: FROM + 733,
      columns: serverColumns(built.server, "short", "Mellanox ConnectX-4 Lx Ethernet Adapter"),
      stalls: [at("15:04:00")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command: "echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -b -r -n poolmon.txt, every 144 minutes",
    shows: "WwMx is freed nearly as often as it is allocated, and still holds more each time.",
    recording: {
      times: Array.from({ length: 6 }, (_, number) => FROM + number * 8_640_000 - (number === 5 ? 4000 : 0)),
      sortBy: "bytes",
      stampStyle: "american",
    },
    layout: "wide",
  },
  tools: [
    poolSummaryLog({
      file: "trace-summary.csv",
      form: "WPA",
      shows: "Two minutes within a spell of failures: of WwMx most blocks are freed inside the window, some never.",
      recording: { from: at("11:12:05.300"), until: at("11:14:08.900") },
    }),
    sessionLog({
      file: "irp.txt",
      command: "livekd, .logopen, !irpfind, then !irp of the requests that it lists",
      shows:
        "Writes wait at the disk; the routine that the mirror set is asked for on success only, so a failure skips it.",
      time: at("11:13:20.750"),
      logFile: "M:\\cases\\wideworld-san1\\irp.txt",
      steps: [
        showTarget,
        findRequests([mirrorRequest], CONTEXTS + 2, 50),
        ...showRequests([mirrorRequest], CONTEXTS + 2, [0, 1, 2, 3, 4, 5]),
      ],
    }),
  ],
  cannotTell: ["from the requests alone: how many failed before; the counters tell when it grew, not why"],
};

export const wideworldSan1: DatasetMachine = {
  name: "wideworld-san1",
  recordings: [day],
  texts: [],
  decoys: [
    { tag: "Irp ", why: "Requests pile up with the work and are completed; it is the contexts beside them that stay." },
  ],
};
