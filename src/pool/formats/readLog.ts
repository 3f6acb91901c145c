import type { Evidence } from "./Evidence.ts";
import { isEmpty, readEvidence } from "./readEvidence.ts";
import type { LogSource, ReadOptions } from "./ReadResult.ts";
import type { FileKind } from "./text/FileKind.ts";
import { nameHint } from "./text/nameHint.ts";
import { nameOfSource } from "./text/nameOfSource.ts";
import { readHead } from "./text/readHead.ts";
import { recognizeLog } from "./text/recognizeLog.ts";

/** What `readLog` made of a file. */
export interface ReadLog {
  /** what the file is, in words; undefined for a text of no kind that is known */
  kind: FileKind | undefined;
  /** how sure that is, from 0 to 1 */
  certainty: number;
  /** what was read; undefined where nothing here reads it, and `refusal` says why */
  evidence: Evidence | undefined;
  /** why nothing was read, and how to make the right file; empty where something was */
  refusal: string;
}

const WANTED =
  "Expected is a counter log as text, a PoolMon log, a debugger's log with !vm 1 and !poolused 2, or a pool trace as text. The quickest of them: poolmon -b -n pool.txt";

/** Finds out what a file is and reads it with the reader of its kind. Never throws for bad input. */
export async function readLog(source: LogSource, options: ReadOptions & { file?: string } = {}): Promise<ReadLog> {
  try {
    const { kind, certainty } = await recognizeLog(source);
    const refused = (refusal: string): ReadLog => ({ kind, certainty, evidence: undefined, refusal });
    const file = options.file ?? nameOfSource(source) ?? "";
    if (!kind) {
      const text = `Nothing here is known of this text, which begins "${await beginOf(source)}".`;
      return refused([text, nameHint(file), WANTED].filter((part) => part !== "").join(" "));
    }
    if (!kind.reader) {
      const hint = kind.advice === "" ? nameHint(file) : "";
      return refused([`This is ${kind.kind}.`, hint, kind.advice || WANTED].filter((part) => part !== "").join(" "));
    }
    const evidence = await readEvidence(source, kind.reader, options);
    if (isEmpty(evidence))
      return refused(evidence.problems[0]?.message ?? `This looks like ${kind.kind} but holds nothing. ${WANTED}`);
    return { kind, certainty, evidence, refusal: "" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const refusal = `The file cannot be read (${reason}); it was moved or changed meanwhile: choose it again.`;
    return { kind: undefined, certainty: 0, evidence: undefined, refusal };
  }
}

/** The first words of a text. */
async function beginOf(source: LogSource): Promise<string> {
  const { text } = await readHead(source);
  const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? "";
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
