/** What a stack did to pool: it allocates, it frees, it holds what it did not free, or something else. */
export type StackRole = "alloc" | "free" | "outstanding" | "other";

/** What the numbers beside the stacks count. */
export type StackMeasure = "blocks" | "bytes" | "hits";

/** One call path with its number. */
export interface MeasuredStack {
  /** as `k` prints them: the newest first, the outermost caller last */
  frames: string[];
  /** in the set's measure */
  value: number;
  role: StackRole;
  /** a few words beside the number: "none was freed" */
  says?: string;
  /** the frame that owns the leak, as it stands in `frames`; absent where the path is healthy */
  mark?: string;
  /** where the log has it first */
  line?: number;
}

/** Stacks to look at: beside each other, or folded by caller into a flame graph. Data only, so that a cell can make one by hand. */
export interface StackSet {
  /** by which a view knows it */
  kind: "stacks";
  layout: "side by side" | "flame";
  measure: StackMeasure;
  /** the file's name, where lines are to be found in one */
  log?: string;
  stacks: MeasuredStack[];
}
