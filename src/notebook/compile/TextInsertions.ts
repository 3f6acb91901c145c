import type { Insertion } from "./Program.ts";

/** Collects texts to put into another text, and knows how they shift its columns. */
export class TextInsertions {
  readonly #inserted: { at: number; text: string }[] = [];

  /** Puts a text without line breaks before the character at an offset; of two at one offset the earlier stands first. */
  insert(at: number, text: string): void {
    this.#inserted.push({ at, text });
  }

  /** The text with everything inserted, and what was inserted where. */
  applyTo(original: string): { text: string; insertions: Insertion[] } {
    const insertions: Insertion[] = [];
    let text = "";
    let from = 0;
    for (const insertion of this.#inserted.toSorted((one, other) => one.at - other.at)) {
      text += original.slice(from, insertion.at) + insertion.text;
      from = insertion.at;
      insertions.push({ ...placeOf(insertion.at, original), length: insertion.text.length });
    }
    return { text: text + original.slice(from), insertions };
  }
}

function placeOf(at: number, text: string): { line: number; column: number } {
  const lines = text.slice(0, at).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
