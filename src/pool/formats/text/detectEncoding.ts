import { guessCodePage, type CodePage } from "./guessCodePage.ts";

/** How the bytes of a text file become characters. */
export interface Encoding {
  /** the name as `TextDecoder` knows it, or `cp850` */
  name: "utf-8" | "utf-16le" | "utf-16be" | CodePage;
  /** how many bytes the byte order mark takes at the start */
  markBytes: number;
  /** false where the bytes fit no known encoding well: letters beyond ASCII may be wrong */
  sure: boolean;
}

/** Enough for the widest header seen, and read in a millisecond. */
const LOOKED_AT = 1 << 20;

/**
 * Finds the encoding: a byte order mark, the zero bytes of UTF-16, valid UTF-8, else a Windows code page by its letters.
 * Windows tools write the ANSI code page, `cmd >` the console's OEM page, and Windows PowerShell's `>` UTF-16
 * (https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_character_encoding).
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: "utf-8", markBytes: 3, sure: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: "utf-16le", markBytes: 2, sure: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: "utf-16be", markBytes: 2, sure: true };
  const head = bytes.length > LOOKED_AT ? bytes.subarray(0, LOOKED_AT) : bytes;
  const wide = utf16WithoutMark(head);
  if (wide) return { name: wide, markBytes: 0, sure: true };
  if (isUtf8(head)) return { name: "utf-8", markBytes: 0, sure: true };
  const { codePage, sure } = guessCodePage(head);
  return { name: codePage, markBytes: 0, sure };
}

/** ASCII in UTF-16 has a zero in every second byte; the digits and commas of a log keep that true in any language. */
function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = Math.min(bytes.length >> 1, 2048);
  if (pairs < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (odd > 0.3 * pairs && even < 0.02 * pairs) return "utf-16le";
  if (even > 0.3 * pairs && odd < 0.02 * pairs) return "utf-16be";
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream` forgives a letter that is cut in two where the bytes end.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
