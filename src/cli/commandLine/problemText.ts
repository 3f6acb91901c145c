import type { Problem } from "../../pool/formats/ReadResult.ts";
import { plainText } from "./plainText.ts";

/** A problem as compilers print them, so that editors find the line: `perfmon.csv:42: lost: …`. */
export function problemText(file: string, { line, effect, message, more }: Problem): string {
  const place = line > 0 ? `${file}:${line}` : file;
  const others = more === undefined ? "" : ` (and ${more.toLocaleString("en")} more of this kind)`;
  return plainText(`${place}: ${effect}: ${message}${others}`);
}
