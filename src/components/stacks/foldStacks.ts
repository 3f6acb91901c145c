import type { MeasuredStack } from "../../pool/analyzers/stacks/StackSet.ts";

/** A frame that one or more stacks share, by all of their callers: one box of a flame graph. */
export interface FoldedFrame {
  frame: string;
  /** the sum of the stacks that go through it */
  value: number;
  /** whether it is the frame that owns the leak in one of them */
  isMarked: boolean;
  /** what it calls, the largest first */
  calls: FoldedFrame[];
}

/** Folds stacks by caller: what begins with the same outermost frames is one, until it parts. The largest come first. */
export function foldStacks(stacks: readonly MeasuredStack[]): FoldedFrame[] {
  const roots: FoldedFrame[] = [];
  for (const { frames, value, mark } of stacks) {
    // A routine that calls itself is marked where it is newest.
    const marked = mark === undefined ? -1 : frames.indexOf(mark);
    let level = roots;
    for (let at = frames.length - 1; at >= 0; at--) {
      const frame = frames[at]!;
      let folded = level.find((known) => known.frame === frame);
      if (!folded) level.push((folded = { frame, value: 0, isMarked: false, calls: [] }));
      folded.value += value;
      folded.isMarked ||= at === marked;
      level = folded.calls;
    }
  }
  return sorted(roots);
}

function sorted(frames: FoldedFrame[]): FoldedFrame[] {
  for (const frame of frames) frame.calls = sorted(frame.calls);
  return frames.toSorted((a, b) => b.value - a.value);
}
