import { MAX_BYTES, MAX_NAMES_LISTED } from "./bounds.ts";

/** What may still be spent on one value: bytes of its JSON, and names read while looking at it. */
export class Budget {
  #bytes = MAX_BYTES;
  #names = MAX_NAMES_LISTED;

  /** Takes bytes when that many are left. */
  take(bytes: number): boolean {
    if (bytes > this.#bytes) return false;
    this.#bytes -= bytes;
    return true;
  }

  /** Notes that an object's names were listed. */
  listed(names: number): void {
    this.#names -= names + 1;
  }

  /** Whether the names of one more object may be listed. */
  get canList(): boolean {
    return this.#names > 0;
  }
}

/** The bytes of a text in JSON, never too few: a control character or a lone surrogate takes six. */
export function bytesOfText(text: string): number {
  return /^[ !#-[\]-~]*$/.test(text) ? text.length + 3 : text.length * 6 + 3;
}

/** The most that a number takes in JSON, with its comma: `-1.2345678901234567e-308,`. */
export const BYTES_OF_NUMBER = 25;
