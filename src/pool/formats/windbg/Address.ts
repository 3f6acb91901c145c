/**
 * An address of the target as 8 (x86) or 16 (x64) lower-case hexadecimal digits, without back-tick or `0x`: a JavaScript number
 * cannot hold it. Equal addresses are equal texts, and of one width they sort as texts.
 */
export type Address = string;

const RE_SPLIT = /^(?:0x)?([0-9a-f]{1,8})`([0-9a-f]{8})$/i;
const RE_WHOLE = /^(?:0x)?([0-9a-f]{1,16})$/i;

/** The address in any of the debugger's spellings: `fffff880`05a1f62f`, `0x84226b28`; undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const split = RE_SPLIT.exec(text);
  if (split) return (split[1]!.padStart(8, "0") + split[2]!).toLowerCase();
  const digits = RE_WHOLE.exec(text)?.[1]?.toLowerCase();
  // Leading zeros are left out at times: nine digits are a small address of 64 bits, not one of 32 bits and a digit.
  return digits?.padStart(digits.length > 8 ? 16 : 8, "0");
}

/** As the debugger's engine prints it: `fffff880`05a1f62f`. */
export function formatAddress(address: Address): string {
  return address.length > 8 ? `${address.slice(0, -8)}\`${address.slice(-8)}` : address;
}

/** The address so many bytes further on, in the same width. */
export function addToAddress(address: Address, bytes: number): Address {
  return (BigInt(`0x${address}`) + BigInt(bytes)).toString(16).padStart(address.length, "0");
}

/** How far the second address lies behind the first, in bytes; negative where it lies before it. */
export function bytesBetween(first: Address, second: Address): number {
  return Number(BigInt(`0x${second}`) - BigInt(`0x${first}`));
}

/** The null pointer, which the debugger prints with 8 digits on any target. */
export function isNullAddress(address: Address): boolean {
  return /^0+$/.test(address);
}
