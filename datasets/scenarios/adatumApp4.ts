import { printSharedMemory } from "../../src/pool/formats/sharedMemory/printSharedMemory.ts";
import type { SharedMemoryCall } from "../../src/pool/formats/sharedMemory/SharedMemoryTrace.ts";
import { printHandles } from "../../src/pool/formats/windbg/objects/printObjects.ts";
import type { DatasetMachine, Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { CounterSource } from "../../src/pool/simulator/CounterSource.ts";
import type { CounterColumn } from "../../src/pool/simulator/PerfmonCollector.ts";
import type { Scenario } from "../../src/pool/simulator/Scenario.ts";
import { buildServer, officeDay, plainScenario, serverRoutine } from "../../src/pool/simulator/server/plainServer.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { sharedMemoryCall as call, section } from "./sharedSections.ts";
import { pacific, pacificTime } from "./zones.ts";

/**
 * ADATUM-APP4: no leak at all. Counters of an application's own are blank in the log, since their section lies in another session,
 * until its service makes the section for all sessions.
 */
const built = buildServer({
  name: "ADATUM-APP4",
  era: "old",
  gigabytes: 8,
  processors: 4,
  zone: pacificTime,
  restingBytes: { nonpaged: 88_000_000, paged: 139_000_000 },
  churn: 0.8,
  load: { nonpaged: 1.2, paged: 0.9 },
  processes: [process("AdOrders", 344, 61, 18_640, { users: 0.3 })],
  disks: ["0 C:"],
});

const FROM = pacific("2012-11-26 09:00:00");

const plain = plainScenario(built, {
  name: "adatum-app4 counters",
  seed: "adatum-app4 2012-11-26 #1",
  period: {
    bootedAt: pacific("2012-11-25 03:30:22"),
    from: FROM,
    until: pacific("2012-11-26 12:00:00"),
    stepSeconds: 15,
    reboots: [],
  },
  schedules: [officeDay(7.9, 0.9), ...serverRoutine(30, 5, 140)],
  own: [],
});

/** What the application does all the time, whether anybody reads it or not. */
const scenario: Scenario = {
  ...plain,
  meters: [
    ...plain.meters,
    { name: "orders", perSecond: 0.2, follows: { users: 14 }, spread: 0.3 },
    { name: "orders refused", perSecond: 0, follows: {}, spread: 0 },
  ],
  gauges: [
    ...plain.gauges,
    { name: "orders waiting", base: 1, follows: { users: 9 }, wander: 3, quantum: 1 },
    { name: "oldest order", base: 2, follows: { users: 6 }, wander: 2, quantum: 1 },
  ],
};

const MENDED = pacific("2012-11-26 11:42:31");
const ownSources: Readonly<Record<string, CounterSource>> = {
  "Orders/sec": { of: "rate", meters: ["orders"] },
  "Orders Refused/sec": { of: "rate", meters: ["orders refused"] },
  "Orders Waiting": { of: "gauge", name: "orders waiting" },
  "Oldest Order Seconds": { of: "gauge", name: "oldest order" },
};
const ownCounters = Object.entries(ownSources).map(([counter, source]): CounterColumn => ({
  ...{ object: "Adatum Orders", instance: "_Total", counter },
  source: { of: "since", from: MENDED, source },
}));

const counters: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter Orders -cf counters.txt -si 00:00:30 -f bin -o C:\\PerfLogs\\Orders && logman start Orders, then relog C:\\PerfLogs\\Orders.blg -f CSV -o perfmon.csv",
    shows:
      "Four counters of Adatum Orders are blank until 11:42, when the section is made for all sessions: not zero, and no sign of health. After that one of them is zero, which is a value.",
    recording: {
      intervalSeconds: 30,
      from: FROM + 1770,
      columns: [...serverColumns(built.server, "short", "Intel[R] 82574L Gigabit Network Connection"), ...ownCounters],
      stalls: [pacific("2012-11-26 11:07:00")],
      gaps: [],
    },
  },
  cannotTell: ["how many orders there were before 11:42: until then the counters were never read"],
};

const SYSTEM = "NT AUTHORITY\\SYSTEM";
const ANNA = "ADATUM\\anna";

const app = ["AdOrders.exe", 4316, 1, ANNA] as const;
const perfmon = ["mmc.exe", 5208, 1, ANNA] as const;
const collector = ["rundll32.exe", 6328, 0, SYSTEM] as const;
const service = ["AdOrdersSvc.exe", 1044, 0, SYSTEM] as const;

const calls: SharedMemoryCall[] = [
  call("08:41:12.306", app, "CreateFileMappingW", "AdatumOrderCounters", [0x1b8, 0]),
  call("08:52:40.117", perfmon, "OpenFileMappingW", "AdatumOrderCounters", [0x3d4, 0]),
  ...Array.from({ length: 12 }, (_, sample) =>
    call(
      `09:${String(Math.floor(sample / 2)).padStart(2, "0")}:${sample % 2 === 0 ? "01" : "31"}.${772 + sample}`,
      collector,
      "OpenFileMappingW",
      "AdatumOrderCounters",
      [0, 2],
    ),
  ),
  call("11:20:05.480", app, "CreateFileMappingW", "Global\\AdatumOrderCounters", [0, 5]),
  call("11:42:30.052", service, "CreateFileMappingW", "Global\\AdatumOrderCounters", [0xa4, 0]),
  call("11:42:31.806", collector, "OpenFileMappingW", "Global\\AdatumOrderCounters", [0x1f8, 0]),
  call("11:43:10.299", perfmon, "OpenFileMappingW", "Global\\AdatumOrderCounters", [0x41c, 0]),
];

const held = (processName: string, processId: number, handle: number, session: number) =>
  section("AdatumOrderCounters", [processName, processId], handle, session);

export const adatumApp4: DatasetMachine = {
  name: "adatum-app4",
  recordings: [counters],
  texts: [
    {
      file: "sharedmemory.csv",
      command:
        "a breakpoint at the return of CreateFileMappingW and OpenFileMappingW in each process, the results in a table",
      shows:
        "The application makes its section in session 1, where perfmon finds it; the collector looks in session 0 and is told that there is none. Global\\ needs a privilege that the application lacks, and works from the service.",
      text: printSharedMemory(calls),
    },
    {
      file: "handles.txt",
      command: "handle.exe -a AdatumOrderCounters, at nine o'clock and again at a quarter to twelve",
      shows: "The section lies in the directory of session 1 first, and in the global one once the service makes it.",
      text:
        printHandles([held("AdOrders.exe", 4316, 0x1b8, 1), held("mmc.exe", 5208, 0x3d4, 1)]) +
        printHandles([
          held("AdOrdersSvc.exe", 1044, 0xa4, 0),
          held("mmc.exe", 5208, 0x41c, 0),
          held("rundll32.exe", 6328, 0x1f8, 0),
        ]),
    },
  ],
  decoys: [],
};
