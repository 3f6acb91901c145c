import { ownerOf } from "./ownerOf.ts";
import type { MeasuredStack, StackRole, StackSet } from "./StackSet.ts";

/** A stack as a cell has it at hand: frames as text or as a reader gives them, and what is not known left out. */
export interface GivenStack {
  /** the newest first, as `k` prints them; a trace has them the other way round */
  frames: readonly (string | { symbol: string })[];
  value: number;
  role?: StackRole | undefined;
  says?: string | undefined;
  mark?: string | undefined;
  line?: number | undefined;
}

/**
 * Stacks as a value that the page draws. What holds memory that nobody freed is marked at the frame that owns it, where no other mark is
 * given.
 *
 * @param layout "side by side" aligns them at their common callers; "flame" folds them by caller, as wide as their values
 */
export function showStacks(
  stacks: readonly GivenStack[],
  { layout, measure, log }: { layout: StackSet["layout"]; measure: StackSet["measure"]; log?: string | undefined },
): StackSet {
  return {
    kind: "stacks",
    layout,
    measure,
    ...(log === undefined ? {} : { log }),
    stacks: stacks.map(measuredStack),
  };
}

function measuredStack({ frames: given, value, role = "other", says, mark, line }: GivenStack): MeasuredStack {
  const frames = given.map((frame) => (typeof frame === "string" ? frame : frame.symbol));
  const marked = mark ?? (role === "outstanding" ? ownerOf(frames) : undefined);
  return {
    frames,
    value,
    role,
    ...(says === undefined ? {} : { says }),
    ...(marked === undefined ? {} : { mark: marked }),
    ...(line === undefined ? {} : { line }),
  };
}
