import type { TargetInfo } from "../../formats/windbg/memory/TargetInfo.ts";
import type { TargetDetails } from "../../formats/windbg/memory/printTarget.ts";
import { addToAddress } from "../../formats/windbg/Address.ts";
import { moduleNamed } from "../kernel/KernelImage.ts";
import { biasAt, localFromUtc } from "../TimeZone.ts";
import type { DebuggerView } from "./DebuggerView.ts";

/** What `vertarget` says of a kernel dump that was made at the moment. */
export function targetInfo({ scenario, kernel, state, time }: DebuggerView): TargetInfo {
  const { zone } = scenario.machine;
  return {
    version: kernel.version,
    architecture: "x64",
    machineName: scenario.machine.name,
    // `vertarget` says nothing of it; the banner of a dump does.
    source: undefined,
    time: localFromUtc(zone, time),
    zoneMinutes: -biasAt(zone, time),
    uptimeSeconds: (time - state.bootedAt) / 1000,
    line: 0,
  };
}

/** What it says beside that: the kernel's build, and where it lies. */
export function targetDetails({ kernel }: DebuggerView): TargetDetails {
  const { base } = moduleNamed(kernel, "nt");
  return { build: kernel.build, kernelBase: base, moduleList: addToAddress(base, kernel.moduleListOffset) };
}
