/** The single-byte encodings that a log without Unicode is read as. */
export type CodePage = "windows-1252" | "windows-1251" | "ibm866" | "cp850";

/** The ten commonest letters of Russian text (о е а и н т с р в л), as bytes: together more than half of any text. */
const COMMON_CYRILLIC = {
  "windows-1251": new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2, 0xf1, 0xf0, 0xe2, 0xeb]),
  ibm866: new Set([0xae, 0xa5, 0xa0, 0xa8, 0xad, 0xe2, 0xe1, 0xe0, 0xa2, 0xab]),
};

/** Words of a Western language hold single letters beyond ASCII; three in a row are another script. */
const SCRIPT_RUN = 3;

/** The letters below 0xA0 that windows-1252 has; every other byte there is a letter only in an OEM code page. */
const ANSI_LETTERS_BELOW_A0 = new Set([0x83, 0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f]);

const isAsciiLetter = (byte: number | undefined) => byte !== undefined && ((byte | 0x20) - 0x61) >>> 0 < 26;

/**
 * Guesses the Windows code page of text that is not Unicode, from how its letters are distributed.
 * `sure` is false where the bytes fit none of the known pages well.
 */
export function guessCodePage(bytes: Uint8Array): { codePage: CodePage; sure: boolean } {
  let high = 0;
  let highInRuns = 0;
  let ansiLetters = 0;
  let oemLetters = 0;
  const frequency = new Uint32Array(256);
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    let end = at + 1;
    while (end < bytes.length && bytes[end]! >= 0x80) end++;
    high += end - at;
    if (end - at >= SCRIPT_RUN) {
      highInRuns += end - at;
      for (let i = at; i < end; i++) frequency[bytes[i]!]!++;
    } else if (isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[end])) {
      for (let i = at; i < end; i++) {
        const byte = bytes[i]!;
        if (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) ansiLetters++;
        else if (byte <= 0xa5 && !ANSI_LETTERS_BELOW_A0.has(byte)) oemLetters++;
      }
    }
    at = end;
  }
  if (high > 0 && highInRuns / high > 0.6) {
    const share = (set: Set<number>) => [...set].reduce((sum, byte) => sum + frequency[byte]!, 0) / highInRuns;
    const ansi = share(COMMON_CYRILLIC["windows-1251"]);
    const oem = share(COMMON_CYRILLIC.ibm866);
    if (Math.max(ansi, oem) > 0.4) return { codePage: ansi >= oem ? "windows-1251" : "ibm866", sure: true };
    return { codePage: "windows-1252", sure: false };
  }
  if (oemLetters > ansiLetters) return { codePage: "cp850", sure: true };
  return { codePage: "windows-1252", sure: true };
}
