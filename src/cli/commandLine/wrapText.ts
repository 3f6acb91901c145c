/** What a reply, a mail and a console of any age can show without breaking lines themselves. */
export const TEXT_COLUMNS = 80;

/**
 * Breaks a sentence at its blanks into lines of at most 80 columns. The first line begins with `first`, the others with as many
 * blanks. A word longer than a line, a path perhaps, stays whole.
 */
export function wrapText(text: string, first = "", columns = TEXT_COLUMNS): string {
  const indent = " ".repeat(first.length);
  const lines: string[] = [];
  let line = first;
  let isFresh = true;
  for (const word of text.split(/\s+/)) {
    if (!isFresh && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = indent;
      isFresh = true;
    }
    line += isFresh ? word : ` ${word}`;
    isFresh = false;
  }
  return [...lines, line].join("\n");
}
