import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import { letRun, listModule, patchTag, searchTag, showPatched } from "../../src/pool/simulator/debugger/codeSteps.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { hitLog } from "../../src/pool/simulator/tools/hitLog.ts";
import { sessionLog } from "../../src/pool/simulator/tools/sessionLog.ts";
import { callRecorders, fabrikamKernel, fbmonTagOffsets, subscribers, unsubscribers } from "./fabrikamKernel.ts";
import { fabrikamScenario, fabrikamServer, fabrikamSites } from "./fabrikamMachine.ts";
import { westernEuropean } from "./zones.ts";

const PATCHED = westernEuropean("2024-02-14 19:21:00");

/** What the monitor does with each place that allocates, at the pace of an evening with a few test calls. */
function places(
  tags: { calls: string; watchers: string },
  runs: NonNullable<AllocationSite["runs"]>,
): AllocationSite[] {
  const site = {
    pool: "paged",
    driver: "fbmon.sys",
    heldBlocks: 0,
    churnPerSecond: 0,
    follows: {},
    fallSeconds: 0,
    runs,
  } as const;
  return [
    { ...site, tag: tags.calls, blockBytes: 2208, callers: callRecorders, leak: { blocksPerSecond: 1.9, spread: 0.8 } },
    {
      ...{ ...site, tag: tags.watchers, blockBytes: 640, churnPerSecond: 0.7 },
      ...{ callers: subscribers, releasers: unsubscribers },
    },
    // Notices to subscribers are made where the records are, and given back.
    {
      ...{ ...site, tag: tags.calls, blockBytes: 2208, churnPerSecond: 0.8 },
      ...{
        callers: subscribers.map((one) => ({
          ...one,
          frames: [callRecorders[0]!.frames[0]!, "fbmon+0x2c5e", ...one.frames.slice(2)],
        })),
      },
      releasers: unsubscribers,
    },
  ];
}

/** The evening after the story: started again without load, under a debugger. */
const scenario: Scenario = fabrikamScenario(fabrikamServer(), {
  name: "fabrikam-app2 lab",
  seed: "fabrikam-app2 2024-02-14 lab #1",
  period: {
    bootedAt: westernEuropean("2024-02-14 18:36:51"),
    from: westernEuropean("2024-02-14 19:05:00"),
    until: westernEuropean("2024-02-14 19:52:00"),
    stepSeconds: 5,
    reboots: [],
  },
  schedules: [{ activity: "background", schedule: { kind: "bursts", slotSeconds: 20, quietShare: 0.35 } }],
  sites: [
    ...fabrikamSites({ tag: "SeOp", churnPerSecond: 12 }),
    ...places({ calls: "FbMn", watchers: "FbMn" }, { from: westernEuropean("2024-02-14 19:02:00"), until: PATCHED }),
    ...places({ calls: "FbM1", watchers: "FbM2" }, { from: PATCHED }),
  ],
});

export const fabrikamLab: Recording = {
  scenario,
  kernel: fabrikamKernel,
  poolmon: {
    file: "poolmon-patched.txt",
    command: "echo %DATE% %TIME% >> poolmon-patched.txt & poolmon.exe -r -n poolmon-patched.txt",
    shows:
      "Before the change FbMn grows; after it FbMn keeps its blocks and stands still, FbM1 grows, FbM2 comes and goes.",
    recording: {
      times: ["19:12:00", "19:20:30", "19:30:00", "19:45:00"].map((time) => westernEuropean(`2024-02-14 ${time}`)),
      sortBy: "tag",
      stampStyle: "german",
    },
    layout: "wide",
  },
  tools: [
    sessionLog({
      file: "patch.txt",
      command: "a kernel debugger over the network, .logopen, then the commands in the log",
      shows:
        "FbMn stands at two places of fbmon's code that allocate and at one that frees; the first two get a last letter of their own.",
      time: PATCHED,
      logFile: "D:\\cases\\fabrikam-app2\\patch.txt",
      steps: [
        searchTag("FbMn"),
        listModule("fbmon", fbmonTagOffsets[0]),
        ...fbmonTagOffsets.map((offset, number) => patchTag("fbmon", offset, String(number + 1))),
        ...fbmonTagOffsets.map((offset, number) => showPatched("fbmon", offset, String(number + 1))),
        letRun,
      ],
    }),
    hitLog({
      file: "poolhittag.txt",
      shows: "Fifty breaks: the records of calls are never freed, the notices made at the same place are.",
      logFile: "D:\\cases\\fabrikam-app2\\poolhittag.txt",
      recording: {
        from: westernEuropean("2024-02-14 19:46:30"),
        until: westernEuropean("2024-02-14 19:48:00"),
        tag: "FbM1",
        manualBreaks: [westernEuropean("2024-02-14 19:46:38.120")],
        truncated: [23],
        most: 51,
      },
    }),
    hitLog({
      file: "poolhittag-healthy.txt",
      shows:
        "A healthy tag after the leaking one, to learn what normal is: what a worker allocates when a connection begins, a worker frees when it ends.",
      logFile: "D:\\cases\\fabrikam-app2\\poolhittag-healthy.txt",
      recording: {
        from: westernEuropean("2024-02-14 19:47:10"),
        until: westernEuropean("2024-02-14 19:48:30"),
        tag: "AdFl",
        manualBreaks: [],
        truncated: [],
        most: 60,
      },
    }),
  ],
  cannotTell: ["from the stopped machine: the true pace of anything, since every break holds it up"],
};
