import { matchesTag } from "../../pool/formats/tags/tagPattern.ts";

/** A row of the table of tags, as far as the search looks at it. */
export interface SearchedTag {
  /** four characters; `?` stands for any one */
  tag: string;
  /** everything else that the row says */
  words: string;
}

/**
 * The rows that fit what somebody typed: those whose tag is the tag that was typed; where none is, those whose tag begins so in any case, or
 * that have all of the words.
 *
 * @returns for each row, in order, whether it is shown
 */
export function matchTags(rows: readonly SearchedTag[], typed: string): boolean[] {
  const text = typed.trim();
  if (text === "") return rows.map(() => true);
  const exact = rows.map(({ tag }) => text.length >= 2 && text.length <= 4 && matchesTag(tag, text));
  if (exact.some(Boolean)) return exact;
  const lower = text.toLowerCase();
  const words = lower.split(/\s+/);
  return rows.map((row) => {
    const all = `${row.tag} ${row.words}`.toLowerCase();
    return row.tag.toLowerCase().startsWith(lower) || words.every((word) => all.includes(word));
  });
}
