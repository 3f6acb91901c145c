import { isWhole } from "./isWhole.ts";
import { parseStackRow } from "./parseStackRow.ts";
import type { StackFrame } from "./StackFrame.ts";
import { parseStackHeader, type StackColumns } from "./stackLayout.ts";

/** A stack as it stood in a log. */
export interface StackReading {
  frames: StackFrame[];
  /** whether it ends before the thread's first frame */
  isTruncated: boolean;
  /** the debugger's own warning that the frames behind it may be wrong; undefined where it gave none */
  warning: string | undefined;
  /** the line of the header */
  line: number;
}

/** Kernel stacks have some dozen frames; a listing of thousands is none. */
const MOST_FRAMES = 1024;
/** What the debugger says while it loads symbols, in the middle of the stack. */
const RE_CHATTER = /^\s{0,8}\*{3} (?:WARNING|ERROR)\b/;
const RE_WARNING = /^\s{0,8}(WARNING: .{0,200})$/;

/** Takes the lines of one stack, from its header on. */
export class StackCollector {
  private columns: StackColumns | undefined;
  private reading: StackReading | undefined;

  /** Begins a stack where the line is a header. */
  begin(text: string, line: number): boolean {
    const columns = parseStackHeader(text);
    if (!columns) return false;
    this.columns = columns;
    this.reading = { frames: [], isTruncated: false, warning: undefined, line };
    return true;
  }

  /** Takes the next line; false where the stack has ended before it, or none has begun. */
  take(text: string, line: number): boolean {
    const { columns, reading } = this;
    if (!columns || !reading) return false;
    if (RE_CHATTER.test(text)) return true;
    const warning = RE_WARNING.exec(text)?.[1];
    if (warning !== undefined) {
      reading.warning ??= warning.trim();
      return true;
    }
    const frame = reading.frames.length < MOST_FRAMES ? parseStackRow(text, line, columns) : undefined;
    if (!frame) return false;
    reading.frames.push(frame);
    return true;
  }

  /** Ends the stack and gives it; undefined where none has begun. */
  end(): StackReading | undefined {
    const { reading } = this;
    this.reading = undefined;
    this.columns = undefined;
    if (reading) reading.isTruncated = !isWhole(reading.frames);
    return reading;
  }
}
