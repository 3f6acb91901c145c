import type { Problem } from "../ReadResult.ts";

/**
 * Collects problems without growing with the log: the first few lines of each kind are listed, the rest are counted
 * in `more` of the last one listed.
 */
export class ProblemList {
  readonly problems: Problem[] = [];
  private readonly listed = new Map<string, number>();
  private readonly last = new Map<string, Problem>();
  private readonly listedPerKind: number;

  constructor(listedPerKind = 3) {
    this.listedPerKind = listedPerKind;
  }

  /** Adds a problem; `kind` tells which problems are alike. The message may be a function where making it is costly. */
  add(kind: string, line: number, effect: Problem["effect"], message: string | (() => string)): void {
    const count = this.listed.get(kind) ?? 0;
    const last = this.last.get(kind);
    if (count >= this.listedPerKind && last) {
      last.more = (last.more ?? 0) + 1;
      return;
    }
    const problem: Problem = { line, effect, message: typeof message === "string" ? message : message() };
    this.listed.set(kind, count + 1);
    this.last.set(kind, problem);
    this.problems.push(problem);
  }

  /** How many problems of this kind there were, listed or not. */
  count(kind: string): number {
    return (this.listed.get(kind) ?? 0) + (this.last.get(kind)?.more ?? 0);
  }

  /** The problems by line; those about the whole file first. */
  sorted(): Problem[] {
    return this.problems.toSorted((a, b) => a.line - b.line);
  }
}
