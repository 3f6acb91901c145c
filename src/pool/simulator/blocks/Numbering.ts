/** Numbers for things that are the same: each distinct thing once, in the order in which they came. */
export class Numbering<Thing> {
  readonly things: Thing[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(key: string, make: () => Thing): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.things.length);
    return this.things.push(make()) - 1;
  }
}
