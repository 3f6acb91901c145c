import { formatAddress, type Address } from "../Address.ts";
import type { StackFrame } from "./StackFrame.ts";

/** How `printStack` writes. */
export interface StackLayout {
  /** `old` is `k` of Windows 7's debuggers, `new` that of Windows 10's, which numbers the frames */
  layout: "old" | "new";
  /** the stack pointer of each frame, which no record keeps */
  stackPointers: readonly Address[];
}

/** Prints a stack as `k` does, the innermost frame first. Lines are joined by line feeds. */
export function printStack(frames: readonly StackFrame[], { layout, stackPointers }: StackLayout): string {
  const isNew = layout === "new";
  const header = isNew
    ? " # Child-SP          RetAddr               Call Site"
    : "Child-SP          RetAddr           Call Site";
  const rows = frames.map(({ symbol, returnAddress }, at) => {
    const [pointer, back] = [stackPointers[at], returnAddress].map((one) => formatAddress(one ?? "0".repeat(16)));
    return isNew
      ? `${at.toString(16).padStart(2, "0")} ${pointer} ${back}     ${symbol}`
      : `${pointer} ${back} ${symbol}`;
  });
  return [header, ...rows].join("\n");
}
