import { printVerifierLog } from "../../formats/windbg/verifier/printVerifierLog.ts";
import { printVerifierReport } from "../../formats/windbg/verifier/printVerifierReport.ts";
import type { VerifierWatch } from "../tools/VerifierWatch.ts";
import type { DebuggerStep } from "./DebuggerStep.ts";
import { trimmed } from "./memorySteps.ts";

/** `!verifier 3 DRIVER` */
export function showVerified(watch: () => VerifierWatch): DebuggerStep {
  return ({ kernel }) => {
    const report = watch().report("!verifier");
    const [driver] = report.drivers;
    return {
      command: `!verifier 3 ${watch().driver}`,
      output: trimmed(printVerifierReport(report, kernel.hasNxPool ? {} : { target: "Windows 7" })),
      facts: { driver: driver!.name, outstanding: driver!.currentAllocations, outstandingBytes: driver!.currentBytes },
    };
  };
}

/** `!verifier 80`: the newest entries, or those of one outstanding block (0 is the newest, -1 the oldest). */
export function showRing(watch: () => VerifierWatch, asked: { newest: number } | { outstanding: number }): DebuggerStep {
  return () => {
    if ("newest" in asked)
      return {
        command: `!verifier 80 ${asked.newest.toString(16)}`,
        output: trimmed(printVerifierLog(watch().log({ newest: asked.newest }))),
      };
    const block = watch().report("!verifier").drivers[0]!.allocations.at(asked.outstanding)!.address;
    return { command: `!verifier 80 ${block}`, output: trimmed(printVerifierLog(watch().log({ block }))) };
  };
}
