import type { TargetInfo } from "../../formats/windbg/memory/TargetInfo.ts";
import { biasAt, localFromUtc } from "../TimeZone.ts";
import type { DebuggerView } from "./DebuggerView.ts";

/** What `vertarget` says of a kernel dump that was made at the moment. */
export function targetInfo({ scenario, kernel, state, time }: DebuggerView): TargetInfo {
  const { zone } = scenario.machine;
  return {
    version: kernel.version,
    architecture: "x64",
    machineName: scenario.machine.name,
    source: "kernel dump",
    time: localFromUtc(zone, time),
    zoneMinutes: -biasAt(zone, time),
    uptimeSeconds: (time - state.bootedAt) / 1000,
    line: 0,
  };
}
