import type { DatasetMachine, Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { CounterColumn } from "../../src/pool/simulator/PerfmonCollector.ts";
import {
  buildServer,
  driverSite,
  officeDay,
  plainScenario,
  serverRoutine,
} from "../../src/pool/simulator/server/plainServer.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { pacific, pacificTime } from "./zones.ts";

/** LITWARE-DC1, a domain controller whose inventory agent makes an event at each poll and closes none of its handles. */
const built = buildServer({
  name: "LITWARE-DC1",
  era: "old",
  gigabytes: 8,
  processors: 4,
  zone: pacificTime,
  restingBytes: { nonpaged: 92_000_000, paged: 148_000_000 },
  churn: 0.9,
  load: { nonpaged: 0.9, paged: 0.8 },
  processes: [
    process("litagent", 264, 18, 12_928, { users: 0.05 }),
    process("dns", 5180, 74, 131_040, { users: 0.05 }),
    process("dfsrs", 760, 29, 22_656, { users: 0.1 }),
  ],
  disks: ["0 C:"],
});

const FROM = pacific("2012-10-02 00:00:00");

const events = driverSite({
  ...{ tag: "Even", pool: "nonpaged", driver: "ntoskrnl.exe", blockBytes: 128 },
  leak: { blocksPerSecond: 3.1, spread: 0.5 },
});
const own = [events];
const eventSite = built.sites.length;

const scenario = plainScenario(built, {
  name: "litware-dc1 days",
  seed: "litware-dc1 2012-10-02 #1",
  period: {
    bootedAt: pacific("2012-09-30 01:40:30"),
    from: FROM,
    until: pacific("2012-10-04 06:00:00"),
    stepSeconds: 100,
    reboots: [],
  },
  schedules: [officeDay(8, 0.9), ...serverRoutine(60, 12, 130)],
  own,
});

/** The agent's handles are its own few, and one for each event that it never closed. */
const countHandles = (column: CounterColumn): CounterColumn =>
  column.instance === "litagent" && column.counter === "Handle Count"
    ? { ...column, source: { of: "gaugeAndBlocks", name: "litagent handles", site: eventSite, each: 1 } }
    : column;

const days: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter DcDays -cf counters.txt -si 00:10:00 -f bin -o C:\\PerfLogs\\DcDays && logman start DcDays, then relog C:\\PerfLogs\\DcDays.blg -f CSV -o perfmon.csv",
    shows: "Nonpaged pool's nightly minimum rises, and with it, step for step, the handles of litagent.",
    recording: {
      intervalSeconds: 600,
      from: FROM + 3391,
      columns: serverColumns(built.server, "short", "Intel[R] 82576 Gigabit Dual Port Network Connection").map(
        countHandles,
      ),
      stalls: [pacific("2012-10-03 09:45:00")],
      gaps: [],
    },
  },
  poolmon: {
    file: "poolmon.txt",
    command:
      "schtasks /create /tn PoolDc /tr C:\\tools\\pooldc.cmd /sc hourly /mo 12, where pooldc.cmd appends a stamp and poolmon.exe -b -r -n",
    shows: "Even, the kernel's tag for event objects, grows by the same number of blocks as litagent has more handles.",
    recording: {
      times: Array.from({ length: 5 }, (_, number) => pacific("2012-10-02 04:00:00") + number * 43_200_000),
      sortBy: "bytes",
      stampStyle: "american",
    },
    layout: "narrow",
  },
  cannotTell: [
    "by the tag alone: whose handles they are; the tag names the kernel, the handle count names the process",
  ],
};

export const litwareDc1: DatasetMachine = {
  name: "litware-dc1",
  recordings: [days],
  texts: [],
  decoys: [
    {
      tag: "Even",
      why: "Its owner in pooltag.txt is the kernel, which only allocates on behalf of who asks: the process litagent.",
    },
    { tag: "dns", why: "The process with the most handles from the first sample on, but their number stays." },
  ],
};
