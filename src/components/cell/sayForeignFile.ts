import { detectEncoding } from "../../pool/formats/text/detectEncoding.ts";
import { identifyBinary } from "../../pool/formats/text/identifyBinary.ts";
import { identifyText } from "../../pool/formats/text/identifyText.ts";
import { readHead } from "../../pool/formats/text/readHead.ts";

/**
 * Says that a file is of another kind than the log it stands in for, and what to do about it. Looks at its start only.
 *
 * @param name the log that it stands in for
 * @param expected the advice for files of that log's kind, which names their reader; undefined where the kind has no signs
 * @returns a sentence or two; undefined for a file of the kind, or of no kind that is known
 */
export async function sayForeignFile(
  file: File,
  name: string,
  expected: string | undefined,
): Promise<string | undefined> {
  const { bytes, text } = await readHead(file);
  const found =
    identifyBinary(bytes, detectEncoding(bytes).name.startsWith("utf-16")) ??
    (expected === undefined ? undefined : identifyText(text));
  if (!found || found.advice === expected) return undefined;
  // To the one who has the file in hand a reader's name says nothing.
  const advice = found.advice.startsWith("Read it with") ? "It belongs in the place of such a log." : found.advice;
  return `${file.name} is ${found.kind}, not a log like ${name}. ${advice}`.trim();
}
