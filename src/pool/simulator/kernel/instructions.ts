import { addToAddress, bytesBetween, formatAddress, type Address } from "../../formats/windbg/Address.ts";
import type { EncodedInstruction, InstructionPlan, ModuleImage } from "./ModuleImage.ts";

/*
 * The few x64 instructions that stand around a call of the pool routines, with their bytes as the processor's manual gives them.
 * Arguments are passed in rcx, rdx, r8, r9: an allocation's tag is its third argument, a free's its second.
 */

/** `mov r8d,TAG`: the third argument, so this is an allocation. */
export const movR8dTag = (tag: string): InstructionPlan => constant([0x41, 0xb8], tag, "r8d");

/** `mov edx,TAG`: the second argument, so this is a free. */
export const movEdxTag = (tag: string): InstructionPlan => constant([0xba], tag, "edx");

/** `mov dword ptr [rsp+28h],TAG`: the sixth argument, as a lookaside list takes it. */
export const movStackTag = (tag: string): InstructionPlan =>
  constant([0xc7, 0x44, 0x24, 0x28], tag, "dword ptr [rsp+28h]");

/** `mov ecx,NUMBER`: the first argument of an allocation, its pool type. */
export function movEcx(number: number): InstructionPlan {
  return plain([0xb9, ...littleEndian(number)], "mov", `ecx,${number < 10 ? number : hexadecimal(number)}`);
}

/** `xor ecx,ecx`: pool type 0, nonpaged. */
export const xorEcx = (): InstructionPlan => plain([0x33, 0xc9], "xor", "ecx,ecx");

/** An instruction that does not depend on its place. */
export function plain(bytes: readonly number[], mnemonic: string, operands: string): InstructionPlan {
  return { length: bytes.length, encode: () => ({ bytes, mnemonic, operands }) };
}

/** `call qword ptr [slot]`: a call through the image's import table; the slot is given by its offset in the image. */
export function callImport(slot: number): InstructionPlan {
  return {
    length: 6,
    encode(at: Address, image: ModuleImage): EncodedInstruction {
      const target = addToAddress(image.base, slot);
      const distance = bytesBetween(addToAddress(at, 6), target);
      const operands = `qword ptr [${image.name}+0x${slot.toString(16)} (${formatAddress(target)})]`;
      return { bytes: [0xff, 0x15, ...littleEndian(distance)], mnemonic: "call", operands };
    },
  };
}

function constant(opcode: readonly number[], tag: string, register: string): InstructionPlan {
  const bytes = [...tag].map((letter) => letter.charCodeAt(0));
  const value = bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
  return plain([...opcode, ...bytes], "mov", `${register},${hexadecimal(value)}`);
}

/** As the debugger's assembler writes it: `6B61654Ch`, with a zero in front of a letter. */
function hexadecimal(value: number): string {
  const digits = value.toString(16).toUpperCase();
  return `${/^[A-F]/.test(digits) ? "0" : ""}${digits}h`;
}

function littleEndian(value: number): number[] {
  return [0, 8, 16, 24].map((shift) => (value >> shift) & 0xff);
}
