import { formatAddress } from "../Address.ts";
import type { Instruction } from "./Instruction.ts";

/** Prints instructions as `u` does: a label where one is given, then address, bytes and the instruction. Lines are joined by line feeds. */
export function printInstructions(instructions: readonly Instruction[]): string {
  return instructions.flatMap(instructionLines).join("\n");
}

function instructionLines({ address, symbol, bytes, mnemonic, operands }: Instruction): string[] {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = operands === "" ? mnemonic : `${mnemonic.padEnd(7)} ${operands}`;
  const row = `${formatAddress(address)} ${digits.padEnd(15)} ${text}`;
  return symbol === undefined ? [row] : [`${symbol}:`, row];
}
