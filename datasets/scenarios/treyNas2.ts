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
import { snapshotCallers, snapshotReleasers, snapshotRequests, treyKernel } from "./treyKernel.ts";
import { westernEuropean, westernEuropeanTime } from "./zones.ts";

/** TREY-NAS2 takes snapshots; its driver asks for its routine on success and on cancel, so a write that fails loses its context. */
const built = buildServer({
  name: "TREY-NAS2",
  era: "new",
  gigabytes: 16,
  processors: 4,
  zone: westernEuropeanTime,
  restingBytes: { nonpaged: 194_000_000, paged: 287_000_000 },
  churn: 0.5,
  load: { nonpaged: 0.4, paged: 1.2 },
  processes: [process("trbackup", 517, 44, 28_112, { users: 0.2, job: 0.3 })],
  disks: ["0 C:", "1 S:"],
});

const FROM = westernEuropean("2024-09-17 07:00:00");

const context = { tag: "TrSn", pool: "nonpaged", driver: "trsnap.sys", blockBytes: 1040 } as const;
const REQUESTS = built.sites.length + 2;

const scenario = plainScenario(built, {
  name: "trey-nas2 morning",
  seed: "trey-nas2 2024-09-17 #1",
  period: {
    bootedAt: westernEuropean("2024-09-13 21:04:09"),
    from: FROM,
    until: westernEuropean("2024-09-17 13:00:01"),
    stepSeconds: 60,
    reboots: [],
  },
  schedules: [
    officeDay(7.9, 1),
    ...serverRoutine(20, 6, 95),
    // Writes fail whenever the snapshot volume is full, until somebody makes room.
    { activity: "failures", schedule: { kind: "bursts", slotSeconds: 420, quietShare: 0.3 } },
  ],
  own: [
    driverSite({
      ...{ ...context, heldBlocks: 25, churnPerSecond: 12, follows: { users: 110, job: 45 }, fallSeconds: 0 },
      ...{ callers: snapshotCallers, releasers: snapshotReleasers },
    }),
    driverSite({
      ...context,
      callers: snapshotCallers,
      leak: { blocksPerSecond: 0.3, spread: 0.8, follows: { failures: 16 } },
    }),
    driverSite({
      ...{ tag: "Irp ", pool: "nonpaged", driver: "ntoskrnl.exe", blockBytes: 816, heldBlocks: 40 },
      ...{ churnPerSecond: 22, follows: { users: 40, job: 20 }, fallSeconds: 0 },
    }),
  ],
});

const morning: Recording = {
  scenario,
  kernel: treyKernel,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter NasMorning -cf counters.txt -si 00:05:00 -f bin -o S:\\PerfLogs\\NasMorning && logman start NasMorning, then relog S:\\PerfLogs\\NasMorning.blg -f CSV -o perfmon.csv",
    shows: "Nonpaged pool climbs all morning, sometimes faster, and not with the work.",
    recording: {
      intervalSeconds: 300,
      from: FROM + 1290,
      columns: serverColumns(built.server, "short", "Broadcom NetXtreme Gigabit Ethernet"),
      stalls: [],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command: "echo %DATE% %TIME% >> poolmon.txt & poolmon.exe -b -n poolmon.txt, every two hours",
    shows: "TrSn is freed nearly as often as it is allocated, and still holds more each time.",
    recording: {
      times: Array.from({ length: 4 }, (_, number) => FROM + number * 7_200_000 - (number === 3 ? 5000 : 0)),
      sortBy: "bytes",
      stampStyle: "german",
    },
    layout: "wide",
  },
  tools: [
    poolSummaryLog({
      file: "trace-summary.csv",
      form: "WPA",
      shows: "A minute and a half while writes fail: of TrSn most blocks are freed inside the window, some never.",
      recording: {
        from: westernEuropean("2024-09-17 10:20:11"),
        until: westernEuropean("2024-09-17 10:21:42"),
      },
    }),
    sessionLog({
      file: "irp.txt",
      command: "livekd, .logopen, !irpfind, then !irp of the requests that it lists",
      shows:
        "Most requests are at the disk, but the largest pile of one kind are writes that the snapshot driver keeps; its routine is asked for on success and on cancel, so a failure skips it.",
      time: westernEuropean("2024-09-17 10:21:03"),
      logFile: "S:\\cases\\trey-nas2\\irp.txt",
      steps: [
        showTarget,
        findRequests(snapshotRequests, REQUESTS, 60),
        ...showRequests(snapshotRequests, REQUESTS, [3, 0, 1, 20, 6, 4]),
      ],
    }),
  ],
  cannotTell: ["from the requests alone: how many failed before; the counters tell when it grew, not why"],
};

export const treyNas2: DatasetMachine = {
  name: "trey-nas2",
  recordings: [morning],
  texts: [],
  decoys: [
    { tag: "Irp ", why: "Requests pile up with the work and are completed; it is the contexts beside them that stay." },
  ],
};
