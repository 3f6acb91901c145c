import type { FileKind } from "../text/FileKind.ts";
import { identifyFormat } from "../text/identifyBinary.ts";
import { identifyText } from "../text/identifyText.ts";
import type { Head } from "../text/readHead.ts";

/** What makes a text PoolMon's whatever else it holds. */
const RE_HEADER = /Tag {1,8}Type {1,16}Allocs {1,40}Frees {1,40}Diff /;

/** Names the kind of a file that is no PoolMon log, from its start. Undefined where it is a PoolMon log, or nothing that is known. */
export function nameForeignFile({ bytes, text }: Head): FileKind | undefined {
  const format = identifyFormat(bytes);
  // A page of blanks may have the log behind it.
  if (format || RE_HEADER.test(text) || text.trim() === "") return format;
  return identifyText(text, "readPoolmon");
}
