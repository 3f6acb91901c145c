import type { RunResult } from "../../notebook/run/Engine.ts";
import { describeValue } from "../../notebook/view/describeValue.ts";

/** One sentence about how a run ended, for who hears the page. */
export function outcomeText(title: string, result: RunResult | undefined): string {
  if (!result || wasStopped(result)) return `${title}: stopped before it was done.`;
  const last = result.values.at(-1);
  return `${title}: ${last ? describeValue(last) : "no value"}`;
}

/** Whether the reader ended the run; then what was shown before it still is. */
export function wasStopped({ ended }: RunResult): boolean {
  return ended === "reader";
}
