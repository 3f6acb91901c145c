import { isNullAddress, type Address } from "../Address.ts";
import type { StackFrame } from "./StackFrame.ts";

/** Where a thread begins, or where it came from user mode: nothing of interest to the kernel's pool lies beyond. */
const ROOTS =
  /^(?:KiSystemService\w*|KiSystemCall\w*|KiFastCallEntry\w*|KiServiceInternal|K[ix]StartSystemThread|PspSystemThreadStartup|KiStartUserThread\w*|KiThreadStartup|KiIdleLoop|KiRetireDpcList|_?RtlUserThreadStart)$/;

/**
 * Whether a stack reaches its root: its last frame returns to nothing or to user mode, or is a routine in which threads begin.
 * A debugger stops after 20 frames unless it is told otherwise (`.kframes`), and where it cannot read on.
 */
export function isWhole(frames: readonly StackFrame[]): boolean {
  const last = frames.at(-1);
  if (!last) return false;
  if (last.returnAddress !== undefined) {
    if (isNullAddress(last.returnAddress)) return true;
    return last.module === "nt" && isUserAddress(last.returnAddress);
  }
  return last.module === undefined || ROOTS.test(last.function ?? "");
}

/** Windows keeps the upper half of addresses for itself. */
function isUserAddress(address: Address): boolean {
  return address.charCodeAt(0) < "8".charCodeAt(0);
}
