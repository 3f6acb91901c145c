import type { DebuggerView } from "./DebuggerView.ts";

/** A command that somebody types into the debugger, and what it prints of the machine as it stands. */
export type DebuggerStep = (view: DebuggerView) => StepResult;

export interface StepResult {
  /** as typed */
  command: string;
  /** lines joined by line feeds, without one at the end */
  output: string;
  /** what it says, for the manifest */
  facts?: Readonly<Record<string, unknown>>;
}
