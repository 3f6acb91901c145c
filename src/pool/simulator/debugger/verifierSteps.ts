import { printVerifierLog } from "../../formats/windbg/verifier/printVerifierLog.ts";
import { printVerifierReport } from "../../formats/windbg/verifier/printVerifierReport.ts";
import type { VerifierWatch } from "../tools/VerifierWatch.ts";
import type { DebuggerStep } from "./DebuggerStep.ts";
import { trimmed } from "./memorySteps.ts";

/** `!verifier 3 DRIVER` */
export const showVerified: DebuggerStep = ({ kernel, verified }) => {
  const report = watched(verified).report("!verifier");
  const [driver] = report.drivers;
  return {
    command: `!verifier 3 ${driver!.name}`,
    output: trimmed(printVerifierReport(report, kernel.hasNxPool ? {} : { target: "Windows 7" })),
    facts: { driver: driver!.name, outstanding: driver!.currentAllocations, outstandingBytes: driver!.currentBytes },
  };
};

/** `!verifier 80`: the newest entries, or those of one outstanding block (0 is the newest, -1 the oldest). */
export function showRing(asked: { newest: number } | { outstanding: number }): DebuggerStep {
  return ({ verified }) => {
    const watch = watched(verified);
    if ("newest" in asked)
      return {
        command: `!verifier 80 ${asked.newest.toString(16)}`,
        output: trimmed(printVerifierLog(watch.log({ newest: asked.newest }))),
      };
    const block = watch.report("!verifier").drivers[0]!.allocations.at(asked.outstanding)!.address;
    return { command: `!verifier 80 ${block}`, output: trimmed(printVerifierLog(watch.log({ block }))) };
  };
}

function watched(verified: VerifierWatch | undefined): VerifierWatch {
  if (!verified) throw new Error("Nobody verifies a driver in this session: name one in its note.");
  return verified;
}
