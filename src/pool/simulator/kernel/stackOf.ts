import type { StackFrame } from "../../formats/windbg/hits/StackFrame.ts";
import { frameAddress, symbolAt, type KernelImage } from "./KernelImage.ts";

const RE_SYMBOL = /^(\w+)(?:!(\w+))?(?:\+0x([0-9a-f]+))?$/;

/**
 * A stack as the debugger shows it, the innermost frame first. What each frame returns to is the address in the next one;
 * `own` gives each frame its own address instead, as Verifier's ring prints it.
 */
export function stackOf(kernel: KernelImage, frames: readonly string[], own = false): StackFrame[] {
  const addresses = frames.map((frame) => frameAddress(kernel, frame));
  return addresses.map((address, at) => {
    const symbol = symbolAt(kernel, address);
    const match = RE_SYMBOL.exec(symbol);
    const isBare = symbol.startsWith("0x");
    return {
      symbol,
      module: isBare ? undefined : match?.[1],
      function: isBare ? undefined : match?.[2],
      offset: isBare ? undefined : parseInt(match?.[3] ?? "0", 16),
      returnAddress: own ? address : (addresses[at + 1] ?? "0".repeat(16)),
      isInline: false,
      line: 0,
    };
  });
}

/** A stack as a trace's viewer shows it: the outermost frame first, functions without offsets, `?` where there are no symbols. */
export function traceStackOf(kernel: KernelImage, frames: readonly string[]): string[] {
  const names = frames.map((frame) => {
    const symbol = symbolAt(kernel, frameAddress(kernel, frame));
    if (symbol.startsWith("0x")) return "?!?";
    const [, module, name] = RE_SYMBOL.exec(symbol)!;
    return name === undefined ? `${fileOf(kernel, module!)}!<PDB not found>` : `${module}!${name}`;
  });
  return ["[Root]", ...names.reverse()];
}

function fileOf(kernel: KernelImage, module: string): string {
  return kernel.modules
    .find(({ name }) => name === module)!
    .path.split("\\")
    .at(-1)!;
}
