import type { PooltagEntry } from "../../pool/formats/tags/readPooltag.ts";
import { EXIT } from "./ExitCode.ts";
import { plainText } from "./plainText.ts";
import type { ReadFile } from "./readCase.ts";
import { recordTables } from "./records/recordTables.ts";
import type { Terminal } from "./Terminal.ts";
import { textTable } from "./textTable.ts";
import { boldOn } from "./boldOn.ts";
import { jsonParts } from "./writeJson.ts";

/** Rows of a table that a person looks at; `--all` gives the rest. */
const ROWS = 20;

/** Prints what was read of each file: its format and records. */
export async function printRead(
  files: readonly ReadFile[],
  pooltag: readonly PooltagEntry[],
  terminal: Terminal,
  { json = false, all = false }: { json?: boolean; all?: boolean },
): Promise<number> {
  const parts = json
    ? jsonParts(files.map(fileForJson))
    : textParts(files, pooltag, all ? Infinity : ROWS, boldOn(terminal));
  for (const part of parts) if (!(await terminal.write(part))) break;
  return files.every(isUnderstood) ? EXIT.read : EXIT.notUnderstood;
}

/** A file of which nothing is left out: a log cut off in the middle is not, though the most of it was read. */
function isUnderstood({ evidence }: ReadFile): boolean {
  return evidence !== undefined && evidence.problems.every(({ effect }) => effect !== "lost");
}

function fileForJson({ name, kind, certainty, evidence, refusal }: ReadFile) {
  return {
    file: name,
    format: evidence?.format ?? null,
    kind: kind?.kind ?? null,
    certainty,
    ...(refusal === "" ? {} : { refusal }),
    problems: evidence?.problems ?? [],
    records: evidence?.records ?? null,
  };
}

function* textParts(
  files: readonly ReadFile[],
  pooltag: readonly PooltagEntry[],
  most: number,
  bold: (text: string) => string,
): Generator<string> {
  let before = "";
  for (const { name, kind, certainty, evidence } of files) {
    if (!evidence) continue;
    const doubt = certainty < 0.8 ? ` (${Math.round(certainty * 100)} % sure)` : "";
    yield `${before}${bold(plainText(`${name}: ${kind?.kind ?? evidence.format}${doubt}`))}\n`;
    before = "\n";
    for (const table of recordTables(evidence, pooltag)) {
      yield "\n";
      yield* textTable(table, most);
    }
  }
}
