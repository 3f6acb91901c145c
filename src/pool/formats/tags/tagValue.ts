/**
 * `PROTECTED_POOL` of wdm.h: set in the tag of a block that must be freed with the same tag. PoolMon keeps its statistics
 * under the plain tag; in memory and in the driver file the tag's last byte has its top bit set (`k` 0x6B becomes 0xEB).
 */
const PROTECTED_BIT = 0x80000000;

/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the five bytes it leaves open stand for themselves. */
const FROM_0X80 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * The 32-bit value of a tag, first character in the lowest byte: `Leak` is 0x6b61654c, as a debugger's `dc` and `ed`
 * show it. A tag of fewer than four characters is padded with blanks at its end, as PoolMon shows it: `Irp` is `Irp `.
 * Throws a RangeError for an empty tag, for more than four characters and for characters that are not one byte.
 *
 * Source: https://learn.microsoft.com/en-us/archive/blogs/ntdebugging/troubleshooting-pool-leaks-part-5-poolhittag
 */
export function tagToValue(tag: string): number {
  if (tag.length < 1 || tag.length > 4) {
    throw new RangeError(`A pool tag has one to four characters, "${tag}" has ${tag.length}.`);
  }
  let value = 0;
  for (let at = 3; at >= 0; at--) value = value * 256 + byteOf(tag.padEnd(4), at);
  return value;
}

/**
 * The four characters of a 32-bit tag value: 0x6b61654c is `Leak`. The protected bit is left out, as PoolMon and
 * `!poolused` leave it out; `isProtected` tells whether it was set. Throws a RangeError for what is no 32-bit value.
 */
export function valueToTag(value: number): string {
  if (!Number.isInteger(value) || value < -0x80000000 || value > 0xffffffff) {
    throw new RangeError(`A pool tag is a 32-bit value such as 0x6b61654c, ${value} is not.`);
  }
  const plain = value & 0x7fffffff;
  return [0, 8, 16, 24].map((shift) => characterOf((plain >>> shift) & 0xff)).join("");
}

/** Whether a tag's value carries the protected bit. */
export function isProtected(value: number): boolean {
  return value >>> 31 === 1;
}

/** The value under which a protected block carries the tag in memory: `Leak` is 0xeb61654c. */
export function protectedValue(tag: string): number {
  return (tagToValue(tag) | PROTECTED_BIT) >>> 0;
}

/**
 * The bytes to look for in a driver file or in memory, in the order in which they lie there: `Leak` is `4c 65 61 6b`,
 * protected `4c 65 61 eb`.
 */
export function tagBytes(tag: string, form: "plain" | "protected" = "plain"): string {
  const value = form === "plain" ? tagToValue(tag) : protectedValue(tag);
  return [0, 8, 16, 24].map((shift) => ((value >>> shift) & 0xff).toString(16).padStart(2, "0")).join(" ");
}

/**
 * The tag backwards: what tools show when a developer wrote `'Leak'` in C where `'kaeL'` was meant. When a tag reads
 * like a reversed word, look for both. Blanks at the end stay there: `Irp ` gives `prI `.
 */
export function reverseTag(tag: string): string {
  return [...tag.trimEnd()].reverse().join("").padEnd(4);
}

function byteOf(tag: string, at: number): number {
  const code = tag.charCodeAt(at);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const high = FROM_0X80.indexOf(tag.charAt(at));
  if (high >= 0) return 0x80 + high;
  throw new RangeError(`A pool tag has characters of one byte, "${tag.charAt(at)}" in "${tag}" is none.`);
}

function characterOf(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? FROM_0X80.charAt(byte - 0x80) : String.fromCharCode(byte);
}
