import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { contosoKernel, notMyFaultCaller, systemCall } from "./contosoKernel.ts";
import { contosoScenario, contosoServer, contosoSites } from "./contosoMachine.ts";
import { hitLog } from "../../src/pool/simulator/tools/hitLog.ts";
import { sessionLog } from "../../src/pool/simulator/tools/sessionLog.ts";
import { letRun, listModule, patchTag, searchTag, showPatched } from "../../src/pool/simulator/debugger/codeSteps.ts";
import { process } from "../../src/pool/simulator/server/serverProcess.ts";
import { pacific } from "./zones.ts";

const STARTED = pacific("2012-08-14 19:41:00");
const PATCHED = pacific("2012-08-14 19:50:00");

const user = { process: "NotMyfault.exe", processId: 2276 };
const caller = (threads: number[], ...frames: string[]) => ({ frames: [...frames, ...systemCall], threads, ...user });

/** What NotMyFault's threads do with the code of one place: the tag is the one that stands there at the time. */
function places(
  tags: { paged: string; nonpaged: string },
  runs: NonNullable<AllocationSite["runs"]>,
): AllocationSite[] {
  const site = { driver: "myfault.sys", heldBlocks: 0, churnPerSecond: 0, follows: {}, fallSeconds: 0, runs };
  return [
    {
      ...{ ...site, tag: tags.paged, pool: "paged", blockBytes: 8192, churnPerSecond: 0.6 },
      callers: [caller([2344], "myfault+0x13bb", "myfault+0x1730")],
      releasers: [caller([2344], "myfault+0x16cf", "myfault+0x174a")],
    },
    {
      ...{ ...site, tag: tags.nonpaged, pool: "nonpaged", blockBytes: 65_536, churnPerSecond: 0.45 },
      callers: [caller([2348, 2352], "myfault+0x162f", "myfault+0x186e")],
      releasers: [caller([2348, 2352], "myfault+0x16cf", "myfault+0x18b1")],
    },
    {
      ...{ ...site, tag: tags.nonpaged, pool: "nonpaged", blockBytes: 1_048_576 },
      callers: [{ ...notMyFaultCaller, ...user, threads: [2340] }],
      leak: { everyMilliseconds: 1000, ...runs },
    },
  ];
}

/** The evening after the story, under a debugger: the tag's last letter is changed at each place that allocates. */
const scenario: Scenario = contosoScenario(contosoServer(process("NotMyfault", 118, 9.2, 8944, {})), {
  name: "contoso-fs1 lab",
  seed: "contoso-fs1 2012-08-14 lab #1",
  period: {
    bootedAt: pacific("2012-08-14 19:02:10"),
    from: pacific("2012-08-14 19:40:00"),
    until: pacific("2012-08-14 20:13:00"),
    stepSeconds: 5,
    reboots: [],
  },
  schedules: [{ activity: "background", schedule: { kind: "bursts", slotSeconds: 15, quietShare: 0.3 } }],
  sites: [
    ...contosoSites(),
    ...places({ paged: "Leak", nonpaged: "Leak" }, { from: STARTED, until: PATCHED }),
    ...places({ paged: "Lea1", nonpaged: "Lea2" }, { from: PATCHED }),
  ],
});

export const contosoLab: Recording = {
  scenario,
  kernel: contosoKernel,
  poolmon: {
    file: "poolmon-patched.txt",
    command: "echo %DATE% %TIME% >> poolmon-patched.txt & poolmon.exe -b -r -n poolmon-patched.txt",
    shows:
      "Before the change Leak grows; after it Leak keeps its blocks and stands still, Lea1 comes and goes in paged pool, Lea2 grows in nonpaged pool.",
    recording: {
      times: ["19:45:00", "19:49:40", "20:00:00", "20:10:00"].map((time) => pacific(`2012-08-14 ${time}`)),
      sortBy: "bytes",
      stampStyle: "american",
    },
    layout: "narrow",
  },
  tools: [
    sessionLog({
      file: "patch.txt",
      command: "a kernel debugger over a serial cable, .logopen, then the commands in the log",
      shows:
        "Leak stands at three places of myfault's code: two that allocate get a last letter of their own, the one that frees is left alone.",
      time: PATCHED,
      logFile: "C:\\cases\\contoso-fs1\\patch.txt",
      steps: [
        searchTag("Leak"),
        listModule("myfault", 0x1621),
        ...[0x13aa, 0x1621].map((offset, number) => patchTag("myfault", offset, String(number + 1))),
        ...[0x13aa, 0x1621].map((offset, number) => showPatched("myfault", offset, String(number + 1))),
        letRun,
      ],
    }),
    hitLog({
      file: "poolhittag.txt",
      shows:
        "Forty breaks: what one stack allocates another frees, what the stack with myfault+0x17c4 allocates nobody does.",
      logFile: "C:\\cases\\contoso-fs1\\poolhittag.txt",
      recording: {
        from: pacific("2012-08-14 20:11:02"),
        until: pacific("2012-08-14 20:12:40"),
        tag: "Lea2",
        manualBreaks: [pacific("2012-08-14 20:11:09.337")],
        truncated: [17],
        most: 41,
      },
    }),
    hitLog({
      file: "poolhittag-healthy.txt",
      shows:
        "A healthy tag after the leaking one, to learn what normal is: streams are opened by the network server's workers and by a process, and their names are freed where a file is closed.",
      logFile: "C:\\cases\\contoso-fs1\\poolhittag-healthy.txt",
      recording: {
        from: pacific("2012-08-14 20:11:50"),
        until: pacific("2012-08-14 20:12:58"),
        tag: "CtxM",
        manualBreaks: [],
        truncated: [],
        most: 40,
      },
    }),
  ],
  cannotTell: ["from the stopped machine: the true pace of anything, since every break holds it up"],
};
