import { constants, openAsBlob } from "node:fs";
import { access, readdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { CaseFile, UnreadableFile } from "./CaseFile.ts";
import type { InputFile } from "./InputFile.ts";

/** What logs are called; a folder's other files are left alone. */
const LOG_ENDINGS = new Set([".csv", ".tsv", ".txt", ".log"]);

/**
 * Opens what was named on the command line, in its order: files, `*.csv` where the shell has not made names of it, folders of
 * logs (their own files, by name) and `-`, which is the standard input. What cannot be opened is in `unreadable`, with the reason.
 */
export async function openFiles(
  paths: readonly string[],
  input: InputFile,
): Promise<{ files: CaseFile[]; unreadable: UnreadableFile[] }> {
  const files: CaseFile[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const path of paths) {
    try {
      files.push(...(path === "-" ? [await input.open()] : await openPath(path)));
    } catch (error) {
      unreadable.push({ name: path, reason: reasonOf(error) });
    }
  }
  return { files, unreadable };
}

async function openPath(path: string): Promise<CaseFile[]> {
  if (/[*?]/.test(basename(path)))
    return openAll(await namesIn(dirname(path), matcherOf(basename(path))), dirname(path));
  if (!(await stat(path)).isDirectory()) return [await openFile(path)];
  const names = await namesIn(path, (name) => LOG_ENDINGS.has(extname(name).toLowerCase()));
  if (names.length > 0) return openAll(names, path);
  throw new UnusableFile("This is a folder without logs (.csv, .tsv, .txt, .log): name the files themselves.");
}

function openAll(names: readonly string[], folder: string): Promise<CaseFile[]> {
  if (names.length === 0) throw new UnusableFile("No file has such a name.");
  return Promise.all(names.map((name) => openFile(join(folder, name))));
}

/** A folder's own files, as people number them: 2 before 10. */
async function namesIn(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  return (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && isWanted(entry.name))
    .map(({ name }) => name)
    .sort(new Intl.Collator("en", { numeric: true }).compare);
}

/** The prompts of Windows leave `*.csv` to the program. */
function matcherOf(pattern: string): (name: string) => boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll(/\*+/g, ".*")
    .replaceAll("?", ".");
  const expression = new RegExp(`^${source}$`, "i");
  return (name) => expression.test(name);
}

async function openFile(path: string): Promise<CaseFile> {
  if (!(await stat(path)).isFile()) {
    throw new UnusableFile(`This is neither a file nor a folder: pipe it in, as in pool-leak-lab read - < ${path}`);
  }
  await access(path, constants.R_OK);
  return { name: path, source: await openAsBlob(path) };
}

class UnusableFile extends Error {}

/** The system's error codes in a sentence (https://nodejs.org/api/errors.html#common-system-errors). */
export function reasonOf(error: unknown): string {
  if (error instanceof UnusableFile) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "There is no such file.";
  if (code === "ENOTDIR") return "There is no such file: a part of its path is no folder.";
  if (code === "EACCES" || code === "EPERM") return "It may not be read by this account.";
  if (code === "EMFILE" || code === "ENFILE") return "Too many files are open on this machine.";
  if (code === "ENOSPC") return "The disk for temporary files is full.";
  return `It cannot be opened (${message}).`;
}
