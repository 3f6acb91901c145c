import type { ProblemList } from "../../text/ProblemList.ts";
import type { CommandReader, DebuggerCommand } from "../DebuggerCommand.ts";
import type { DebuggerSession } from "../DebuggerSession.ts";
import { guessMemoryCommand } from "./guessMemoryCommand.ts";
import type { MemoryRow } from "./MemoryRow.ts";
import { parseMemoryRow } from "./parseMemoryRow.ts";

/** `dc nt!PoolHitTag l1`, `dps fffff880`06b1e6f0 L8`, also behind another command. */
const RE_COMMAND = /(?:^|[;{"])\s{0,8}(d[bcdpqwW]|dps|dqs|dds)\b(?:\s+\/\w+)*\s*([^\s;"}]*)/;
const RE_SYMBOL = /^(?:[\w.$~-]{1,64}!)?[a-z_][\w:~]{0,200}$/i;
/** A session looks at a few places; this many rows are a dump of memory to a file. */
const MOST_ROWS = 500_000;

/** Reads what `dc`, `db`, `dps` and their kin show. */
export class MemoryReader implements CommandReader {
  private readonly rows: MemoryRow[];
  private readonly problems: ProblemList;
  private command: string | undefined;
  private symbol: string | undefined;

  constructor({ memory }: DebuggerSession, problems: ProblemList) {
    this.rows = memory;
    this.problems = problems;
  }

  take({ text, output, part }: DebuggerCommand): boolean {
    if (part === 0) {
      const match = text.length < 4096 ? RE_COMMAND.exec(text) : null;
      this.command = match?.[1];
      const place = match?.[2] ?? "";
      // A word of hexadecimal letters alone may be an address: `dc add`.
      this.symbol = RE_SYMBOL.test(place) && !/^[0-9a-f]+$/i.test(place) ? place : undefined;
    }
    if (this.command === undefined && text !== "") return false;
    let isUnderstood = false;
    for (const [at, { text: row, line }] of output.entries()) {
      const command = this.command ?? guessMemoryCommand(row, output[at - 1], output[at + 1]);
      const parsed = command === undefined ? undefined : parseMemoryRow(row, command);
      if (!parsed || command === undefined) continue;
      isUnderstood = true;
      if (parsed.unreadable > 0) this.reportUnreadable(parsed.unreadable, line);
      if (parsed.bytes.length === 0) continue;
      if (this.rows.length >= MOST_ROWS) {
        this.problems.add(
          "memory most",
          line,
          "lost",
          `More than ${MOST_ROWS} rows of memory stand here; the rest is left out.`,
        );
        break;
      }
      const { address, bytes, pointsTo } = parsed;
      this.rows.push({
        command,
        symbol: this.symbol,
        address,
        bytes,
        ...(pointsTo !== undefined && { pointsTo }),
        line,
      });
      this.symbol = undefined;
    }
    return isUnderstood;
  }

  finish(): void {
    // Every row is whole when its line is.
  }

  private reportUnreadable(count: number, line: number): void {
    const message = `${count} bytes could not be read here (??): the memory is paged out or not in the dump. They are left out, not taken as zero.`;
    this.problems.add("memory unreadable", line, "lost", message);
  }
}
