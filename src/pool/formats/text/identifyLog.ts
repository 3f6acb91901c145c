import type { LogSource } from "../ReadResult.ts";
import type { FileKind } from "./FileKind.ts";
import { recognizeLog } from "./recognizeLog.ts";

/** Says what a file is by its start; undefined for a text of no kind that is known. Rejects where it cannot be read. */
export async function identifyLog(source: LogSource): Promise<FileKind | undefined> {
  return (await recognizeLog(source)).kind;
}
