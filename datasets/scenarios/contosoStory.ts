import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { contosoScenario, contosoServer, contosoSites } from "./contosoMachine.ts";
import { serverColumns } from "./serverColumns.ts";
import { notMyFaultCaller } from "./contosoKernel.ts";
import { process } from "./serverProcess.ts";
import { pacific } from "./zones.ts";

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
};
