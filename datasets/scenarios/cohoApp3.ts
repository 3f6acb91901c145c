import { printSharedMemory } from "../../src/pool/formats/sharedMemory/printSharedMemory.ts";
import { printHandles } from "../../src/pool/formats/windbg/objects/printObjects.ts";
import type { CounterSource } from "../../src/pool/simulator/CounterSource.ts";
import type { DatasetMachine, Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { CounterColumn } from "../../src/pool/simulator/PerfmonCollector.ts";
import type { Scenario } from "../../src/pool/simulator/Scenario.ts";
import { buildServer, officeDay, plainScenario, serverRoutine } from "../../src/pool/simulator/server/plainServer.ts";
import { serverColumns } from "../../src/pool/simulator/server/serverColumns.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { sharedMemoryCall as call, section, type CallingProcess } from "./sharedSections.ts";
import { westernEuropean, westernEuropeanTime } from "./zones.ts";

/**
 * COHO-APP3: no leak. Counters of the stock program are blank: first their section lies in another session, then it is for all, but
 * the collector's account may not read it; and a new descriptor has no effect while somebody holds the old section.
 */
const built = buildServer({
  name: "COHO-APP3",
  era: "new",
  gigabytes: 12,
  processors: 4,
  zone: westernEuropeanTime,
  restingBytes: { nonpaged: 143_000_000, paged: 226_000_000 },
  churn: 0.6,
  load: { nonpaged: 0.9, paged: 1 },
  processes: [process("CohoStock", 411, 72, 20_448, { users: 0.3 })],
  disks: ["0 C:"],
});

const DAY = "2024-05-22";
const plain = plainScenario(built, {
  name: "coho-app3 counters",
  seed: "coho-app3 2024-05-22 #1",
  period: {
    bootedAt: westernEuropean("2024-05-19 02:11:36"),
    from: westernEuropean(`${DAY} 13:00:00`),
    until: westernEuropean(`${DAY} 16:00:00`),
    stepSeconds: 30,
    reboots: [],
  },
  schedules: [officeDay(8.1, 0.9), ...serverRoutine(30, 17, 130)],
  own: [],
});

/** What the program does all the time, whether anybody reads it or not; returns come on other days. */
const scenario: Scenario = {
  ...plain,
  meters: [
    ...plain.meters,
    { name: "lookups", perSecond: 1.5, follows: { users: 52 }, spread: 0.25 },
    { name: "returns", perSecond: 0, follows: {}, spread: 0 },
  ],
  gauges: [...plain.gauges, { name: "items reserved", base: 12, follows: { users: 160 }, wander: 9, quantum: 1 }],
};

const MENDED = westernEuropean(`${DAY} 14:49:00`);
const since = (source: CounterSource): CounterSource => ({ of: "since", from: MENDED, source });
const ownSources: Readonly<Record<string, CounterSource>> = {
  "Lookups/sec": since({ of: "rate", meters: ["lookups"] }),
  "Returns/sec": since({ of: "rate", meters: ["returns"] }),
  "Items Reserved": since({ of: "gauge", name: "items reserved" }),
  "Cache Hits/sec": { of: "nothing" },
};
const ownCounters = Object.entries(ownSources).map(([counter, source]): CounterColumn => ({
  object: "Coho Stock",
  instance: "_Total",
  counter,
  source,
}));

const counters: Recording = {
  scenario,
  perfmon: {
    file: "perfmon.csv",
    command:
      "logman create counter Stock -cf counters.txt -si 00:01:00 -f bin -o D:\\PerfLogs\\Stock && logman start Stock, then relog D:\\PerfLogs\\Stock.blg -f CSV -o perfmon.csv",
    shows:
      "Four counters of Coho Stock are blank until 14:49, and one of them is afterwards too: nobody provides it. Of the others one is zero, which is a value.",
    recording: {
      intervalSeconds: 60,
      from: westernEuropean(`${DAY} 13:00:00`) + 910,
      columns: [...serverColumns(built.server, "short", "vmxnet3 Ethernet Adapter"), ...ownCounters],
      stalls: [],
      gaps: [],
    },
  },
  cannotTell: ["how many lookups there were before 14:49: until then the counters were never read"],
};

const SYSTEM = "NT AUTHORITY\\SYSTEM";
const NAME = "CohoStockCounters";
const GLOBAL = `Global\\${NAME}`;

const app: CallingProcess = ["CohoStock.exe", 5512, 2, "COHO\\piet"];
const perfmon: CallingProcess = ["mmc.exe", 6044, 2, "COHO\\piet"];
const collector: CallingProcess = ["rundll32.exe", 4180, 0, "COHO\\svc-monitor"];
const service = (processId: number): CallingProcess => ["CohoStockSvc.exe", processId, 0, SYSTEM];

/** The collector asks at each sample, a little before it is stamped. */
const asks = (from: string, count: number, name: string, lastError: number) => {
  const [hour = 0, minute = 0] = from.split(":").map(Number);
  return Array.from({ length: count }, (_, sample) =>
    call(
      `${hour}:${String(minute + sample).padStart(2, "0")}:00.${912 + sample}`,
      collector,
      "OpenFileMappingW",
      name,
      [0, lastError],
    ),
  );
};

const calls = [
  call("12:31:07.204", app, "CreateFileMappingW", NAME, [0x2d4, 0]),
  call("12:33:50.661", perfmon, "OpenFileMappingW", NAME, [0x418, 0]),
  ...asks("13:00", 8, NAME, 2),
  call("13:41:19.037", app, "CreateFileMappingW", GLOBAL, [0, 5]),
  call("14:05:00.118", service(2216), "CreateFileMappingW", GLOBAL, [0x1c8, 0]),
  ...asks("14:05", 6, GLOBAL, 5),
  call("14:11:34.590", perfmon, "OpenFileMappingW", GLOBAL, [0x45c, 0]),
  call("14:31:10.402", service(3044), "CreateFileMappingW", GLOBAL, [0x1c4, 183]),
  ...asks("14:32", 4, GLOBAL, 5),
  call("14:48:22.871", service(3388), "CreateFileMappingW", GLOBAL, [0x1c4, 0]),
  call("14:49:00.930", collector, "OpenFileMappingW", GLOBAL, [0x244, 0]),
];

const held = ([name, processId]: CallingProcess, handle: number, session: number) =>
  section(NAME, [name, processId], handle, session);

export const cohoApp3: DatasetMachine = {
  name: "coho-app3",
  recordings: [counters],
  texts: [
    {
      file: "sharedmemory.csv",
      command:
        "a breakpoint at the return of CreateFileMappingW and OpenFileMappingW in each process, the results in a table",
      shows:
        "The collector does not find the section of session 2; then it finds the global one and may not read it. The service that makes it anew gets the old one back while perfmon holds it, with its old descriptor.",
      text: printSharedMemory(calls),
    },
    {
      file: "handles.txt",
      command: `handle.exe -a ${NAME}, at a quarter to one, at half past two and at three`,
      shows:
        "The section lies in the directory of session 2 first, then in the global one, and at the end the collector holds it.",
      text:
        printHandles([held(app, 0x2d4, 2), held(perfmon, 0x418, 2)]) +
        printHandles([held(service(3044), 0x1c4, 0), held(perfmon, 0x45c, 0)]) +
        printHandles([held(service(3388), 0x1c4, 0), held(collector, 0x244, 0)]),
    },
  ],
  decoys: [],
};
