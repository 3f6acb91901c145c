import type { LogSource, ReadOptions, ReadResult } from "../ReadResult.ts";
import { ProblemList } from "../text/ProblemList.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import { forEachLine, readLines } from "../text/readLines.ts";

/** One line of pooltag.txt. */
export interface PooltagEntry {
  /** four characters; `?` stands for any one character, `*` for any further ones */
  tag: string;
  /** the component that allocates: `ntfs.sys`, `nt!io`; undefined where the file says `<unknown>` or nothing */
  binary: string | undefined;
  /** what the tag's blocks hold, in the words of the file */
  description: string;
  /** the entry's line in the file, counted from 1 */
  line: number;
}

const RE_COMMENT = /^\s*(?:rem(?:\s|$)|\/\/)/i;
/** A tag of one to four characters, a dash after a blank, and the rest. */
const RE_ENTRY = /^(.{1,4}?)\s+-\s*(\S.*?)?\s*$/;
const RE_BINARY = /^(.*?)\s+-(?:\s+|(?=\S))(.*)$/;

/** A thousand times the largest that exists; more is no tag list. */
const MOST_ENTRIES = 1_000_000;

/**
 * Reads pooltag.txt, the list of known tags that comes with the WDK and the debuggers, or a list in its form. Comments
 * start with `rem` or `//`; entries are `Tag - binary - description`, and the binary may be missing. `nameTag` looks a
 * tag up in what this returns. Never throws for bad input.
 *
 * Form: https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-startup-command
 */
export async function readPooltag(source: LogSource, options: ReadOptions = {}): Promise<ReadResult<PooltagEntry[]>> {
  const problems = new ProblemList();
  const records: PooltagEntry[] = [];
  const named = new Map<string, PooltagEntry>();
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let lastLine = 0;
  for await (const piece of readLines(source, options, end)) {
    forEachLine(piece, (text, line) => {
      lastLine = line;
      // An editor of old ends its files with the byte 26.
      if (text.trim() === "" || text === "\x1a" || RE_COMMENT.test(text)) return;
      const entry = parseEntry(text, line);
      if (!entry || records.length >= MOST_ENTRIES) {
        problems.add(
          "no entry",
          line,
          "lost",
          `This is no entry of the form Tag - binary - description: "${text.slice(0, 60)}".`,
        );
        return;
      }
      reportSecond(entry, named, problems);
      records.push(entry);
    });
  }
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  if (records.length === 0 && end.reason === "") {
    const message =
      "No pool tags were found here. Expected is a pooltag.txt: the WDK has it in Tools\\x64, the Debugging Tools for Windows in triage.";
    return { records, problems: [{ line: 0, effect: "lost", message }] };
  }
  return { records, problems: problems.sorted() };
}

/** Two binaries for one tag are worth a word: `nameTag` answers with the first. */
function reportSecond(entry: PooltagEntry, named: Map<string, PooltagEntry>, problems: ProblemList): void {
  if (entry.binary === undefined) return;
  const first = named.get(entry.tag);
  if (!first) named.set(entry.tag, entry);
  else if (first.binary !== entry.binary) {
    problems.add(
      "twice",
      entry.line,
      "note",
      `${entry.tag} stands here a second time, for ${entry.binary}; looked up, it is ${first.binary} of line ${first.line}.`,
    );
  }
}

function parseEntry(text: string, line: number): PooltagEntry | undefined {
  // A log's line is no entry even where it happens to hold a dash.
  if (text.length > 400) return undefined;
  const found = RE_ENTRY.exec(text);
  if (!found || found[1]!.trim() === "") return undefined;
  const rest = found[2] ?? "";
  const parts = RE_BINARY.exec(rest);
  const binary = parts ? parts[1]!.trim() : /^<unknown>$/i.test(rest) ? rest : "";
  const description = parts ? parts[2]!.trim() : binary === "" ? rest : "";
  return {
    tag: found[1]!.padEnd(4),
    binary: binary === "" || /^<unknown>$/i.test(binary) ? undefined : binary,
    description,
    line,
  };
}
