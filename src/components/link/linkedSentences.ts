import type { LinkNames, ReadNames } from "./linkNames.ts";

/** A stretch of a sentence; names are shown as code. */
export interface Words {
  text: string;
  isName?: true;
}

/**
 * What a page says of the names in its address.
 *
 * @param fillable how many commands of the page have a place for them
 * @param isFilled whether they are put in just now, or the reader wants the lesson's own
 */
export function linkedSentences(read: ReadNames, fillable: number, isFilled: boolean): Words[] {
  const sentences: Words[][] = [];
  const names = nameWords(read.names);
  const isOne = Object.keys(read.names).length === 1;
  if (names.length > 0) {
    if (fillable === 0)
      sentences.push([
        { text: "The link is for " },
        ...names,
        {
          text: `. No command of this page asks for ${isOne ? "it" : "them"}; its links carry ${isOne ? "it" : "them"} on.`,
        },
      ]);
    else if (isFilled)
      sentences.push([{ text: "Commands on this page are filled in for " }, ...names, { text: ", from the link." }]);
    else
      sentences.push([
        { text: "Commands on this page are the lesson’s own. The link would fill them in for " },
        ...names,
        { text: "." },
      ]);
  }
  for (const name of ["tag", "driver"] as const) {
    const problem = read.problems[name];
    if (problem !== undefined)
      sentences.push([{ text: `The ${name} in the link is left out, and the lesson’s own stays. ${problem}` }]);
  }
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [{ text: " " }, ...sentence]));
}

function nameWords({ tag, driver }: LinkNames): Words[] {
  const words: Words[] = [];
  if (tag !== undefined) {
    words.push({ text: "the tag " }, { text: tag, isName: true });
    // The blank belongs to the tag, and nobody sees or hears it.
    if (tag.endsWith(" ")) words.push({ text: " (with its blank at the end)" });
  }
  if (tag !== undefined && driver !== undefined) words.push({ text: " and " });
  if (driver !== undefined) words.push({ text: "the driver " }, { text: driver, isName: true });
  return words;
}
