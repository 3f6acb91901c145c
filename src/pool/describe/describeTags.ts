import type { TagFile } from "../formats/tags/readFindstr.ts";
import type { PooltagEntry } from "../formats/tags/readPooltag.ts";
import { count } from "./factWords.ts";
import type { RecordDescription } from "./LogDescription.ts";

/** Which tags were searched, and in how many files they were found. */
export function describeTagFiles(found: readonly TagFile[]): RecordDescription {
  const tags = [...new Set(found.map(({ tag }) => tag.trim()))].filter((tag) => tag !== "");
  const files = new Set(found.map(({ file }) => file.toLowerCase()));
  return {
    facts: [
      { what: "files found", says: count(files.size) },
      ...(tags.length > 0 ? [{ what: "tags searched", says: tags.slice(0, 12).join(", ") }] : []),
    ],
  };
}

/** How many tags a list names. */
export function describeTagList(entries: readonly PooltagEntry[]): RecordDescription {
  const withBinary = entries.filter(({ binary }) => binary !== undefined).length;
  return {
    facts: [
      { what: "tags", says: `${count(entries.length)}, ${count(withBinary)} of them with the file that allocates` },
    ],
  };
}
