import type { FileKind, ReaderName } from "./FileKind.ts";
import type { Sign } from "./TextKind.ts";
import { textKinds } from "./textKinds.ts";

/** What a file may be, and how sure that is. */
export interface Recognition {
  /** undefined for a text of no kind that is known */
  kind: FileKind | undefined;
  /** from 0 (nothing tells) to 1 */
  certainty: number;
}

const BLANKS: FileKind = {
  kind: "a file of blanks",
  advice: "The tool may not have been allowed to write, or the log has not begun.",
};

/** Says of which kind a text is, by the signs in its first lines: the more of them agree, the surer. */
export function rankText(head: string, isLeftOut: (reader: ReaderName | undefined) => boolean): Recognition {
  const text = head.trimStart();
  if (text === "") return { kind: BLANKS, certainty: 1 };
  let best: (typeof textKinds)[number] | undefined;
  let bestDoubt = 1;
  // Signs of several commands of one debugger speak for one reader together.
  const doubtOfReader = new Map<ReaderName, number>();
  for (const kind of textKinds) {
    if (isLeftOut(kind.reader)) continue;
    const doubt = doubtOf(text, kind.signs);
    if (kind.reader) doubtOfReader.set(kind.reader, (doubtOfReader.get(kind.reader) ?? 1) * doubt);
    if (doubt >= bestDoubt) continue;
    best = kind;
    bestDoubt = doubt;
  }
  if (!best) return { kind: undefined, certainty: 0 };
  const { kind, reader, command, advice = reader ? `Read it with ${reader}.` : "" } = best;
  const doubt = reader ? doubtOfReader.get(reader)! : bestDoubt;
  return {
    kind: { kind, advice, ...(reader ? { reader } : {}), ...(command ? { command } : {}) },
    certainty: Math.round((1 - doubt) * 1000) / 1000,
  };
}

/** The doubt that is left by the signs that are found, each counted as independent of the others. */
function doubtOf(text: string, signs: readonly Sign[]): number {
  return signs.reduce((doubt, [sign, sureness]) => (sign.test(text) ? doubt * (1 - sureness) : doubt), 1);
}
