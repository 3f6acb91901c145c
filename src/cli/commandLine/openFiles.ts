import { constants, openAsBlob } from "node:fs";
import { access, readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { CaseFile, UnreadableFile } from "./CaseFile.ts";
import type { InputFile } from "./InputFile.ts";

/** What logs are called; a folder's other files are left alone. */
const LOG_ENDINGS = new Set([".csv", ".tsv", ".txt", ".log"]);

/**
 * Opens what was named on the command line, in its order: files, folders of logs (their own files, by name) and `-`, which is
 * the standard input. What cannot be opened is in `unreadable`, with the reason.
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
  const found = await stat(path);
  if (!found.isDirectory()) return [await openFile(path)];
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && LOG_ENDINGS.has(extname(entry.name).toLowerCase()))
    .map(({ name }) => name)
    .sort(new Intl.Collator("en", { numeric: true }).compare);
  if (names.length === 0) {
    throw new UnusableFile("This is a folder without logs (.csv, .tsv, .txt, .log): name the files themselves.");
  }
  return Promise.all(names.map((name) => openFile(join(path, name))));
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
