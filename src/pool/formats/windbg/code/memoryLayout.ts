/** How a command of the `d` family prints memory. */
export interface MemoryLayout {
  /** bytes of one printed number */
  unit: 1 | 2 | 4 | 8;
  /** bytes of a whole row */
  rowBytes: number;
  /** whether the characters follow the numbers */
  hasText: boolean;
  /** whether a row is one pointer and what it points to */
  isPointer: boolean;
}

const bytes: MemoryLayout = { unit: 1, rowBytes: 16, hasText: true, isPointer: false };
const words: MemoryLayout = { unit: 2, rowBytes: 16, hasText: false, isPointer: false };
const doubleWords: MemoryLayout = { unit: 4, rowBytes: 16, hasText: false, isPointer: false };
const quadWords: MemoryLayout = { unit: 8, rowBytes: 16, hasText: false, isPointer: false };

/**
 * The layouts by command; upper and lower case differ. `dp` and `dps` print numbers as wide as a pointer of the target.
 * Source: https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds/d--da--db--dc--dd--dd--df--dp--dq--du--dw--dw--dyb--dyd--display-memor
 */
export function memoryLayout(command: string, digits: number): MemoryLayout | undefined {
  const pointer = digits === 16 ? quadWords : doubleWords;
  switch (command) {
    case "db":
      return bytes;
    case "dw":
      return words;
    case "dW":
      return { ...words, hasText: true };
    case "dd":
      return doubleWords;
    case "dc":
      return { ...doubleWords, hasText: true };
    case "dq":
      return quadWords;
    case "dp":
      return pointer;
    case "dps":
      return { ...pointer, rowBytes: pointer.unit, isPointer: true };
    case "dqs":
      return { ...quadWords, rowBytes: 8, isPointer: true };
    case "dds":
      return { ...doubleWords, rowBytes: 4, isPointer: true };
    default:
      return undefined;
  }
}

/** The characters of bytes, as `db` and `s` print them: a dot for what is no printable ASCII. */
export function printableText(values: Uint8Array): string {
  return Array.from(values, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
}

/** One number of a row, in the order in which a person reads it: `fffff880`05a1f62f`. */
export function formatUnit(values: Uint8Array): string {
  const text = Array.from(values.toReversed(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return text.length === 16 ? `${text.slice(0, 8)}\`${text.slice(8)}` : text;
}
