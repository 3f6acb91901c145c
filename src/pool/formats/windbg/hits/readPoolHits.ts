import type { LogSource, ReadOptions, ReadResult } from "../../ReadResult.ts";
import { readDebuggerSession } from "../readDebuggerSession.ts";
import type { PoolHits } from "./PoolHits.ts";

/**
 * Reads the breaks of nt!PoolHitTag out of a debugger's log; undefined where it has none, and `problems` says so. Never throws for bad
 * input.
 */
export async function readPoolHits(
  source: LogSource,
  options: ReadOptions = {},
): Promise<ReadResult<PoolHits | undefined>> {
  const { records, problems } = await readDebuggerSession(source, options);
  const isSaid = problems.some(
    ({ line, effect, message }) => (line === 0 && effect === "lost") || message.includes("PoolHitTag"),
  );
  if (records.hits || isSaid) return { records: records.hits, problems };
  const message =
    "No break of nt!PoolHitTag was found here. Expected is the log of a session that sets it (ed nt!PoolHitTag 'kaeL') and prints a stack at each break (k; g).";
  return { records: undefined, problems: [{ line: 0, effect: "lost", message }, ...problems] };
}
