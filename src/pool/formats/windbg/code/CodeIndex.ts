import { addToAddress, type Address } from "../Address.ts";
import { decodeInstruction } from "./decodeInstruction.ts";
import { writtenToEcx } from "./findPoolArgument.ts";
import type { Instruction } from "./Instruction.ts";

const MOST_INSTRUCTIONS = 24;
/** The longest instruction that ends in a constant of four bytes has so many before it. */
const LONGEST_OPCODE = 11;
const LONGEST_INSTRUCTION = 15;

/** Finds instructions by their address in the disassembly that a session shows. */
export class CodeIndex {
  private readonly code: Map<Address, Instruction>;

  constructor(instructions: readonly Instruction[]) {
    this.code = new Map(instructions.map((instruction) => [instruction.address, instruction]));
  }

  /** The instruction whose constant of four bytes, at its end, stands at an address. */
  withConstantAt(address: Address): Instruction | undefined {
    for (let back = 1; back <= LONGEST_OPCODE; back++) {
      const instruction = this.code.get(addToAddress(address, -back));
      if (instruction?.bytes.length === back + 4) return instruction;
    }
    return undefined;
  }

  /** The instructions from an address on, up to a call or the end of the listing. */
  upToCall(address: Address): Instruction[] {
    const found: Instruction[] = [];
    for (let at = address; found.length < MOST_INSTRUCTIONS;) {
      const instruction = this.code.get(at);
      if (!instruction) break;
      found.push(instruction);
      if (instruction.mnemonic === "call") break;
      at = addToAddress(at, instruction.bytes.length);
    }
    return found;
  }

  /** x64: what is put into ecx before an address, since the last call or jump; undefined where the listing does not show it. */
  ecxBefore(address: Address): number | "computed" | undefined {
    let at = address;
    for (let count = 0; count < MOST_INSTRUCTIONS; count++) {
      const before = this.endingAt(at);
      if (!before || /^(?:call|j\w+|ret)$/.test(before.mnemonic)) return undefined;
      const decoded = decodeInstruction(before.bytes, 0, 64);
      if (!decoded) return undefined;
      const written = writtenToEcx(decoded);
      if (written !== undefined) return written;
      at = before.address;
    }
    return undefined;
  }

  private endingAt(address: Address): Instruction | undefined {
    for (let back = 1; back <= LONGEST_INSTRUCTION; back++) {
      const instruction = this.code.get(addToAddress(address, -back));
      if (instruction?.bytes.length === back) return instruction;
    }
    return undefined;
  }
}
