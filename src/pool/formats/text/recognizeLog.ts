import type { LogSource } from "../ReadResult.ts";
import { detectEncoding } from "./detectEncoding.ts";
import { identifyBinary, identifyFormat } from "./identifyBinary.ts";
import { rankText, type Recognition } from "./rankText.ts";
import { readHead } from "./readHead.ts";

/** Says what a file is by its start, and how sure that is. Rejects where it cannot be read. */
export async function recognizeLog(source: LogSource): Promise<Recognition> {
  const { bytes, text, empty } = await readHead(source);
  if (typeof source !== "string" || empty) {
    const isWide = detectEncoding(bytes).name.startsWith("utf-16");
    const binary = identifyBinary(bytes, isWide);
    // Bytes that begin as a format prescribes are rarely anything else; "not text" is all that is known of others.
    if (binary) return { kind: binary, certainty: empty || identifyFormat(bytes) ? 0.99 : 0.5 };
  }
  return rankText(text, () => false);
}
