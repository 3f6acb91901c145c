/** Changes to a text that keep its length, its lines and every column: blanks and single characters. */
export class TextEdits {
  readonly #text: string;
  readonly #blanks: [start: number, end: number][] = [];
  readonly #characters = new Map<number, string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Turns everything in the range but line breaks into spaces. */
  blank(start: number, end: number): void {
    if (start < end) this.#blanks.push([start, end]);
  }

  /** Blanks the range and puts one character at its start. */
  blankWith(character: string, start: number, end: number): void {
    this.blank(start, end);
    this.put(character, start);
  }

  /** Puts one character in the place of another; it survives a blank over the same place. */
  put(character: string, at: number): void {
    this.#characters.set(at, character);
  }

  toString(): string {
    const units = this.#text.split("");
    for (const [start, end] of this.#blanks) {
      for (let at = start; at < end; at++) if (!/[\n\r\u2028\u2029]/.test(units[at]!)) units[at] = " ";
    }
    for (const [at, character] of this.#characters) units[at] = character;
    return units.join("");
  }
}
