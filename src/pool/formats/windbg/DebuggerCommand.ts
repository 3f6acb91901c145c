/** One line of what a debugger printed. */
export interface OutputLine {
  text: string;
  /** its line in the log, counted from 1 */
  line: number;
}

/** One command of a debugger's session, with what it printed. */
export interface DebuggerCommand {
  /** as typed, without the prompt: `!poolused 2`; empty for output whose command was not copied */
  text: string;
  /** the prompt without its `>`: `1: kd`, `lkd`, `0:000`; empty where there is none */
  prompt: string;
  /** the processor that the prompt names; undefined where it names none */
  processor: number | undefined;
  /** the line of the prompt, or of the first line of output where there is no prompt */
  line: number;
  /** what was printed up to the next prompt */
  output: OutputLine[];
  /** 0; further parts of an output too long to be held whole count on: a loop may print stacks for hours */
  part: number;
  /** whether nothing of the log is left after it: a listing at the end may be cut off */
  isLast: boolean;
}

/** Reads one kind of command out of a session. It may keep a state from one command to the next. */
export interface CommandReader {
  /**
   * Takes the next command. It looks at the output as well as at the command's name: people quote tables without the line
   * that made them, and one output may hold several reports. Says whether something in it was understood.
   */
  take(command: DebuggerCommand): boolean;
  /** Called once at the end of the log. */
  finish(): void;
}
