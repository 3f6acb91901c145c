/** What hands memory out or passes a request on, but asks for none by itself: the kernel, the HAL, frameworks, Verifier. */
const PASSES_ON = /^(?:nt|ntoskrnl|ntkrnlmp|ntkrnlpa|hal|wdf01000|verifierext|fltmgr|ndis|storport)$/i;

/** A frame by its module. */
export interface NamedFrame {
  /** as printed: `myfault+0x162f`, `srv!SrvAllocate+0x31` */
  symbol: string;
  /** `myfault`; undefined for a bare address */
  module: string | undefined;
}

/**
 * The frame whose code owns an allocation: the first above the pool routines that is neither the kernel nor a framework, else the first
 * that is no pool routine. Frames are given from the innermost outwards.
 */
export function ownerFrame(frames: readonly NamedFrame[]): NamedFrame | undefined {
  const named = frames.filter(({ module }) => module !== undefined);
  return (
    named.find(({ module, symbol }) => !PASSES_ON.test(module!) && !isUserMode(symbol)) ??
    named.find(({ symbol }) => !/!(?:Verifier)?(?:Ex|Rtlp?|Exp)\w*(?:Alloc|Free|Heap|Pool)\w*/i.test(symbol))
  );
}

/** The module of a frame as text: `myfault` of `myfault.sys!<PDB not found>`, `nt` of `nt!ExAllocatePoolWithTag`. */
export function moduleOfFrame(frame: string): string | undefined {
  const name = /^([A-Za-z][\w.-]{0,63})(?:!|\+0x)/.exec(frame)?.[1];
  return name?.replace(/\.(?:sys|exe|dll)$/i, "");
}

function isUserMode(symbol: string): boolean {
  return /^(?:ntdll|kernel32|kernelbase|user32|notmyfault\w*)(?:!|\+)/i.test(symbol) || /^0x0000/.test(symbol);
}
