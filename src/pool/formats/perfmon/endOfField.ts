const [LINE_FEED, RETURN, QUOTE] = [0x0a, 0x0d, 0x22] as const;

/** The end of the field that begins at `at` (behind its quote): the delimiter, or the line's end. */
export function endOfField(bytes: Uint8Array, at: number, quoted: boolean, delimiter: number): number {
  let end = at;
  let byte = bytes[end]!;
  if (quoted) {
    while (byte !== QUOTE && byte !== LINE_FEED) byte = bytes[++end]!;
    if (byte === QUOTE) byte = bytes[++end]!;
  }
  while (byte !== delimiter && byte !== LINE_FEED && byte !== RETURN) byte = bytes[++end]!;
  return end;
}
