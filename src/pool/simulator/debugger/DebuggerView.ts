import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";
import type { BlockLedger } from "../blocks/BlockLedger.ts";
import type { KernelImage } from "../kernel/KernelImage.ts";
import type { MachineState } from "../MachineState.ts";
import type { VerifierWatch } from "../tools/VerifierWatch.ts";
import type { Scenario } from "../Scenario.ts";

/** What a debugger sees of a machine that stands still. */
export interface DebuggerView {
  scenario: Scenario;
  kernel: KernelImage;
  state: MachineState;
  ledger: BlockLedger;
  /** UTC */
  time: number;
  /** the debugger's own pooltag.txt */
  pooltags: readonly PooltagEntry[];
  /** Driver Verifier's records, where it watches a driver */
  verified?: VerifierWatch;
}
