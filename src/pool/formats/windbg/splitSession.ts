import type { LogSource, ReadOptions } from "../ReadResult.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import { forEachLine, readLines } from "../text/readLines.ts";
import type { DebuggerCommand } from "./DebuggerCommand.ts";

/** `1: kd> !vm 1`, `lkd>`, `kd>`, `16.0: kd:x86>`, `0:000>`; in logs that were quoted, with blanks before it. */
const RE_PROMPT = /^[ \t]{0,8}((?:\d{1,4}(?:\.\d)?: ?)?l?kd(?::\w{1,8})?|\d{1,3}:\d{3}(?::\w{1,8})?)> ?(.*)$/;

/**
 * A mail or a thread quotes with these, and loses the blank where the line is empty. The mark of the current location of `!irp`
 * has neither a blank nor the line's end behind it.
 */
const RE_QUOTED = /^(?:(?:>{1,4} ){1,4}|[> ]{0,7}>$)/;

/** An output longer than this is handed on in parts: `.while(1) { kc; g }` prints without a prompt until it is stopped. */
const LINES_OF_A_PART = 50_000;

/**
 * Splits a debugger's log at its prompts, in memory that does not grow with the log. Output before the first prompt, or of a log
 * without any, comes as a command without text. `end` says why the log ended early, as with `readPieces`.
 */
export async function* splitSession(
  source: LogSource,
  options: ReadOptions,
  end: PiecesEnd,
): AsyncGenerator<DebuggerCommand, void, undefined> {
  let current = empty(1);
  for await (const piece of readLines(source, options, end)) {
    const finished: DebuggerCommand[] = [];
    forEachLine(piece, (printed, line) => {
      const text = printed.replace(RE_QUOTED, "");
      const prompt = RE_PROMPT.exec(text);
      if (prompt) {
        if (!isNothing(current)) finished.push(current);
        const processor = /^\d+/.exec(prompt[1]!)?.[0];
        current = {
          ...empty(line),
          text: prompt[2]!.trim(),
          prompt: prompt[1]!,
          processor: processor === undefined ? undefined : Number(processor),
        };
      } else if (current.output.length < LINES_OF_A_PART) current.output.push({ text, line });
      else {
        finished.push(current);
        current = { ...current, part: current.part + 1, output: [{ text, line }] };
      }
    });
    yield* finished;
  }
  if (!isNothing(current)) yield { ...current, isLast: true };
}

function empty(line: number): DebuggerCommand {
  return { text: "", prompt: "", processor: undefined, line, output: [], part: 0, isLast: false };
}

function isNothing({ text, prompt, output }: DebuggerCommand): boolean {
  return text === "" && prompt === "" && output.every((line) => line.text.trim() === "");
}
