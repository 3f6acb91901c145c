/** Stands before each wide string that the MFC library archives; its length in letters follows. */
const MARK = [0xff, 0xfe, 0xff] as const;

/** A string of a pool list, with the byte at which its mark stands. */
export interface ArchivedString {
  text: string;
  at: number;
}

const decoder = new TextDecoder("utf-16le");

/**
 * Gives the strings of a list that PoolMonX saved in 2018 as "CSV": the archive of a program's strings, each with a mark, a length
 * and UTF-16 letters. Bytes between them are skipped; a string that the file's end cuts is left out.
 *
 * The layout: https://learn.microsoft.com/en-us/cpp/mfc/tn002-persistent-object-data-format
 */
export function* decodeStrings(bytes: Uint8Array): Generator<ArchivedString, void, undefined> {
  for (let at = bytes.indexOf(MARK[0]); at >= 0; at = bytes.indexOf(MARK[0], at)) {
    if (bytes[at + 1] !== MARK[1] || bytes[at + 2] !== MARK[2]) {
      at++;
      continue;
    }
    // Beyond 254 letters the length stands in two further bytes; no field of a pool list is that long.
    const isLong = bytes[at + 3] === 0xff;
    const letters = isLong ? (bytes[at + 4] ?? 0) | ((bytes[at + 5] ?? 0) << 8) : (bytes[at + 3] ?? 0);
    const start = at + (isLong ? 6 : 4);
    const end = start + 2 * letters;
    if (end > bytes.length) return;
    yield { text: decoder.decode(bytes.subarray(start, end)), at };
    at = end;
  }
}
