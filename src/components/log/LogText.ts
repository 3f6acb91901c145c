/** A log's text with an index of its lines, so that any line is found without splitting the whole. */
export interface LogText {
  /** how many lines there are; a newline at the end starts none */
  lineCount: number;
  /** one line, counted from 1, without its line end; empty outside the log, undefined where it has to be loaded first */
  lineAt(line: number): string | undefined;
  /** brings lines of a log that is not held; undefined where they are there */
  load?(first: number, last: number): Promise<void> | undefined;
  /**
   * the next line after `from` (exclusive, wrapping round) that holds the words, in any case; 0 where none does, or where
   * `isWanted` said no meanwhile
   */
  findLine(words: string, from: number, direction: 1 | -1, isWanted?: () => boolean): number | Promise<number>;
  /** how many characters the longest line has */
  widestLine: number;
}

/** A log whose text is held: every line is there at once. */
export interface HeldText extends LogText {
  lineAt(line: number): string;
  findLine(words: string, from: number, direction: 1 | -1): number;
}

/** Indexes a text of any size: one number per line, no copy of the text. */
export function logTextOf(text: string): HeldText {
  const starts = [0];
  let widestLine = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    widestLine = Math.max(widestLine, at - starts.at(-1)!);
    starts.push(at + 1);
  }
  const endsWithNewline = starts.at(-1) === text.length && text.length > 0;
  const lineCount = text.length === 0 ? 0 : starts.length - (endsWithNewline ? 1 : 0);
  widestLine = Math.max(widestLine, text.length - starts.at(-1)!);

  const lineAt = (line: number) => {
    if (line < 1 || line > lineCount) return "";
    const end = starts[line] === undefined ? text.length : starts[line] - 1;
    return text.slice(starts[line - 1], end).replace(/\r$/, "");
  };
  return {
    lineCount,
    widestLine,
    lineAt,
    findLine(words, from, direction) {
      const wanted = words.toLowerCase();
      if (wanted === "") return 0;
      for (let step = 1; step <= lineCount; step++) {
        const line = ((((from - 1 + step * direction) % lineCount) + lineCount) % lineCount) + 1;
        if (lineAt(line).toLowerCase().includes(wanted)) return line;
      }
      return 0;
    },
  };
}

/**
 * Text of a log's bytes for display: a byte order mark decides, else UTF-8, else Windows-1252. Readers look closer.
 *
 * @param isWide whether the log is known to be UTF-16, of which these bytes are a part
 */
export function decodeForDisplay(bytes: Uint8Array, isWide = false): string {
  if (isWide || (bytes[0] === 0xff && bytes[1] === 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
