import type { CommandId } from "../../commands.ts";

/** The readers of logs that can be told from each other by their text. */
export type ReaderName =
  | "readPerfmon"
  | "readPoolmon"
  | "readPoolTagCsv"
  | "readPoolmonX"
  | "readDebuggerSession"
  | "readPoolTrace"
  | "readPoolSummary"
  | "readSharedMemory"
  | "readPooltag"
  | "readFindstr";

/** What a file turned out to be that a reader was given by mistake. */
export interface FileKind {
  /** with its article: `a binary counter log (.blg)` */
  kind: string;
  /** one sentence: how to get what was wanted; empty where there is nothing to advise */
  advice: string;
  /** what reads it, where it is a log that has a reader */
  reader?: ReaderName;
  /** the command that makes a log that can be read of it, where there is one */
  command?: CommandId;
}
