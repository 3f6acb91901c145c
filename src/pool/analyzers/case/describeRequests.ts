import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import { irpHolders } from "../irp/irpHolders.ts";
import { skippedRoutines } from "../irp/skippedRoutines.ts";
import { shareInWords } from "../verdict/words.ts";

/** Fewer requests than this are a machine at work. */
const LEAST_REQUESTS = 20;

/** What a session's requests say: where they pile up, and which routine an error passes by. */
export function describeRequests({ irpFinds, irps }: Pick<DebuggerSession, "irpFinds" | "irps">): string[] {
  const holders = irpHolders(irpFinds, irps);
  const total = holders.reduce((sum, { count }) => sum + count, 0);
  const top = holders[0];
  const piled =
    top !== undefined && total >= LEAST_REQUESTS && top.share >= 0.5
      ? [
          `${top.count} of ${total} requests, ${shareInWords(top.share)}, are held by ${top.driver ?? "a driver that is not named"} (line ${top.line}): it does not complete them, or somebody keeps them from being completed.`,
        ]
      : [];
  const skipped = irps
    .flatMap(skippedRoutines)
    .slice(0, 3)
    .map(
      ({ routine, setBy, skipped: outcomes, line }) =>
        `${routine}${setBy === undefined ? "" : `, set by ${setBy},`} is not called on ${outcomes.join(" or ")} (line ${line}): what only it frees is lost then.`,
    );
  return [...piled, ...skipped];
}
