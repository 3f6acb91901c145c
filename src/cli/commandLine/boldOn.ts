import type { Terminal } from "./Terminal.ts";

/** Bold on a screen that shows it, the text itself elsewhere: nothing is said by weight or colour alone. */
export function boldOn({ hasColours }: Terminal): (text: string) => string {
  return hasColours ? (text) => `\u001b[1m${text}\u001b[22m` : (text) => text;
}
