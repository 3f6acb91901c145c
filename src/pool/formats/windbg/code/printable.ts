/** Bytes as the debugger shows them beside their numbers: a dot for whatever is not a character of ASCII. */
export function printable(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
}
