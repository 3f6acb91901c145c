import type { ProblemList } from "../../text/ProblemList.ts";
import { addToAddress, type Address } from "../Address.ts";
import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { parseSymbol } from "../hits/parseSymbol.ts";
import type { Instruction } from "./Instruction.ts";
import { parseInstruction } from "./parseInstruction.ts";
import { symbolBehind } from "./symbolBehind.ts";

const RE_COMMAND = /(?:^|[;{"])\s{0,8}u[bfpr]?(?:\s|$)/; // cspell:disable-line
/** `myfault+0x161f:`, `Ntfs!NtfsWriteLog+0x363 [file.c @ 12]:` */
const RE_LABEL = /^[ \t]{0,16}(\S.{0,700}?)(?: \[[^[\]]{1,400}\])?:\s{0,8}$/;
const RE_UNREADABLE = /^[ \t]{0,16}[0-9a-f`]{8,17} \?\?\s{1,20}\?\?\?/i;
const RE_BREAK = /Break instruction exception|^Breakpoint \d+ hit/;
/** `uf` of a few functions; more are a listing of a whole driver. */
const MOST_INSTRUCTIONS = 500_000;

/** Reads what `u`, `ub` and `uf` disassemble, also where the command was not copied. */
export class InstructionReader implements CommandReader {
  private readonly instructions: Instruction[];
  private readonly problems: ProblemList;
  private isAsked = false;
  private label: string | undefined;
  /** the address behind the last instruction, and the symbol there */
  private next: { address: Address; symbol: string } | undefined;

  constructor({ instructions }: DebuggerSession, problems: ProblemList) {
    this.instructions = instructions;
    this.problems = problems;
  }

  take({ text, output, part }: DebuggerCommand): boolean {
    if (part === 0) {
      const isQuoted = text === "" && !output.some((line) => RE_BREAK.test(line.text));
      this.isAsked = isQuoted || (text.length < 4096 && RE_COMMAND.test(text));
      this.label = undefined;
      this.next = undefined;
    }
    if (!this.isAsked) return false;
    const before = this.instructions.length;
    for (const { text: row, line } of output) this.takeLine(row, line);
    return this.instructions.length > before;
  }

  finish(): void {
    // Every instruction is whole when its line is.
  }

  private takeLine(text: string, line: number): void {
    const instruction = parseInstruction(text, line);
    if (!instruction) {
      const label = RE_LABEL.exec(text)?.[1];
      if (label !== undefined && isLabel(label)) this.label = label;
      else if (RE_UNREADABLE.test(text)) {
        const message =
          "The code here could not be read (??): it is paged out or not in the dump, so nothing is said of it.";
        this.problems.add("code unreadable", line, "lost", message);
      }
      return;
    }
    if (this.instructions.length >= MOST_INSTRUCTIONS) {
      return this.problems.add(
        "code most",
        line,
        "lost",
        `More than ${MOST_INSTRUCTIONS} instructions stand here; the rest is left out.`,
      );
    }
    const { address, bytes } = instruction;
    const symbol = this.label ?? (this.next?.address === address ? this.next.symbol : undefined);
    this.label = undefined;
    this.next =
      symbol === undefined
        ? undefined
        : { address: addToAddress(address, bytes.length), symbol: symbolBehind(symbol, bytes.length) };
    this.instructions.push({ ...instruction, symbol });
  }
}

/** A function's name alone is a label too: `nt!ExFreePoolWithTag:`. */
function isLabel(text: string): boolean {
  return parseSymbol(text) !== undefined && !text.startsWith("0x");
}
