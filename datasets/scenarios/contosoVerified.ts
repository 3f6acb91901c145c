import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { showTarget } from "../../src/pool/simulator/debugger/memorySteps.ts";
import { showRing, showVerified } from "../../src/pool/simulator/debugger/verifierSteps.ts";
import { sessionLog } from "../../src/pool/simulator/tools/sessionLog.ts";
import { verifierLog } from "../../src/pool/simulator/tools/verifierLog.ts";
import { contosoKernel, notMyFaultCaller, systemCall } from "./contosoKernel.ts";
import { contosoScenario, contosoServer, contosoSites } from "./contosoMachine.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { pacific } from "./zones.ts";

const STARTED = pacific("2012-08-15 08:20:00");
const ASKED = pacific("2012-08-15 08:28:20.400");
/** Five minutes before: one look shows what is held, two show what stays. */
const ASKED_BEFORE = pacific("2012-08-15 08:23:20.400");

const user = { process: "NotMyfault.exe", processId: 1912, threads: [1964] };
const idle = { driver: "myfault.sys", pool: "nonpaged", churnPerSecond: 0, follows: {}, fallSeconds: 0 } as const;

const leak: AllocationSite = {
  ...{ ...idle, tag: "Leak", blockBytes: 1_048_576, heldBlocks: 0 },
  callers: [{ ...notMyFaultCaller, ...user }],
  leak: { everyMilliseconds: 1000, from: STARTED },
};

/** What the driver describes its buffer with; while it is verified, Verifier makes it. */
const list: AllocationSite = {
  ...{ ...idle, tag: "VMdl", blockBytes: 48, heldBlocks: 1, runs: { from: STARTED - 30_000 } },
  callers: [{ frames: ["myfault+0x17f1", "myfault+0x1a06", ...systemCall], ...user }],
};

/** The morning after: restarted with pool tracking for myfault.sys, and NotMyFault leaks again. */
const scenario: Scenario = contosoScenario(contosoServer(process("NotMyfault", 118, 9.2, 8944, {})), {
  name: "contoso-fs1 verified",
  seed: "contoso-fs1 2012-08-15 verified #1",
  period: {
    bootedAt: pacific("2012-08-15 07:36:48"),
    from: pacific("2012-08-15 08:15:00"),
    until: pacific("2012-08-15 08:30:00"),
    stepSeconds: 5,
    reboots: [],
  },
  schedules: [{ activity: "background", schedule: { kind: "bursts", slotSeconds: 15, quietShare: 0.3 } }],
  sites: [...contosoSites(), leak, list],
});

export const contosoVerified: Recording = {
  scenario,
  kernel: contosoKernel,
  poolmon: {
    file: "poolmon-verified.txt",
    command: "echo %DATE% %TIME% >> poolmon-verified.txt & poolmon.exe -b -r -n poolmon-verified.txt",
    shows: "Leak at half past eight and ten minutes before: the same blocks as Driver Verifier counts.",
    recording: {
      times: [pacific("2012-08-15 08:18:20"), pacific("2012-08-15 08:28:20")],
      sortBy: "bytes",
      stampStyle: "american",
    },
    layout: "narrow",
  },
  tools: [
    verifierLog({
      file: "verifier.txt",
      shows:
        "Pool tracking is on for myfault.sys and for nothing else; later it holds five hundred blocks and more than it ever freed.",
      driver: "myfault.sys",
      time: ASKED,
      layout: "old",
    }),
    sessionLog({
      file: "verified-earlier.txt",
      command: "livekd -w, .logopen, !verifier 3 myfault.sys",
      shows: "The first look, five minutes before verified.txt: all its blocks are still outstanding in the second.",
      time: ASKED_BEFORE,
      logFile: "C:\\cases\\contoso-fs1\\verified-earlier.txt",
      verified: "myfault.sys",
      steps: [showTarget, showVerified],
    }),
    sessionLog({
      file: "verified.txt",
      command:
        "livekd -w, .logopen, !verifier 3 myfault.sys, !verifier 80 of the newest blocks, of an old one, and of the one that is no leak",
      shows:
        "Every outstanding block of Leak was asked for at the same place; the ring still has the stack of each of them.",
      time: ASKED,
      logFile: "C:\\cases\\contoso-fs1\\verified.txt",
      verified: "myfault.sys",
      steps: [
        showTarget,
        showVerified,
        showRing({ newest: 4 }),
        showRing({ outstanding: 0 }),
        showRing({ outstanding: -2 }),
        showRing({ outstanding: -1 }),
      ],
    }),
  ],
};
