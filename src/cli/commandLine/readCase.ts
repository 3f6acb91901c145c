import { readLog, type ReadLog } from "../../pool/formats/readLog.ts";
import type { CaseFile } from "./CaseFile.ts";
import { plainText } from "./plainText.ts";
import { problemText } from "./problemText.ts";
import { ProgressBar } from "./ProgressBar.ts";
import type { Terminal } from "./Terminal.ts";

/** A file of the case with what was read of it. */
export interface ReadFile extends ReadLog {
  name: string;
}

/**
 * Reads the files one after the other, with a progress bar on a screen; problems go to the standard error as they are found.
 * A file that nothing reads is named there with what it is and how to make the right one.
 */
export async function readCase(
  files: readonly CaseFile[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ReadFile[]> {
  const bar = new ProgressBar(terminal.warn, terminal.progressColumns);
  const total = files.reduce((sum, { source }) => sum + source.size, 0);
  const read: ReadFile[] = [];
  let bytesBefore = 0;
  for (const { name, source } of files) {
    if (signal.aborted) break;
    const onProgress = (bytes: number) => bar.show(plainText(name), bytesBefore + bytes, total);
    const log = await readLog(source, { file: name, signal, onProgress });
    bar.clear();
    bytesBefore += source.size;
    read.push({ ...log, name });
    if (signal.aborted) break;
    if (log.refusal !== "") terminal.warn(`${plainText(`${name}: ${log.refusal}`)}\n`);
    for (const problem of log.evidence?.problems ?? []) terminal.warn(`${problemText(name, problem)}\n`);
  }
  return read;
}
