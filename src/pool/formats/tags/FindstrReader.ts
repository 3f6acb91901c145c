import type { ProblemList } from "../text/ProblemList.ts";
import { explainNothing } from "./explainNothing.ts";
import { type FindstrCommand, parseFindstrCommand } from "./parseFindstrCommand.ts";
import type { TagFile } from "./readFindstr.ts";

const EXTENSION = "(?:sys|dll|exe|drv|efi|bin|inf|mui|cpl|ocx|cat|tmp|old)";
/** A path, alone in its line. */
const RE_FILE = new RegExp(`^\\s*((?:[a-z]:|\\\\|\\.)?[^:*?"<>|\\t]*\\.${EXTENSION})\\s*$`, "i");
/** A path, a colon and what was found: `strings`, `Select-String`, findstr without /m. */
const RE_FILE_AND_TEXT = new RegExp(`^\\s*((?:[a-z]:)?[^:*?"<>|\\t]*\\.${EXTENSION}):`, "i");
/** A list somebody wrote: `Leak → myfault.sys, other.sys [1]`. */
const RE_LIST = /^\s*([\x20-\x7e]{1,4}?)\s*(?:→|->|=>|=|\t)\s*(\S.*)$/;
const RE_LISTED_FILE = new RegExp(`[^\\s,;:*?"<>|]+\\.${EXTENSION}(?![\\w.])`, "gi");
/** A line that a script writes before each search: `Leak`, `Leak:`, `== Leak ==`. */
const RE_HEADING = /^[\s=*#-]*([\x21-\x7e][\x20-\x7e]{0,3}?)\s*:?[\s=*#-]*$/;
const RE_PROMPT = /^(?:PS )?[A-Za-z]:\\[^>]*>\s*(.*)$/;

/** The texts of one file that are kept; a longer list says no more. */
const MOST_WORDS = 50;

/** Nobody's driver folder is larger; more lines are another file. */
const MOST_FILES = 500_000;

/** Takes findstr's output line by line. */
export class FindstrReader {
  /** whether a search was seen, with results or without */
  sawCommand = false;
  private readonly problems: ProblemList;
  private readonly files: TagFile[] = [];
  private tag: string;
  /** the search whose results come now, and how many there were */
  private search: { line: number; found: number; command: FindstrCommand } | undefined;
  private lastFile = "";

  constructor(problems: ProblemList, tag: string) {
    this.problems = problems;
    this.tag = tag === "" ? "" : tag.padEnd(4);
  }

  /** Takes the next line. */
  addLine(text: string, line: number): void {
    if (text.trim() === "" || text.length > 4096) return;
    const command = parseFindstrCommand(text);
    if (command) return this.startSearch(command, line);
    const error = /^\s*findstr:\s*(.*)$/i.exec(text)?.[1];
    if (error !== undefined) {
      return this.problems.add(
        "error",
        line,
        "lost",
        `findstr could not search everything (${error.trim()}); run it as administrator.`,
      );
    }
    const prompt = RE_PROMPT.exec(text);
    if (prompt) return this.endSearch();
    const input = this.search?.command.input;
    if (input?.of === "pipe" && input.file !== undefined) return this.addWord(input.file, text.trim(), line);
    const listed = RE_LIST.exec(text);
    const names = listed ? (listed[2]!.match(RE_LISTED_FILE) ?? []) : [];
    if (listed && names.length > 0) {
      for (const name of names) this.addFile(listed[1]!.padEnd(4), name, line);
      return;
    }
    const file = RE_FILE.exec(text)?.[1] ?? RE_FILE_AND_TEXT.exec(text)?.[1];
    if (file !== undefined) return this.addFile(this.tag, file, line);
    // What another command printed, of files it does not name: a text as short as a tag is no heading.
    if (this.search && input?.of === "pipe") {
      this.search.found++;
      return;
    }
    const heading = RE_HEADING.exec(text)?.[1];
    if (heading !== undefined) {
      this.endSearch();
      this.tag = heading.padEnd(4);
    } else if (!this.search || this.search.command.namesOnly) {
      this.problems.add(
        "garbage",
        line,
        "lost",
        `This line names no file and was left out: "${text.trim().slice(0, 80)}".`,
      );
    }
  }

  /** Ends the output; gives what was found, in its order. */
  finish(): TagFile[] {
    this.endSearch();
    return this.files;
  }

  private startSearch(command: FindstrCommand, line: number): void {
    this.endSearch();
    this.sawCommand = true;
    this.search = { line, found: 0, command };
    const [first, ...others] = command.texts;
    this.tag = first === undefined || others.length > 0 ? "" : first.padEnd(4);
    for (const caveat of command.caveats) this.problems.add(caveat.slice(0, 20), line, "doubt", caveat);
    if (first !== undefined && others.length === 0 && first.length > 4) {
      this.tag = first;
      this.problems.add("too long", line, "note", `"${first}" is longer than a pool tag, which has four characters.`);
    }
  }

  private endSearch(): void {
    const { search, tag } = this;
    this.search = undefined;
    this.lastFile = "";
    if (search?.found !== 0 || tag === "") return;
    this.problems.add("nothing", search.line, "note", explainNothing(tag, search.command.input));
  }

  /** A text that holds the letters, in a file that was searched by itself: it belongs to what an earlier search found there. */
  private addWord(file: string, word: string, line: number): void {
    const name = (path: string): string => path.slice(path.lastIndexOf("\\") + 1).toLowerCase();
    if (this.search) this.search.found++;
    const known = this.files.find((found) => found.tag === this.tag && name(found.file) === name(file));
    if (known) {
      known.words ??= [];
      if (known.words.length < MOST_WORDS && !known.words.includes(word)) known.words.push(word);
    } else this.files.push({ tag: this.tag, file, line, words: [word] });
  }

  private addFile(tag: string, file: string, line: number): void {
    if (this.search) this.search.found++;
    // Without /m a file is named for each line that was found in it.
    if (file === this.lastFile && tag === this.files.at(-1)?.tag) return;
    this.lastFile = file;
    if (this.files.length >= MOST_FILES) {
      return this.problems.add(
        "too many",
        line,
        "lost",
        `More than ${MOST_FILES} files are listed; this is no list of drivers.`,
      );
    }
    if (tag === "") {
      this.problems.add(
        "no tag",
        line,
        "doubt",
        `For which tag ${file} was found is not said. Copy the command with its output, or say readFindstr(log, { tag: "Leak" }).`,
      );
    }
    this.files.push({ tag, file, line });
  }
}
