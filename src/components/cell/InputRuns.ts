import { dependentsOf } from "../../notebook/graph/cellGraph.ts";
import type { Session } from "../../notebook/run/Session.ts";

/**
 * Runs what the reader's settings change: the cell of the input, then the cells that build on it and have shown a result. While
 * a run goes on only the newest setting counts; those between are never run.
 */
export class InputRuns {
  readonly #session: Session;
  readonly #run: (cell: string) => Promise<void>;
  /** cells to run, in order; undefined when nothing waits */
  #waiting: Set<string> | undefined;
  #isRunning = false;

  /** @param run runs one cell and shows what it gives; cells that are not on the page are left alone by it */
  constructor(session: Session, run: (cell: string) => Promise<void>) {
    this.#session = session;
    this.#run = run;
  }

  async set(cell: string, name: string, value: string | number): Promise<void> {
    const { program, states } = this.#session;
    const dependents = dependentsOf(program, cell).filter((id) => states[id]?.status !== "asBuilt");
    this.#session.setInput(cell, name, value);
    this.#waiting = new Set([cell, ...(this.#waiting ?? []), ...dependents]);
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      for (let cells = this.#take(); cells; cells = this.#take()) {
        for (const id of cells) {
          // What a newer setting waits for is run for it, not for this one.
          if (this.#waiting?.has(id)) continue;
          await this.#run(id);
        }
      }
    } finally {
      this.#isRunning = false;
    }
  }

  #take(): Set<string> | undefined {
    const cells = this.#waiting;
    this.#waiting = undefined;
    return cells;
  }
}
