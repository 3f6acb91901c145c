import { escapeText } from "./highlight.ts";

/** A sentence as HTML, its `code` marked and its apostrophes as in the prose; all else stays text. */
export function withCodeMarked(sentence: string): string {
  return sentence
    .split("`")
    .map((part, index) =>
      index % 2 === 0 ? escapeText(part.replaceAll("'", "’")) : `<code>${escapeText(part)}</code>`,
    )
    .join("");
}
