import { callImport, movEcx, movEdxTag, movR8dTag, movStackTag, plain, xorEcx } from "./instructions.ts";
import type { InstructionPlan, ModuleImage } from "./ModuleImage.ts";

/** Slots of a driver's import table: the two pool routines. They are pointers, so each lies on a multiple of eight. */
export interface ImportSlots {
  allocate: number;
  free: number;
}

const testRax = plain([0x48, 0x85, 0xc0], "test", "rax,rax");
const movRbxRax = plain([0x48, 0x8b, 0xd8], "mov", "rbx,rax");
const pad = plain([0xcc], "int", "3");

/** `mov edx,SIZE` with the size in a register, or as a number. */
export function sizeArgument(size: "esi" | "edi" | number): InstructionPlan {
  if (size === "esi") return plain([0x8b, 0xd6], "mov", "edx,esi");
  if (size === "edi") return plain([0x8b, 0xd7], "mov", "edx,edi");
  const digits = `${size.toString(16).toUpperCase()}h`;
  const bytes = [0, 8, 16, 24].map((shift) => (size >> shift) & 0xff);
  return plain([0xba, ...bytes], "mov", `edx,${size < 10 ? size : /^[A-F]/.test(digits) ? `0${digits}` : digits}`);
}

/** ExAllocatePoolWithTag(type, size, tag), and what a compiler puts behind it. Pool types: 0 nonpaged, 1 paged, 0x200 nonpaged Nx. */
export function allocation(
  tag: string,
  poolType: number,
  size: "esi" | "edi" | number,
  slots: ImportSlots,
): InstructionPlan[] {
  const type = poolType === 0 ? xorEcx() : movEcx(poolType);
  return [movR8dTag(tag), sizeArgument(size), type, callImport(slots.allocate), testRax, movRbxRax];
}

/** ExFreePoolWithTag(block, tag) at the end of a function, with the filling up to the next one. */
export function release(tag: string, slots: ImportSlots): InstructionPlan[] {
  return [
    movEdxTag(tag),
    plain([0x48, 0x8b, 0xc8], "mov", "rcx,rax"),
    callImport(slots.free),
    plain([0x48, 0x83, 0xc4, 0x28], "add", "rsp,28h"),
    plain([0xc3], "ret", ""),
    ...Array.from({ length: 8 }, () => pad),
  ];
}

/** ExInitializeNPagedLookasideList(…, tag, …): the tag is the sixth argument, so it lies on the stack. */
export function lookasideList(tag: string, slot: number): InstructionPlan[] {
  return [
    movStackTag(tag),
    plain([0x45, 0x33, 0xc9], "xor", "r9d,r9d"),
    plain([0x45, 0x33, 0xc0], "xor", "r8d,r8d"),
    plain([0x33, 0xd2], "xor", "edx,edx"),
    callImport(slot),
  ];
}

/** How far behind the beginning of `allocation` its call returns. */
export function returnOf(offset: number, instructions: readonly InstructionPlan[]): number {
  return offset + instructions.slice(0, 4).reduce((total, { length }) => total + length, 0);
}

/** A driver of somebody else's, without symbols. */
export function driverImage(
  parts: Pick<ModuleImage, "name" | "base" | "sizeBytes" | "timestamp" | "fileVersion" | "company" | "description"> &
    Partial<Pick<ModuleImage, "code" | "texts" | "path">>,
): ModuleImage {
  return { path: `\\SystemRoot\\system32\\DRIVERS\\${parts.name}.sys`, code: [], texts: [], ...parts };
}
