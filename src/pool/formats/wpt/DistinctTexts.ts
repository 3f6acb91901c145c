/** Holds each text once and gives its place; a trace names the same few tags, processes and stacks in millions of rows. */
export class DistinctTexts {
  readonly texts: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly most: number;
  private roomInLetters: number;

  /** @param most how many texts, @param roomInLetters how many letters of all together are held */
  constructor(most: number, roomInLetters: number) {
    this.most = most;
    this.roomInLetters = roomInLetters;
  }

  /** The place of a text; -1 where there is no room for another one. */
  placeOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    if (this.texts.length >= this.most || text.length > this.roomInLetters) return -1;
    const own = copyOf(text);
    this.roomInLetters -= own.length;
    this.places.set(own, this.texts.length);
    return this.texts.push(own) - 1;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A part of a text keeps the whole of it in memory, which here is a piece of the file; a text of its own does not. */
function copyOf(part: string): string {
  return part.length < 13 ? part : decoder.decode(encoder.encode(part));
}
