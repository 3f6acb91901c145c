import type { ProblemList } from "../../text/ProblemList.ts";
import { parseAddress } from "../Address.ts";
import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import type { StackFrame } from "../hits/StackFrame.ts";
import { parseStackRow } from "./parseStackRow.ts";
import type { VerifierLog } from "./VerifierLog.ts";
import { VerifierLogBuilder, type LogEntry } from "./VerifierLogBuilder.ts";

const LONGEST_LINE = 600;
/** Verifier keeps 13 frames; more under one entry is another listing. */
const MOST_FRAMES = 64;

const RE_TITLE = /^\s{0,8}Log of recent kernel pool Allocate and Free operations:/i;
const RE_CAPACITY = /^\s{0,8}There are up to 0x([0-9a-f]{1,8}) entries in the log\./i;
/** `Parsing 0x00010000 log entries, searching for address 0x982a8fe0.`; Vista: `Parsing 00004000 array entries, …` */
const RE_PARSING =
  /^\s{0,8}(?:# )?Parsing (?:0x)?([0-9a-f]{1,16}) (?:log|array) entries(?:, searching for address (?:0x)?([0-9a-f`]{8,17}))?/i;
const RE_BLOCK =
  /^\s{0,8}Pool block (?:0x)?([0-9a-f`]{8,17}), Size (?:0x)?([0-9a-f]{1,16}), Thread (?:0x)?([0-9a-f`]{8,17})\s*$/i;
const RE_BROKEN_BLOCK = /^\s{0,8}Pool block\b/i;

/** Reads `!verifier 80`: Verifier's log of recent allocations and frees, with their stacks. */
export class VerifierLogReader implements CommandReader {
  private readonly logs: VerifierLog[];
  private readonly problems: ProblemList;
  private log: VerifierLogBuilder | undefined;
  private logLine = 0;
  private entry: LogEntry | undefined;
  private frames: StackFrame[] = [];

  constructor(logs: VerifierLog[], problems: ProblemList) {
    this.logs = logs;
    this.problems = problems;
  }

  take(command: DebuggerCommand): boolean {
    if (command.part === 0) this.finish();
    let isUnderstood = false;
    for (const { text, line } of command.output) {
      if (text.length > LONGEST_LINE) this.endEntry();
      else if (this.takeLine(text, line, command)) isUnderstood = true;
    }
    return isUnderstood;
  }

  finish(): void {
    this.endEntry();
    const { log } = this;
    this.log = undefined;
    if (!log) return;
    this.logs.push(log.build());
    if (log.entries > 0) return;
    const ring = log.capacity === undefined ? "the log" : `the last ${String(log.capacity)} operations`;
    const of = log.searched === undefined ? "any block" : `the block at ${log.searched}`;
    this.problems.add(
      "no entry",
      this.logLine,
      "note",
      `No entry of ${of} is left in ${ring}: newer ones have overwritten it. Take a recent allocation from the end of !verifier 3, or break in sooner.`,
    );
  }

  private takeLine(text: string, line: number, command: DebuggerCommand): boolean {
    if (this.entry) {
      const frame = this.frames.length < MOST_FRAMES ? parseStackRow(text, line) : undefined;
      if (frame) {
        this.frames.push(frame);
        return true;
      }
      this.endEntry();
    }
    const block = RE_BLOCK.exec(text);
    if (block) {
      const [address, thread] = [parseAddress(block[1]!), parseAddress(block[3]!)];
      if (address === undefined || thread === undefined) return false;
      this.of(command, line);
      this.entry = { block: address, bytes: Number.parseInt(block[2]!, 16), thread, line };
      return true;
    }
    if (this.log && RE_BROKEN_BLOCK.test(text)) {
      this.problems.add(
        "pool block",
        line,
        "lost",
        "This entry lacks size or thread, so it was left out with its stack.",
      );
      return true;
    }
    if (RE_TITLE.test(text)) {
      this.finish();
      this.of(command, line);
      return true;
    }
    return this.takeHead(text, line, command);
  }

  private takeHead(text: string, line: number, command: DebuggerCommand): boolean {
    const capacity = RE_CAPACITY.exec(text);
    if (capacity) {
      // The log of IRQLs in `!verifier 0xf` has the same sentence, under another title.
      if (this.log?.entries === 0) this.log.capacity = Number.parseInt(capacity[1]!, 16);
      return this.log !== undefined;
    }
    const parsing = RE_PARSING.exec(text);
    if (!parsing) return false;
    if (this.log && this.log.entries > 0) this.finish();
    const log = this.of(command, line);
    log.capacity ??= Number.parseInt(parsing[1]!, 16);
    log.searched = parsing[2] === undefined ? undefined : parseAddress(parsing[2]);
    return true;
  }

  /** The log that a line belongs to; begins one where its title was not copied. */
  private of(command: DebuggerCommand, line: number): VerifierLogBuilder {
    if (this.log) return this.log;
    this.logLine = /^!verifier\b/i.test(command.text) ? command.line : line;
    this.log = new VerifierLogBuilder(this.logLine);
    return this.log;
  }

  private endEntry(): void {
    if (!this.entry || !this.log) return;
    if (this.frames.length === 0) {
      const message = "This entry has no stack: whether it allocated or freed cannot be told.";
      this.problems.add("no stack", this.entry.line, "doubt", message);
    }
    this.log.add(this.entry, this.frames);
    this.entry = undefined;
    this.frames = [];
  }
}
