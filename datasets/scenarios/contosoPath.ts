import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { poolTraceLog } from "../../src/pool/simulator/tools/poolTraceLog.ts";
import { contosoKernel, nameReleasers, streamCallers } from "./contosoKernel.ts";
import { contosoScenario, contosoServer, contosoSites } from "./contosoMachine.ts";
import { ntfsRequests } from "./ntfsRequests.ts";
import { pacific } from "./zones.ts";

/** The name of a stream. It is given back when the last handle is closed, and forgotten where the file could not be opened. */
const names = {
  tag: "CtxM",
  pool: "paged",
  driver: "ctxflt.sys",
  blockBytes: 208,
  follows: {},
  fallSeconds: 0,
  // A client's requests, by the one way that leads there from the network.
  callers: streamCallers("ctxflt+0x3107", "ctxflt+0x31a0").slice(0, 1),
  releasers: nameReleasers,
} as const;
const opened: AllocationSite = { ...names, heldBlocks: 12, churnPerSecond: 1.75 };
const refused: AllocationSite = {
  ...{ ...names, heldBlocks: 0, churnPerSecond: 0 },
  leak: { blocksPerSecond: 0.25, spread: 0.3 },
};

/** Three weeks later: the filter driver's next version keeps no contexts, but one open in ten is refused, and its name stays. */
const scenario: Scenario = contosoScenario(contosoServer(), {
  name: "contoso-fs1 path",
  seed: "contoso-fs1 2012-09-04 path #1",
  period: {
    bootedAt: pacific("2012-09-03 22:11:05"),
    from: pacific("2012-09-04 10:00:00"),
    until: pacific("2012-09-04 10:10:00"),
    stepSeconds: 60,
    reboots: [],
  },
  schedules: [{ activity: "background", schedule: { kind: "bursts", slotSeconds: 15, quietShare: 0.3 } }],
  sites: [
    ...contosoSites().filter(({ tag }) => !["CtxL", "CtxM", "Ntf0"].includes(tag)),
    opened,
    refused,
    ntfsRequests({
      churnPerSecond: 2.2,
      process: { process: "System", processId: 4, threads: [2104, 2108, 2116, 2764] },
      opened: [
        "fltmgr!FltpLegacyProcessingAfterPreCallbacksCompleted+0x24f",
        "fltmgr!FltpCreate+0x2a9",
        "nt!IopParseDevice+0x5a7",
        "nt!ObpLookupObjectName+0x588",
        "nt!ObOpenObjectByName+0x306",
        "nt!IopCreateFile+0x2bc",
        "srv2!Smb2ExecuteCreateReal+0x4d4",
        "srv2!Smb2ExecuteCreate+0xca",
        "srv2!SrvProcWorkerThread+0x15e",
        "nt!PspSystemThreadStartup+0x5a",
        "nt!KiStartSystemThread+0x16",
      ],
    }),
  ],
});

export const contosoPath: Recording = {
  scenario,
  kernel: contosoKernel,
  // Too little for the pool to show, but what stays is spread over the whole window.
  verdict: "leak",
  tools: [
    poolTraceLog({
      file: "trace-path.csv",
      shows:
        "Two minutes of two tags: of CtxM one block in ten of the same stack is never freed; of Ntf0 more bytes are outstanding, all of them young.",
      recording: {
        from: pacific("2012-09-04 10:03:10.400"),
        until: pacific("2012-09-04 10:05:24.200"),
        tags: ["CtxM", "Ntf0"],
      },
    }),
  ],
};
