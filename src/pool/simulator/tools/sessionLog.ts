import { printSession } from "../../formats/windbg/printSession.ts";
import type { Collector } from "../collect.ts";
import type { DebuggerStep, StepResult } from "../debugger/DebuggerStep.ts";
import { hashNames, noiseAt } from "../Random.ts";
import type { ToolRecording } from "./ToolRecording.ts";
import { VerifierWatch } from "./VerifierWatch.ts";

/** What a scenario says of a debugger's session over a machine that stands still: a dump, or a live one that was stopped. */
export interface SessionNote {
  file: string;
  shows: string;
  command: string;
  /** when it stood still (UTC) */
  time: number;
  /** where the debugger kept its log */
  logFile: string;
  /** the driver that Driver Verifier watches, for sessions that ask it */
  verified?: string;
  steps: readonly DebuggerStep[];
}

/** The log of a session: every command sees the same moment. */
export function sessionLog({ file, shows, command, time, logFile, verified, steps }: SessionNote): ToolRecording {
  return {
    ...{ file, shows, command },
    start({ scenario, kernel, ledger, pooltags }) {
      const results: StepResult[] = [];
      const watch = verified === undefined ? undefined : new VerifierWatch(scenario, kernel, verified);
      if (watch) ledger.follow(watch);
      const { processors } = scenario.machine;
      // A dump stays on the processor that made it, and a stopped machine on the one that stopped.
      const prompt = `${Math.floor(noiseAt(hashNames("prompt", scenario.seed), time) * processors)}: kd`;
      const collector: Collector = {
        nextTime: () => (results.length === 0 ? time : Infinity),
        observe(state) {
          const view = { scenario, kernel, state, ledger, time, pooltags, ...(watch && { verified: watch }) };
          for (const step of steps) results.push(step(view));
        },
      };
      return {
        collector,
        text: () =>
          printSession(
            results.map((result) => ({ prompt, ...result })),
            { logFile },
          ),
        truth: () => Object.assign({ at: new Date(time).toISOString() }, ...results.map(({ facts }) => facts)),
      };
    },
  };
}
