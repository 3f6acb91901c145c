import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import type { TargetInfo } from "../../formats/windbg/memory/TargetInfo.ts";
import type { VerifiedDriver } from "../../formats/windbg/verifier/VerifierReport.ts";
import type { FromFile } from "./gatherCase.ts";

/** One look at the outstanding allocations of a verified driver. */
export interface VerifierLook extends FromFile<DebuggerSession> {
  driver: VerifiedDriver;
  /** when it was, where the session says it */
  target: TargetInfo | undefined;
}

/** Every list of outstanding allocations in the sessions, the earliest first; of those without a time, in the order of the files. */
export function verifierLooks(sessions: readonly FromFile<DebuggerSession>[]): VerifierLook[] {
  return sessions
    .flatMap(({ file, records }) =>
      records.verifierReports.flatMap(({ drivers, line }) => {
        // A session may look more than once: what was said of the time last before the list holds for it.
        const target = records.targets.findLast((said) => said.line <= line) ?? records.targets[0];
        return drivers
          .filter(({ allocations }) => allocations.length > 0)
          .map((driver): VerifierLook => ({ file, records, driver, target }));
      }),
    )
    .sort(
      (a, b) =>
        (a.target?.time ?? 0) - (b.target?.time ?? 0) || a.driver.allocations.length - b.driver.allocations.length,
    );
}
