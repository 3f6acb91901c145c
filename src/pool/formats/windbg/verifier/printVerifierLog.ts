import type { StackFrame } from "../hits/StackFrame.ts";
import type { VerifierLog } from "./VerifierLog.ts";

/** How `printVerifierLog` writes. */
export interface VerifierLogLayout {
  /** `new` (default) is what debuggers print since Windows 7, `old` that of Vista */
  layout?: "new" | "old";
  /** digits of an address: 16 (default) on x64, 8 on x86 */
  digits?: 8 | 16;
}

const RULE = "=".repeat(70);

/**
 * Prints Verifier's log as `!verifier 80` does, lines ended by LF: the entries in the order of the record, which is the newest
 * first. What an entry was stands nowhere: the stack tells.
 *
 * Layout: https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/debugging-memory-leaks
 */
export function printVerifierLog(log: VerifierLog, { layout = "new", digits = 16 }: VerifierLogLayout = {}): string {
  const { capacity = 0x10000, searched, stacks } = log;
  const lines = layout === "old" ? oldHead(capacity, searched) : newHead(capacity, searched, digits);
  for (let at = 0; at < log.block.length; at++) {
    lines.push("", ...(layout === "old" ? [] : [RULE]));
    const size = log.bytes[at]!.toString(16).padStart(digits, "0");
    lines.push(`Pool block ${hex(log.block[at]!, digits)}, Size ${size}, Thread ${hex(log.thread[at]!, digits)}`);
    for (const frame of stacks[log.stack[at]!] ?? []) lines.push(formatFrame(frame, digits));
  }
  return lines.map((line) => `${line}\n`).join("");
}

function newHead(capacity: number, searched: string | undefined, digits: number): string[] {
  const of = searched === undefined ? "" : `, searching for address 0x${searched}`;
  return [
    "",
    "Log of recent kernel pool Allocate and Free operations:",
    "",
    `There are up to 0x${capacity.toString(16)} entries in the log.`,
    "",
    `Parsing 0x${capacity.toString(16).padStart(digits, "0")} log entries${of}.`,
  ];
}

function oldHead(capacity: number, searched: string | undefined): string[] {
  const of = searched === undefined ? "" : `, searching for address ${searched}`;
  return [`Parsing ${capacity.toString(16).padStart(8, "0")} array entries${of}.`];
}

function formatFrame({ returnAddress, symbol }: StackFrame, digits: number): string {
  return `${returnAddress ?? "0".repeat(digits)} ${symbol}`;
}

function hex(value: bigint, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
