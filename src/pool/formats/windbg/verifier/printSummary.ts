import { eightDigits } from "./digits.ts";
import type { VerifiedDriver } from "./VerifierReport.ts";

/** Between the parts of the summary stands an empty line: these names begin one. */
const BEGINS_PART = new Set(["Pool Allocations Attempted", "Current paged pool allocations"]);
/** The first lines of the summary, which the new layout sets narrower. */
const FIRST_PART = new Set(["RaiseIrqls", "AcquireSpinLocks", "Synch Executions", "Trims"]);

/** The lines of the summary, an empty line before each part; indented in the new layout. */
export function printSummary(summary: Record<string, number>, indent: string): string[] {
  const lines: string[] = [];
  for (const [name, count] of Object.entries(summary)) {
    // The bytes stand on the line of their allocations.
    if (name.endsWith(" pool bytes")) continue;
    if (lines.length === 0 || BEGINS_PART.has(name)) lines.push("");
    const bytes = summary[name.replace(/allocations$/, "bytes")];
    const width = indent !== "" && FIRST_PART.has(name) ? 20 : 38;
    const inBytes = name.endsWith(" pool allocations") && bytes !== undefined;
    lines.push(
      `${indent}${name.padEnd(width)}${name.length > width ? "   " : " "}0x${count.toString(16)}` +
        (inBytes ? ` for ${eightDigits(bytes).toUpperCase()} bytes` : ""),
    );
  }
  return lines;
}

/** `Loaded and Unloaded` */
export function formatState(state: VerifiedDriver["state"]): string {
  return state.replace(/loaded|unloaded/g, (word) => word[0]!.toUpperCase() + word.slice(1));
}
