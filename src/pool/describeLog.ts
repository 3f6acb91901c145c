import { describeEvidence } from "./describe/describeEvidence.ts";
import type { LogDescription } from "./describe/LogDescription.ts";
import { readEvidence } from "./formats/readEvidence.ts";
import type { LogSource } from "./formats/ReadResult.ts";
import { detectEncoding } from "./formats/text/detectEncoding.ts";
import type { ReaderName } from "./formats/text/FileKind.ts";
import { identifyLog } from "./formats/text/identifyLog.ts";
import { readHead } from "./formats/text/readHead.ts";
import { logKinds } from "./logKinds.ts";

export type { LogDescription } from "./describe/LogDescription.ts";

/**
 * Reads a log as the lessons do and says what was read of it, what was not and why. Never throws for bad input.
 *
 * @param expected what reads it where its text does not tell by itself
 */
export async function describeLog(source: LogSource, expected?: ReaderName): Promise<LogDescription> {
  try {
    const found = await identifyLog(source);
    const reader = found ? found.reader : expected;
    const evidence = reader && (await readEvidence(source, reader));
    if (!evidence) return { kind: found?.kind ?? "a text of no kind that is known here", facts: [], problems: [] };
    const { facts, ...rest } = describeEvidence(evidence);
    const encoding = await encodingOf(source);
    return {
      kind: found?.kind ?? logKinds[reader].kind,
      facts: [...facts, ...(encoding === undefined ? [] : [{ what: "encoding", says: encoding }])],
      problems: evidence.problems,
      ...rest,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The file cannot be read (${reason}); it was moved or changed meanwhile: choose it again.`;
    return { kind: "a file that cannot be read", facts: [], problems: [{ line: 0, effect: "lost", message }] };
  }
}

/** How the bytes became letters, where that is not plain UTF-8; what is a guess stands among the problems. */
async function encodingOf(source: LogSource): Promise<string | undefined> {
  if (typeof source === "string") return undefined;
  const { name } = detectEncoding((await readHead(source)).bytes);
  return name === "utf-8" ? undefined : name.toUpperCase();
}
