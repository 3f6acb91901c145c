import { addToAddress, bytesBetween, formatAddress, parseAddress, type Address } from "../../formats/windbg/Address.ts";
import { isInImage, type ModuleImage } from "./ModuleImage.ts";

/** The running kernel as a debugger finds it: where modules, pools and routines lie. */
export interface KernelImage {
  /** in the order in which they were loaded, the kernel first */
  modules: readonly ModuleImage[];
  /** `Windows 7 Kernel Version 7601 (Service Pack 1) MP (4 procs) Free x64` */
  version: string;
  /** `Built by: …` without the words */
  build: string;
  /** offset of the kernel's list of loaded modules */
  moduleListOffset: number;
  /** nonpaged memory is one pool up to Windows 7, and nearly all of it the non-executable one since Windows 8 */
  hasNxPool: boolean;
  /** frames of the pool routines, as a stack shows them: at the call, and at the break of PoolHitTag */
  routines: Record<"allocate" | "free", PoolRoutine>;
  /** the offset of nt!PoolHitTag */
  poolHitTagOffset: number;
  /** where the pools' small and big blocks lie */
  pools: Record<"nonpaged" | "paged", { small: Address; big: Address }>;
  /** where the kernel's threads, processes and driver objects lie: they are nonpaged pool too */
  objects: Address;
}

/** A pool routine's frames at the top of a stack. */
export interface PoolRoutine {
  frame: string;
  hitFrame: string;
  verifierFrames: readonly string[];
  /** Verifier's own, where it makes a memory descriptor list for a verified driver */
  verifierMdlFrames?: readonly string[];
}

const RE_FRAME = /^(\w+)(?:!(\w+))?(?:\+0x([0-9a-f]+))?$/;

/** The address that a frame stands for. Throws for a module or function that the kernel does not have: a scenario with a typing mistake. */
export function frameAddress(kernel: KernelImage, frame: string): Address {
  const bare = parseAddress(frame);
  if (bare) return bare;
  const match = RE_FRAME.exec(frame);
  const module = match && kernel.modules.find(({ name }) => name === match[1]);
  const start = match?.[2] === undefined ? 0 : module?.functions?.[match[2]];
  if (!module || start === undefined) throw new Error(`The frame "${frame}" names nothing that is loaded.`);
  return addToAddress(module.base, start + parseInt(match[3] ?? "0", 16));
}

/** The module that holds an address; undefined for none. */
export function moduleAt(kernel: KernelImage, address: Address): ModuleImage | undefined {
  return kernel.modules.find((image) => isInImage(image, address));
}

/** The module of that name. Throws where it is not loaded. */
export function moduleNamed(kernel: KernelImage, name: string): ModuleImage {
  const module = kernel.modules.find((image) => image.name === name);
  if (!module) throw new Error(`The module "${name}" is not loaded on this machine.`);
  return module;
}

/** An address as the debugger names it: `nt!IopXxxControlFile+0x607`, `myfault+0x162f`, or the bare address. */
export function symbolAt(kernel: KernelImage, address: Address): string {
  const module = moduleAt(kernel, address);
  if (!module) return `0x${formatAddress(address)}`;
  const offset = bytesBetween(module.base, address);
  let best: [name: string, start: number] | undefined;
  for (const [name, start] of Object.entries(module.functions ?? {}))
    if (start <= offset && (!best || start > best[1])) best = [name, start];
  const [label, from] = best ? [`${module.name}!${best[0]}`, best[1]] : [module.name, 0];
  return offset === from ? label : `${label}+0x${(offset - from).toString(16)}`;
}
