import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import type { ObjectEntry } from "./ObjectEntry.ts";
import { parseHandleLine, type HandleProcess } from "./parseHandleLine.ts";

const LONGEST_LINE = 1000;

/** Reads the listings of Sysinternals' handle.exe, as they stand in a log beside a debugger's output. */
export class HandleReader implements CommandReader {
  private readonly objects: ObjectEntry[];
  private process: HandleProcess | undefined;

  constructor(objects: ObjectEntry[]) {
    this.objects = objects;
  }

  take(command: DebuggerCommand): boolean {
    if (command.part === 0) this.process = undefined;
    let isUnderstood = false;
    for (const { text, line } of command.output) {
      if (text.length > LONGEST_LINE) continue;
      const found = parseHandleLine(text, line, this.process);
      if (!found) continue;
      // The head of a process alone is too little to tell what the text is.
      if (found.kind === "process") this.process = found.process;
      else isUnderstood = true;
      if (found.kind === "entry") this.objects.push(found.entry);
    }
    return isUnderstood;
  }

  finish(): void {
    this.process = undefined;
  }
}
