import type { ProblemList } from "../../text/ProblemList.ts";
import { isOrnament, looksLikeRow } from "../lineKinds.ts";
import { reportText } from "../reportLine.ts";
import { joinStamps, parseStamp, type Stamp } from "./parseStamp.ts";

interface WaitingLine {
  text: string;
  line: number;
  reading: Stamp | undefined;
}

/** What stands above a snapshot. */
export interface UsedStamp {
  /** the stamp as it stands, two lines joined by a line feed; empty where there is none */
  stamp: string;
  reading: Stamp | undefined;
  stampLine: number | undefined;
}

/** A wrapper writes a line or two above a snapshot; more lines than this are another text. */
const MOST_WAITING = 4;

/** Holds the lines that are nothing of PoolMon's until it shows whether a snapshot follows whose stamp they are. */
export class StampLines {
  private readonly problems: ProblemList;
  private waiting: WaitingLine[] = [];

  constructor(problems: ProblemList) {
    this.problems = problems;
  }

  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** Whether one of the lines has a date or a time. */
  get isReadable(): boolean {
    return this.waiting.some(({ reading }) => reading !== undefined);
  }

  /** Takes a line that may be a stamp; false for one that cannot be. */
  take(text: string, line: number): boolean {
    if (looksLikeRow(text) || isOrnament(text)) return false;
    this.waiting.push({ text, line, reading: parseStamp(text) });
    if (this.waiting.length > MOST_WAITING) this.report(this.waiting.splice(0, 1));
    return true;
  }

  /** Gives the waiting lines to a snapshot that starts: the one with the most of a moment in it, else the last. */
  use(): UsedStamp {
    const { waiting } = this;
    this.waiting = [];
    const pair = findPair(waiting);
    if (pair) {
      this.report(waiting.filter((one) => one !== pair.first && one !== pair.second));
      return { stamp: `${pair.first.text}\n${pair.second.text}`, reading: pair.reading, stampLine: pair.first.line };
    }
    // The last one counts where two are equally good: it is the nearest to the snapshot.
    const best = waiting.reduce<WaitingLine | undefined>(
      (found, one) => (found && worth(found) > worth(one) ? found : one),
      undefined,
    );
    if (!best) return { stamp: "", reading: undefined, stampLine: undefined };
    this.report(waiting.filter((one) => one !== best));
    return { stamp: best.text, reading: best.reading, stampLine: best.line };
  }

  /** Forgets the stamp of a snapshot that PoolMon did not take; what is no stamp is reported as left out. */
  discard(): void {
    this.report(this.waiting.filter(({ reading }) => reading === undefined));
    this.waiting = [];
  }

  /** Reports the waiting lines as left out: no snapshot follows whose stamp they could be. */
  drop(): void {
    this.report(this.waiting);
    this.waiting = [];
  }

  /** Ends the log. */
  finish(): void {
    const stamps = this.waiting.filter(({ reading }) => reading?.dates.length && reading.timeOfDay !== undefined);
    for (const { line } of stamps.slice(-1)) {
      this.problems.add(
        "stamp last",
        line,
        "note",
        "The log ends with a stamp and no snapshot behind it: the collection was stopped here, or PoolMon did not run.",
      );
    }
    this.waiting = this.waiting.filter((one) => !stamps.includes(one));
    this.drop();
  }

  private report(lines: readonly WaitingLine[]): void {
    for (const { text, line } of lines) reportText(text, line, this.problems);
  }
}

function worth({ reading }: WaitingLine): number {
  return reading ? 1 + (reading.dates.length > 0 ? 2 : 0) + (reading.timeOfDay === undefined ? 0 : 1) : 0;
}

function findPair(waiting: readonly WaitingLine[]) {
  for (let at = waiting.length - 1; at > 0; at--) {
    const [first, second] = [waiting[at - 1]!, waiting[at]!];
    const reading = first.reading && second.reading && joinStamps(first.reading, second.reading);
    if (reading) return { first, second, reading };
  }
  return undefined;
}
