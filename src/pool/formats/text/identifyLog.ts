import type { LogSource } from "../ReadResult.ts";
import { detectEncoding } from "./detectEncoding.ts";
import type { FileKind } from "./FileKind.ts";
import { identifyBinary } from "./identifyBinary.ts";
import { identifyText } from "./identifyText.ts";
import { readHead } from "./readHead.ts";

/** Says what a file is by its start; undefined for a text of no kind that is known. Rejects where it cannot be read. */
export async function identifyLog(source: LogSource): Promise<FileKind | undefined> {
  const { bytes, text } = await readHead(source);
  const isWide = detectEncoding(bytes).name.startsWith("utf-16");
  return (typeof source === "string" ? undefined : identifyBinary(bytes, isWide)) ?? identifyText(text);
}
