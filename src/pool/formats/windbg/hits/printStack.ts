import { formatAddress, type Address } from "../Address.ts";
import type { StackFrame } from "./StackFrame.ts";
import { argumentCount, columnsOf, type StackColumns, type StackCommand } from "./stackLayout.ts";

/** How `printStack` writes. */
export interface StackPrinting {
  /** `k` (default), `kn`, `kb`, `kv`, `kc` */
  command?: StackCommand;
  /** `old` (default) up to Windows 8; `new` since: numbered frames and a wider gap before the name */
  layout?: "old" | "new";
  /** digits of an address: 16 (default) on x64, 8 on x86 */
  digits?: 8 | 16;
}

/** The newer debuggers leave room behind the return address. */
const NEW_GAP = "    ";

/**
 * Prints a stack as the `k` commands do. Lines are joined by line feeds. A stack pointer or an argument that a frame does not have
 * is printed as zero.
 */
export function printStack(frames: readonly StackFrame[], printing: StackPrinting = {}): string {
  const { command = "k", layout = "old", digits = 16 } = printing;
  const isNew = layout === "new";
  const columns = columnsOf(command, isNew);
  const rows = frames.map((frame, at) => rowOf(frame, at, columns, isNew, digits));
  return [headerOf(columns, isNew, digits), ...rows].join("\n");
}

function headerOf(columns: StackColumns, isNew: boolean, digits: 8 | 16): string {
  const gap = isNew && columns.hasReturn ? NEW_GAP : "";
  const width = digits === 16 ? 18 : 9;
  const pointer = columns.hasPointer ? (digits === 16 ? "Child-SP" : "ChildEBP").padEnd(width) : "";
  const back = columns.hasReturn ? "RetAddr".padEnd(width) + gap : "";
  const number = columns.hasNumbers ? " # " : "";
  if (digits === 8 && columns.hasReturn)
    return number + pointer + back + (columns.hasArguments ? "Args to Child".padEnd(27) : "");
  const args = columns.hasArguments ? `: ${"Args to Child".padEnd(4 * 18)}: ` : "";
  return `${number}${pointer}${back}${args}Call Site`;
}

function rowOf(frame: StackFrame, at: number, columns: StackColumns, isNew: boolean, digits: 8 | 16): string {
  const dashes = digits === 16 ? "--------`--------" : "--------";
  const inline = digits === 16 ? "(Inline Function)" : "(Inline)";
  const word = (address: Address | undefined) => formatAddress((address ?? "").padStart(digits, "0"));
  const words: string[] = [];
  if (columns.hasPointer) words.push(frame.isInline ? inline : word(frame.stackPointer));
  if (columns.hasReturn) words.push(frame.isInline ? (words.length > 0 ? dashes : inline) : word(frame.returnAddress));
  let row = columns.hasNumbers ? `${at.toString(16).padStart(2, "0")} ` : "";
  row += words.map((text) => `${text} `).join("");
  if (isNew && columns.hasReturn) row += NEW_GAP;
  if (columns.hasArguments) {
    const values = Array.from({ length: argumentCount(digits) }, (_, index) =>
      frame.isInline ? dashes : word(frame.arguments?.[index]),
    ).join(" ");
    row += digits === 16 ? `: ${values} : ` : `${values} `;
  }
  const isNameAlone = !columns.hasReturn;
  const name = isNameAlone && frame.function !== undefined ? `${frame.module ?? ""}!${frame.function}` : frame.symbol;
  return row + name + (frame.source === undefined || isNameAlone ? "" : ` [${frame.source}]`);
}
