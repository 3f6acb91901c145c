import type { LogSource } from "../ReadResult.ts";
import { decodeLines } from "./decodeLines.ts";
import { detectEncoding } from "./detectEncoding.ts";

/** The start of a source, for telling what kind of file it is. */
export interface Head {
  /** the first bytes; none for pasted text */
  bytes: Uint8Array;
  /** the first of the text, without its mark */
  text: string;
  /** whether the source holds nothing at all */
  empty: boolean;
}

/** A binary log names its provider in its first buffer of 64 KiB. */
const HEAD_BYTES = 1 << 17;
const HEAD_CHARACTERS = 1 << 14;

/** Reads the start of a source. Rejects where a file cannot be read. */
export async function readHead(source: LogSource): Promise<Head> {
  if (typeof source === "string") {
    return {
      bytes: new Uint8Array(0),
      text: source.slice(0, HEAD_CHARACTERS).replace(/^\ufeff/, ""),
      empty: source === "",
    };
  }
  const start =
    source instanceof Uint8Array
      ? source.subarray(0, HEAD_BYTES)
      : new Uint8Array(await source.slice(0, HEAD_BYTES).arrayBuffer());
  const { name, markBytes } = detectEncoding(start);
  return {
    bytes: start,
    text: decodeLines(start.subarray(markBytes, HEAD_CHARACTERS * 2), name).slice(0, HEAD_CHARACTERS),
    empty: start.length === 0,
  };
}
