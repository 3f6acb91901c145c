import type { Encoding } from "./detectEncoding.ts";
import { textDecoder } from "./textDecoder.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const utf16le = new TextDecoder("utf-16le");

/** Half of the bytes of English UTF-16 are zero; other scripts and a few appended single-byte lines lower the share. */
const ZEROS_OF_PURE_UTF16 = 0.45;

/**
 * Decodes whole lines of a log that began in `encoding`. Each line is looked at for itself where it has to be, since a
 * script may append in another encoding than the log began with: `Get-Date >> log` writes UTF-16, `poolmon -n log`
 * appends single bytes to it, and a stamp in UTF-8 may stand above rows in a Windows code page.
 */
export function decodeLines(bytes: Uint8Array, encoding: Encoding["name"]): string {
  if (encoding === "utf-16be") return textDecoder(encoding)(bytes, true);
  if (encoding !== "utf-16le") return decodeNarrow(bytes, encoding);
  return shareOfZeros(bytes) >= ZEROS_OF_PURE_UTF16 ? utf16le.decode(bytes) : decodeMixed(bytes);
}

function decodeNarrow(bytes: Uint8Array, encoding: Encoding["name"]): string {
  const whole = decodeUtf8(bytes);
  if (whole !== undefined) return whole;
  // One character per byte, so a place in the text is the same place in the bytes; only lines beyond ASCII are looked at again.
  const single = textDecoder(encoding === "utf-8" ? "windows-1252" : encoding)(bytes, true);
  let text = "";
  let done = 0;
  for (const { index } of single.matchAll(/[^\n\x00-\x7f][^\n]*/g)) {
    const start = single.lastIndexOf("\n", index) + 1;
    const at = single.indexOf("\n", index);
    const end = at < 0 ? single.length : at;
    text += single.slice(done, start) + (decodeUtf8(bytes.subarray(start, end)) ?? single.slice(start, end));
    done = end;
  }
  return text + single.slice(done);
}

/** Splits at the byte 10, which ends a line in both encodings, and asks of each line which one it is in. */
function decodeMixed(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length;) {
    const at = bytes.indexOf(10, start);
    const end = at < 0 ? bytes.length : at;
    // A line may start with the second half of the UTF-16 line feed before it.
    const line = bytes.subarray(start + (bytes[start] === 0 ? 1 : 0), end);
    const marked = line[0] === 0xff && line[1] === 0xfe;
    lines.push(marked || shareOfZeros(line) > 0.3 ? utf16le.decode(line) : decodeNarrow(line, "utf-8"));
    start = end + 1;
  }
  return lines.join("\n");
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
