import type { PooltagEntry } from "../../formats/tags/readPooltag.ts";
import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import type { BlockLedger } from "../blocks/BlockLedger.ts";
import type { Collector } from "../collect.ts";
import type { LogNote } from "../DatasetMachine.ts";
import type { KernelImage } from "../kernel/KernelImage.ts";
import type { Scenario } from "../Scenario.ts";

/** What a tool has at hand while a period is played. */
export interface ToolContext {
  scenario: Scenario;
  kernel: KernelImage;
  ledger: BlockLedger;
  /** what PoolMon took in the same period: complete when it has been played */
  snapshots: readonly PoolSnapshot[];
  /** the debugger's own pooltag.txt */
  pooltags: readonly PooltagEntry[];
}

/** A tool at work: it prints its log when the period has been played, and says what stands in it. */
export interface RunningTool {
  /** for tools that look at moments; others watch blocks through the ledger */
  collector?: Collector;
  text(): string;
  /** facts about the log for the manifest, computed from its records */
  truth(): Readonly<Record<string, unknown>>;
}

/** A log beside the counters and PoolMon, from the same events. */
export interface ToolRecording extends LogNote {
  /** called before the machine is played */
  start(context: ToolContext): RunningTool;
}
