import type { Evidence } from "./Evidence.ts";
import type { LogSource, ReadOptions } from "./ReadResult.ts";
import type { FileKind } from "./text/FileKind.ts";

/** What `readLog` made of a file. */
export interface ReadLog {
  /** what the file is, in words; undefined for a text of no kind that is known */
  kind: FileKind | undefined;
  /** how sure that is, from 0 to 1 */
  certainty: number;
  /** what was read; undefined where nothing here reads it, and `refusal` says why */
  evidence: Evidence | undefined;
  /** why nothing was read, and how to make the right file; empty where something was */
  refusal: string;
}

/** Finds out what a file is and reads it with the reader of its kind. Never throws for bad input. */
export declare function readLog(source: LogSource, options?: ReadOptions & { file?: string }): Promise<ReadLog>;
