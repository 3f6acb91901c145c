import type { OutputLine } from "../DebuggerCommand.ts";
import { StackCollector, type StackReading } from "./StackCollector.ts";

/**
 * The first stack in what a command printed, of `k`, `kn`, `kb`, `kv`, `kp`, `kf` or `kc`, x86 and x64, older and newer debuggers. It
 * begins with its header: without one nobody knows which number is which. Undefined where there is none.
 */
export function readStack(lines: readonly OutputLine[]): StackReading | undefined {
  const collector = new StackCollector();
  let hasBegun = false;
  for (const { text, line } of lines) {
    if (!hasBegun) hasBegun = collector.begin(text, line);
    else if (!collector.take(text, line)) break;
  }
  return collector.end();
}
