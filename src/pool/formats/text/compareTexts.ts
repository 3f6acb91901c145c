/**
 * The order of two texts by their code units, 0 where they are equal. A comparison that calls equal texts unequal sorts
 * differently from one JavaScript engine to the next.
 */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
