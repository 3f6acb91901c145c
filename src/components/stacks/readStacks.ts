import type { StackSet } from "../../pool/analyzers/stacks/StackSet.ts";

const layouts: readonly unknown[] = ["side by side", "flame"];
const measures: readonly unknown[] = ["blocks", "bytes", "hits"];
const roles: readonly unknown[] = ["alloc", "free", "outstanding", "other"];

/**
 * Stacks from the data of a value. It came in a message from a worker in which a reader's code ran, so its shape is checked; undefined
 * when it is no set of stacks.
 */
export function readStacks(data: unknown): StackSet | undefined {
  if (!isRecord(data)) return undefined;
  const { kind, layout, measure, log, stacks } = data;
  const isSet =
    kind === "stacks" &&
    layouts.includes(layout) &&
    measures.includes(measure) &&
    (isMissing(log) || isText(log)) &&
    Array.isArray(stacks) &&
    stacks.length > 0 &&
    stacks.every(isStack);
  if (!isSet) return undefined;
  // JSON has no `undefined`: what is not known may arrive as null.
  return { ...withoutNull(data), stacks: stacks.map(withoutNull) } as unknown as StackSet;
}

function isStack(stack: unknown): stack is Record<string, unknown> {
  if (!isRecord(stack)) return false;
  const { frames, value, role, says, mark, line } = stack;
  return (
    Array.isArray(frames) &&
    frames.length > 0 &&
    frames.every((frame) => isText(frame) && frame !== "") &&
    typeof value === "number" &&
    value >= 0 &&
    roles.includes(role) &&
    [says, mark].every((words) => isMissing(words) || isText(words)) &&
    (isMissing(line) || (Number.isSafeInteger(line) && (line as number) > 0))
  );
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === "object" && data !== null && !Array.isArray(data);
const isMissing = (part: unknown): boolean => part === undefined || part === null;
const isText = (part: unknown): boolean => typeof part === "string";
const withoutNull = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, part]) => part !== null));
