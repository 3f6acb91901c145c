import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ANSWER_COLUMNS, answerRow } from "../../pool/simulator/finalCase/answerRow.ts";
import type { FinalAnswers } from "../../pool/simulator/finalCase/FinalAnswers.ts";
import { finalAnswers, makeFinalCase } from "../../pool/simulator/finalCase/makeFinalCase.ts";
import { EXIT } from "./ExitCode.ts";
import { readSeeds } from "../../pool/simulator/finalCase/readSeeds.ts";
import type { Terminal } from "./Terminal.ts";
import { textTable } from "./textTable.ts";
import { jsonParts } from "./writeJson.ts";

/** What stands behind `pool-leak-lab case`. */
export interface CaseOptions {
  seed?: string;
  seeds?: string;
  out?: string;
  answers?: boolean;
  json?: boolean;
  markdown?: boolean;
}

const MOST_ROWS = 10_000;
/** These columns hold numbers. */
const NUMBERS: ReadonlySet<string> = new Set(["Seed", "MiB/h", "Block bytes", "Full in hours"]);

/** Makes final cases: writes their logs, prints their answers, or both. */
export async function makeCases(options: CaseOptions, terminal: Terminal): Promise<number> {
  const { out, answers = false, json = false, markdown = false } = options;
  const seeds = readSeeds(options.seed ?? options.seeds ?? "");
  const usage = (sentence: string) => {
    terminal.warn(`error: ${sentence}\n`);
    return EXIT.usage;
  };
  if (typeof seeds === "string") return usage(seeds);
  if (out === undefined && !answers) return usage("say where the logs go, --out FOLDER, or ask for --answers.");
  if ((json || markdown) && !answers) return usage("--json and --markdown print answers: add --answers.");
  const found: FinalAnswers[] = [];
  for (const seed of seeds) {
    if (out === undefined) found.push(finalAnswers(seed));
    else {
      const folder = options.seeds === undefined ? out : join(out, `case-${seed}`);
      try {
        found.push(await writeCase(seed, folder));
      } catch (error) {
        terminal.warn(`${folder}: ${(error as Error).message}\n`);
        return EXIT.notUnderstood;
      }
      // What is asked for goes to the standard output alone.
      const wrote = `Wrote the logs of case ${seed} to ${folder}.\n`;
      if (answers) terminal.warn(wrote);
      else await terminal.write(wrote);
    }
  }
  if (!answers) return EXIT.read;
  const parts = json ? jsonParts(options.seeds === undefined ? found[0] : found) : answerText(found, markdown);
  for (const part of parts) if (!(await terminal.write(part))) break;
  return EXIT.read;
}

async function writeCase(seed: number, folder: string): Promise<FinalAnswers> {
  const { texts, answers } = makeFinalCase(seed);
  await mkdir(folder, { recursive: true });
  // The logs are ASCII: a character is a byte in every encoding that Windows would have used.
  for (const [file, text] of texts) await writeFile(join(folder, file), text, "latin1");
  return answers;
}

function answerText(found: readonly FinalAnswers[], isMarkdown: boolean): Iterable<string> {
  const rows = found.map(answerRow);
  if (isMarkdown) {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
    return [line(ANSWER_COLUMNS), line(ANSWER_COLUMNS.map(() => "---")), ...rows.map(line)];
  }
  const [only] = rows;
  if (rows.length === 1) return ANSWER_COLUMNS.map((name, at) => `${name.padEnd(15)}${only![at]!}\n`);
  return textTable(
    {
      title: `The answers of ${rows.length} cases`,
      columns: ANSWER_COLUMNS.map((name) => ({ name, isNumber: NUMBERS.has(name) })),
      count: rows.length,
      row: (at) => rows[at]!,
    },
    MOST_ROWS,
  );
}
