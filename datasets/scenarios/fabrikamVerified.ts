import type { Recording } from "../../src/pool/simulator/DatasetMachine.ts";
import { showTarget } from "../../src/pool/simulator/debugger/memorySteps.ts";
import { showRing, showVerified } from "../../src/pool/simulator/debugger/verifierSteps.ts";
import type { AllocationSite, Scenario } from "../../src/pool/simulator/Scenario.ts";
import { sessionLog } from "../../src/pool/simulator/tools/sessionLog.ts";
import { verifierLog } from "../../src/pool/simulator/tools/verifierLog.ts";
import { callRecorders, fabrikamKernel, subscribers, unsubscribers } from "./fabrikamKernel.ts";
import { fabrikamScenario, fabrikamServer, fabrikamSites } from "./fabrikamMachine.ts";
import { westernEuropean } from "./zones.ts";

const STARTED = westernEuropean("2024-02-15 06:40:00");
const ASKED = westernEuropean("2024-02-15 06:45:30.700");
const ASKED_BEFORE = westernEuropean("2024-02-15 06:43:00.200");

const site = {
  pool: "paged",
  driver: "fbmon.sys",
  churnPerSecond: 0,
  follows: {},
  fallSeconds: 0,
  runs: { from: STARTED },
} as const;
const own: AllocationSite[] = [
  {
    ...{ ...site, tag: "FbMn", blockBytes: 2208, heldBlocks: 0, callers: callRecorders },
    leak: { blocksPerSecond: 1.7, spread: 0.8, from: STARTED },
  },
  // The service subscribes to every line when it starts and keeps most of them: more blocks than the leak has lost so far, and none too many.
  {
    ...{ ...site, tag: "FbMn", blockBytes: 640, heldBlocks: 760, churnPerSecond: 1.2 },
    ...{ callers: subscribers, releasers: unsubscribers },
  },
];

/** The next morning, before anybody works: restarted with pool tracking for fbmon.sys. */
const scenario: Scenario = fabrikamScenario(fabrikamServer(), {
  name: "fabrikam-app2 verified",
  seed: "fabrikam-app2 2024-02-15 verified #1",
  period: {
    bootedAt: westernEuropean("2024-02-15 06:02:19"),
    from: westernEuropean("2024-02-15 06:35:00"),
    until: westernEuropean("2024-02-15 06:47:00"),
    stepSeconds: 5,
    reboots: [],
  },
  schedules: [{ activity: "background", schedule: { kind: "bursts", slotSeconds: 20, quietShare: 0.35 } }],
  sites: [...fabrikamSites({ tag: "SeOp", churnPerSecond: 12 }), ...own],
});

export const fabrikamVerified: Recording = {
  scenario,
  kernel: fabrikamKernel,
  // Too little for the pool to show, but no block of it was given back.
  verdict: "leak",
  poolmon: {
    file: "poolmon-verified.txt",
    command: "echo %DATE% %TIME% >> poolmon-verified.txt & poolmon.exe -r -n poolmon-verified.txt",
    shows: "FbMn five minutes after the first test calls and before them: the same blocks as Driver Verifier counts.",
    recording: {
      times: [westernEuropean("2024-02-15 06:38:30"), westernEuropean("2024-02-15 06:45:30")],
      sortBy: "tag",
      stampStyle: "german",
    },
    layout: "wide",
  },
  tools: [
    verifierLog({
      file: "verifier.txt",
      shows:
        "Pool tracking is on for fbmon.sys and for nothing else; later it holds more than a thousand blocks of paged pool.",
      driver: "fbmon.sys",
      time: ASKED,
      layout: "new",
    }),
    sessionLog({
      file: "verified-earlier.txt",
      command: "livekd -w, .logopen, !verifier 3 fbmon.sys",
      shows:
        "The first look, two and a half minutes before verified.txt: the subscriptions are there, and fewer records.",
      time: ASKED_BEFORE,
      logFile: "D:\\cases\\fabrikam-app2\\verified-earlier.txt",
      verified: "fbmon.sys",
      steps: [showTarget, showVerified],
    }),
    sessionLog({
      file: "verified.txt",
      command: "livekd -w, .logopen, !verifier 3 fbmon.sys, !verifier 80 of the newest and of an old block",
      shows:
        "Two places in fbmon asked for what is outstanding: most blocks are subscriptions that stay, but only the records become more.",
      time: ASKED,
      logFile: "D:\\cases\\fabrikam-app2\\verified.txt",
      verified: "fbmon.sys",
      steps: [
        showTarget,
        showVerified,
        showRing({ newest: 6 }),
        showRing({ outstanding: 0 }),
        showRing({ outstanding: -1 }),
      ],
    }),
  ],
};
