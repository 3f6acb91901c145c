import { Command, CommanderError, Option } from "commander";
import { readPooltag, type PooltagEntry } from "../../pool/formats/tags/readPooltag.ts";
import { makeCases, type CaseOptions } from "./case.ts";
import type { CaseFile } from "./CaseFile.ts";
import { EXIT } from "./ExitCode.ts";
import { InputFile } from "./InputFile.ts";
import { openFiles } from "./openFiles.ts";
import { plainText } from "./plainText.ts";
import { problemText } from "./problemText.ts";
import { printRead } from "./read.ts";
import { readCase, type ReadFile } from "./readCase.ts";
import type { Terminal } from "./Terminal.ts";
import { printFinding } from "./triage.ts";

interface Options {
  json?: boolean;
  all?: boolean;
  markdown?: boolean;
  tags?: string;
}

type Print = (
  files: readonly ReadFile[],
  pooltag: readonly PooltagEntry[],
  terminal: Terminal,
  options: Options,
) => Promise<number>;

/**
 * Runs one command line and gives its exit code. Never throws for what was typed or what the files hold.
 *
 * @param parameters what stands behind the program's name
 */
export async function runCommandLine(
  parameters: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  let exitCode: number = EXIT.usage;
  const action = (print: Print) => async (paths: string[], options: Options) => {
    exitCode = await run(paths, options, print, terminal);
  };
  const program = new Command("pool-leak-lab")
    .description("Reads what Windows tools say of kernel pool memory, and says what leaks.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void terminal.write(text), writeErr: terminal.warn })
    .addHelpText("after", HELP);
  const tags = () => new Option("--tags <pooltag.txt>", "names tags by this list (of the WDK or the debuggers)");
  const json = () => new Option("--json", "prints JSON, for scripts");
  // Subcommands take over exitOverride and configureOutput of the program when they are made by it.
  program
    .command("read")
    .description("prints each file's format and records as tables, and its problems on the standard error")
    .argument("<file...>", FILES)
    .addOption(json())
    .option("--all", "prints all rows of a table, not only the first twenty")
    .addOption(tags())
    .action(action(printRead));
  program
    .command("triage")
    .description("judges the files as one case: what leaks, how fast, how sure, what to collect next")
    .argument("<file...>", FILES)
    .addOption(json().conflicts("markdown"))
    .option("--markdown", "prints a reply that can be pasted into an issue or a mail")
    .addOption(tags())
    .action(action(printFinding));
  program
    .command("case")
    .description("makes the final case of a seed: the logs of an unknown machine, of all tools; or tells its answers")
    .addOption(new Option("--seed <number>", "the case: a whole number, the same case each time").conflicts("seeds"))
    .option("--seeds <numbers>", "several cases: 1-20, or 3,5,9-12; each gets a folder of its own")
    .option("--out <folder>", "writes the logs into this folder")
    .option("--answers", "prints what is true of the case, for whoever grades the reports")
    .addOption(json().conflicts("markdown"))
    .option("--markdown", "prints the answers as a table in Markdown")
    .action(async (options: CaseOptions) => {
      exitCode = await makeCases(options, terminal);
    });
  try {
    await program.parseAsync(parameters, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.read : EXIT.usage;
    throw error;
  }
  return exitCode;
}

const FILES = "logs, folders of logs, or - for the standard input; several are one case";

const HELP = `
Counter logs (perfmon, typeperf), PoolMon, debugger sessions, pool traces,
findstr, pooltag.txt: the format is found out, however the file is called.
Exit codes: 0 read, 1 something could not be understood, 2 wrong usage.

  pool-leak-lab triage perfmon.csv poolmon.txt
  pool-leak-lab triage --markdown --tags pooltag.txt session.log > reply.md
  pool-leak-lab case --seed 7 --out case-7`;

async function run(paths: string[], options: Options, print: Print, terminal: Terminal): Promise<number> {
  if (paths.filter((path) => path === "-").length > 1 || (options.tags === "-" && paths.includes("-"))) {
    terminal.warn("error: - stands for the standard input, which can be read once only.\n");
    return EXIT.usage;
  }
  const stopping = new AbortController();
  const input = new InputFile(terminal.input, stopping.signal);
  const forget = terminal.onInterrupt(() => stopping.abort());
  try {
    const { files, unreadable } = await openFiles(paths, input);
    const pooltag = options.tags === undefined ? [] : await readTags(options.tags, input, terminal);
    const read = await readCase(files, terminal, stopping.signal);
    if (stopping.signal.aborted) {
      terminal.warn("Stopped.\n");
      return EXIT.stopped;
    }
    forget();
    for (const { name, reason } of unreadable) terminal.warn(`${plainText(`${name}: ${reason}`)}\n`);
    const named = read.flatMap(({ evidence }) => (evidence?.format === "pooltag" ? evidence.records : []));
    const exitCode = await print(read, [...(pooltag ?? []), ...named], terminal, options);
    return unreadable.length > 0 || pooltag === undefined ? Math.max(exitCode, EXIT.notUnderstood) : exitCode;
  } finally {
    forget();
    await input.close();
  }
}

/** The reader's own list of tags; undefined where it cannot be read, which is said. */
async function readTags(path: string, input: InputFile, terminal: Terminal): Promise<PooltagEntry[] | undefined> {
  const { files, unreadable } = await openFiles([path], input);
  for (const { name, reason } of unreadable) terminal.warn(`${plainText(`${name}: ${reason}`)}\n`);
  if (files.length === 0) return undefined;
  const read = await Promise.all(files.map(({ source }: CaseFile) => readPooltag(source)));
  read.forEach(({ problems }, at) => {
    // That a tag stands twice is the list's business, not the case's.
    for (const problem of problems)
      if (problem.effect === "lost") terminal.warn(`${problemText(files[at]!.name, problem)}\n`);
  });
  const entries = read.flatMap(({ records }) => records);
  return entries.length > 0 ? entries : undefined;
}
