import type { FileKind } from "./FileKind.ts";

/** A kind of text that people take for a log, or send beside one. */
export interface TextKind extends Partial<FileKind> {
  kind: string;
  signs: readonly Sign[];
}

/**
 * What is looked for, and how sure a text that holds it alone is of this kind, from 0 to 1. Repetitions are bounded and none of
 * them crosses more than one line end, or a page of blank lines would take minutes to search.
 */
export type Sign = [sign: RegExp, sureness: number];
