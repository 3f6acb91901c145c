import { addToAddress, formatAddress } from "../Address.ts";
import type { Instruction } from "./Instruction.ts";
import { symbolBehind } from "./symbolBehind.ts";

/**
 * Prints a disassembly as `u` does: bytes up to column 16, mnemonics to column 8 behind them, and a label where one begins. Lines are
 * joined by line feeds.
 */
export function printInstructions(instructions: readonly Instruction[]): string {
  const lines: string[] = [];
  let next: string | undefined;
  for (const { address, symbol, bytes, mnemonic, operands } of instructions) {
    if (symbol !== undefined && `${address} ${symbol}` !== next) lines.push(`${symbol}:`);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const code = operands === "" ? mnemonic : `${mnemonic.padEnd(7)} ${operands}`;
    lines.push(`${formatAddress(address)} ${hex.padEnd(15)} ${code}`);
    next =
      symbol === undefined ? undefined : `${addToAddress(address, bytes.length)} ${symbolBehind(symbol, bytes.length)}`;
  }
  return lines.join("\n");
}
