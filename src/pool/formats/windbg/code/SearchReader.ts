import type { ProblemList } from "../../text/ProblemList.ts";
import { parseAddress } from "../Address.ts";
import type { CommandReader, DebuggerCommand, OutputLine } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { isSearchRow } from "./isSearchRow.ts";
import { parseMemoryRow } from "./parseMemoryRow.ts";
import { parseSearchCommand, type SearchCommand } from "./parseSearchCommand.ts";
import type { SearchHit } from "./SearchHit.ts";

/** A search that finds more has looked for next to nothing. */
const MOST_HITS = 200_000;
const RE_ADDRESS_ALONE = /^\s{0,8}(0x[0-9a-f`]{8,17})\s{0,8}$/i;
const RE_FAILED = /^\s{0,8}(?:Memory access error|\^ .{0,60}error in|Couldn't resolve error)/i;

/** Reads what `s` finds, alone or for each module. */
export class SearchReader implements CommandReader {
  private readonly hits: SearchHit[];
  private readonly problems: ProblemList;
  private command: SearchCommand | undefined;

  constructor({ searchHits }: DebuggerSession, problems: ProblemList) {
    this.hits = searchHits;
    this.problems = problems;
  }

  take({ text, output, line, part }: DebuggerCommand): boolean {
    if (part === 0)
      this.command = parseSearchCommand(text) ?? (text === "" ? { text: undefined, rows: "db" } : undefined);
    if (!this.command) return false;
    const before = this.hits.length;
    let failed = 0;
    for (const [at, outputLine] of output.entries()) {
      if (RE_FAILED.test(outputLine.text)) failed++;
      else
        this.takeLine(outputLine, text === "" ? output[at + 1] : undefined, text === "" ? output[at - 1] : undefined);
    }
    const found = this.hits.length - before;
    if (text === "") return found > 0;
    if (failed > 0) {
      const message =
        "Part of the memory could not be searched (paged out, or not in the dump): that nothing was found there proves nothing.";
      this.problems.add("search failed", line, "note", message);
    }
    if (found === 0 && part === 0) this.reportNothing(line);
    return true;
  }

  finish(): void {
    // Every hit is whole when its line is.
  }

  private takeLine({ text, line }: OutputLine, next: OutputLine | undefined, previous: OutputLine | undefined): void {
    const { rows, text: searched } = this.command!;
    if (this.hits.length >= MOST_HITS) {
      return this.problems.add(
        "search most",
        line,
        "lost",
        `More than ${MOST_HITS} places were found; the rest is left out.`,
      );
    }
    const alone = rows === "addresses" ? RE_ADDRESS_ALONE.exec(text)?.[1] : undefined;
    const only = alone === undefined ? undefined : parseAddress(alone);
    if (only !== undefined) {
      this.hits.push({ text: searched ?? "", address: only, bytes: new Uint8Array(0), line });
      return;
    }
    // Hits of `-d` and `-q` are printed with their characters, like dc.
    const row = parseMemoryRow(text, rows === "addresses" ? "db" : rows);
    if (!row || row.bytes.length === 0 || (searched === undefined && !isSearchRow(row, previous, next))) return;
    this.hits.push({ text: searched ?? textOf(row.bytes), address: row.address, bytes: row.bytes, line });
  }

  private reportNothing(line: number): void {
    const tag = this.command?.text;
    const what = tag === undefined ? "what was searched" : `"${tag}"`;
    const message = `No place was found that holds ${what}. That clears nobody: a protected tag has its top bit set, code that is paged out is not searched, and a tag may be made at run time.`;
    this.problems.add("search nothing", line, "note", message);
  }
}

/** The first four characters found. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4));
}
