const utf8 = new TextDecoder("utf-8", { fatal: true });
const windows1252 = new TextDecoder("windows-1252");
const utf16le = new TextDecoder("utf-16le");
const utf16be = new TextDecoder("utf-16be");

/** Half of the bytes of English UTF-16 are zero; other scripts and a few appended single-byte lines lower the share. */
const ZEROS_OF_PURE_UTF16 = 0.45;

/** Whether a log starts as UTF-16: by its mark, or, without one, since every other byte of its start is zero. */
export function detectWideText(start: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const length = Math.min(start.length & ~1, 512);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (start[at] === 0) even++;
    if (start[at + 1] === 0) odd++;
  }
  if (odd * 2 > length * 0.8 && even === 0) return "utf-16le";
  if (even * 2 > length * 0.8 && odd === 0) return "utf-16be";
  return undefined;
}

/**
 * Decodes whole lines. Text that is not valid UTF-8 is Windows-1252, line by line, since a script may append in another
 * encoding than it began with: `Get-Date >> log` writes UTF-16, `poolmon -n log` appends single bytes to it.
 */
export function decodeLines(bytes: Uint8Array, wide: "utf-16le" | "utf-16be" | undefined): string {
  if (wide === "utf-16be") return utf16be.decode(bytes);
  if (wide === "utf-16le") {
    return shareOfZeros(bytes) >= ZEROS_OF_PURE_UTF16 ? utf16le.decode(bytes) : decodeEach(bytes, decodeMixed);
  }
  return decodeUtf8(bytes) ?? decodeEach(bytes, decodeNarrow);
}

/** Decodes line by line, splitting at the byte 10, which ends a line in every encoding that is read here. */
function decodeEach(bytes: Uint8Array, decode: (line: Uint8Array) => string): string {
  let text = "";
  for (let start = 0; start < bytes.length;) {
    const at = bytes.indexOf(10, start);
    const end = at < 0 ? bytes.length : at;
    text += at < 0 ? decode(bytes.subarray(start, end)) : `${decode(bytes.subarray(start, end))}\n`;
    start = end + 1;
  }
  return text;
}

function decodeNarrow(line: Uint8Array): string {
  return decodeUtf8(line) ?? windows1252.decode(line);
}

function decodeMixed(line: Uint8Array): string {
  // The second half of the UTF-16 line feed before this line.
  const own = line[0] === 0 ? line.subarray(1) : line;
  return shareOfZeros(own) > 0.3 || (own[0] === 0xff && own[1] === 0xfe) ? utf16le.decode(own) : decodeNarrow(own);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function shareOfZeros(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros++;
  return zeros / Math.max(bytes.length, 1);
}
