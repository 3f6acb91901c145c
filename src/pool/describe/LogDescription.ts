import type { CommandId } from "../commands.ts";
import type { Problem } from "../formats/ReadResult.ts";

/** What a log holds, in words. */
export interface LogDescription {
  /** with its article: `a performance counter log` */
  kind: string;
  /** what was read of it, each with a name: `machine`, `CONTOSO-FS1` */
  facts: Fact[];
  /** what was not read, or is in doubt, in the order of the lines */
  problems: Problem[];
  /** the command that records what this log lacks; absent where nothing is lacking */
  command?: CommandId;
}

/** One thing that was read, with its name. */
export interface Fact {
  what: string;
  says: string;
}

/** What the records of a log tell. */
export type RecordDescription = Pick<LogDescription, "facts" | "command">;
