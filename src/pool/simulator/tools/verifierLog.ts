import { printVerifierQuery, printVerifierSettings } from "../../formats/windbg/verifier/printVerifierText.ts";
import type { VerifierReport } from "../../formats/windbg/verifier/VerifierReport.ts";
import type { Collector } from "../collect.ts";
import type { ToolRecording } from "./ToolRecording.ts";
import { VerifierWatch } from "./VerifierWatch.ts";

/** What a scenario says of a log of verifier.exe. */
export interface VerifierNote {
  file: string;
  shows: string;
  driver: string;
  /** when somebody asked (UTC) */
  time: number;
  /** `old` up to Windows 7 */
  layout: "old" | "new";
}

/** What verifier.exe answers when the driver is to be verified, before the restart, and what it counts after it. */
export function verifierLog({ file, shows, driver, time, layout }: VerifierNote): ToolRecording {
  return {
    ...{ file, shows },
    command: `verifier /flags 8 /driver ${driver} > ${file}, a restart, and later verifier /query >> ${file}`,
    start({ scenario, kernel, ledger }) {
      const watch = new VerifierWatch(scenario, kernel, driver);
      ledger.follow(watch);
      const reports: VerifierReport[] = [];
      const collector: Collector = {
        nextTime: () => (reports.length === 0 ? time : Infinity),
        observe: () => reports.push(watch.report("verifier /query")),
      };
      return {
        collector,
        text: () => {
          const settings = printVerifierSettings(watch.report("verifier settings"), { layout });
          return settings + reports.map((report) => printVerifierQuery(report, { layout })).join("");
        },
        truth: () => ({
          driver,
          current: reports[0]?.drivers[0]?.currentAllocations,
          bytes: reports[0]?.drivers[0]?.currentBytes,
        }),
      };
    },
  };
}
