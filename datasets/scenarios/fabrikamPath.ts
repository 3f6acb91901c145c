import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { poolTraceLog } from "../../src/pool/simulator/tools/poolTraceLog.ts";
import { fabrikamKernel, subscribers, unsubscribers } from "./fabrikamKernel.ts";
import { fabrikamScenario, fabrikamServer, fabrikamSites } from "./fabrikamMachine.ts";
import { ntfsRequests } from "./ntfsRequests.ts";
import { westernEuropean } from "./zones.ts";

/** A subscription to the monitor. It ends with the client that asked for it, and stays where the client was killed. */
const subscription = {
  tag: "FbMn",
  pool: "paged",
  driver: "fbmon.sys",
  blockBytes: 640,
  follows: {},
  fallSeconds: 0,
  callers: subscribers,
  releasers: unsubscribers,
} as const;
const ended: AllocationSite = { ...subscription, heldBlocks: 9, churnPerSecond: 0.8 };
const orphaned: AllocationSite = {
  ...{ ...subscription, heldBlocks: 0, churnPerSecond: 0 },
  leak: { blocksPerSecond: 0.2, spread: 0.3 },
};

/** Two weeks later, early in the morning: the monitor's next version sends its records off, but subscriptions of clients that died stay. */
const scenario: Scenario = fabrikamScenario(fabrikamServer(), {
  name: "fabrikam-app2 path",
  seed: "fabrikam-app2 2024-02-28 path #1",
  period: {
    bootedAt: westernEuropean("2024-02-27 23:02:51"),
    from: westernEuropean("2024-02-28 06:20:00"),
    until: westernEuropean("2024-02-28 06:30:00"),
    stepSeconds: 60,
    reboots: [],
  },
  schedules: [{ activity: "background", schedule: { kind: "bursts", slotSeconds: 20, quietShare: 0.35 } }],
  sites: [
    ...fabrikamSites({ tag: "SeOp", churnPerSecond: 12 }).filter(({ tag }) => !["AdQe", "Ntf0"].includes(tag)),
    ended,
    orphaned,
    ntfsRequests({
      churnPerSecond: 3.1,
      process: { process: "FbAppSvc.exe", processId: 3312, threads: [3880, 4012, 4096] },
      opened: [
        "FLTMGR!FltpLegacyProcessingAfterPreCallbacksCompleted+0x1cb",
        "FLTMGR!FltpCreate+0x2e5",
        "nt!IofCallDriver+0x59",
        "nt!IopParseDevice+0x7c4",
        "nt!ObpLookupObjectName+0x719",
        "nt!ObOpenObjectByNameEx+0x1df",
        "nt!IopCreateFile+0x404",
        "nt!NtCreateFile+0x79",
        "nt!KiSystemServiceCopyEnd+0x25",
        "00007ffe0b5ff6a4",
      ],
    }),
  ],
});

export const fabrikamPath: Recording = {
  scenario,
  kernel: fabrikamKernel,
  // Too little for the pool to show, but what stays is spread over the whole window.
  verdict: "leak",
  tools: [
    poolTraceLog({
      file: "trace-path.csv",
      shows:
        "Two minutes of two tags: of FbMn one block in seven of the same stack is never freed; of Ntf0 more bytes are outstanding, all of them young.",
      recording: {
        from: westernEuropean("2024-02-28 06:22:17.900"),
        until: westernEuropean("2024-02-28 06:24:24.300"),
        tags: ["FbMn", "Ntf0"],
      },
    }),
  ],
};
