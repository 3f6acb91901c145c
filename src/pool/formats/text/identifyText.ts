import type { FileKind, ReaderName } from "./FileKind.ts";
import { rankText } from "./rankText.ts";

/**
 * Says what a text is by its first lines; undefined where it is nothing known. A reader that asks names itself, so that it is not
 * told to read its own kind of log with itself.
 */
export function identifyText(head: string, asking?: ReaderName): FileKind | undefined {
  return rankText(head, (reader) => reader !== undefined && reader === asking).kind;
}
