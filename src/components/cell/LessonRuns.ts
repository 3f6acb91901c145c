import { ancestorsOf, cellOf, runOrder } from "../../notebook/graph/cellGraph.ts";
import type { RunResult } from "../../notebook/run/Engine.ts";
import { announce, announceWhenQuiet } from "./announce.ts";
import { loadPlot } from "./CellDrawing.ts";
import { InputRuns } from "./InputRuns.ts";
import type { OpenSession } from "./openSession.ts";
import { outcomeText } from "./outcomeText.ts";
import type { ResultView } from "./ResultView.ts";
import { readersWithDependents } from "./StaleReasons.ts";
import type { LogShare } from "./stampText.ts";

/** How running all cells of a page ended. */
export interface RunAllEnd {
  /** how many cells the page has */
  total: number;
  /** how many of them have a value now */
  ran: number;
  /** the cells that ended with an error; what neither ran nor failed was stopped before */
  failed: { id: string; title: string }[];
}

/** How far the cells that build on a log have come. */
export interface ReadersProgress {
  done: number;
  total: number;
  /** how far the one under way has read its log, where that takes long */
  reading: LogShare | undefined;
}

export interface LessonRunsOptions {
  open: OpenSession;
  /** where the cells of the page show their results, in the order of the page */
  results: ReadonlyMap<string, ResultView>;
  /** compiles what the reader has typed, so that it is what runs */
  compile: () => Promise<void>;
  /** called when another cell waits, or waits no more */
  onWanted: () => void;
}

/** The runs that a reader asks for on a page: of a cell, of what builds on a log, of what an input changes, of all. */
export class LessonRuns {
  readonly #options: LessonRunsOptions;
  readonly #inputRuns: InputRuns;
  /** cells whose run was asked for and is not over */
  readonly #wanted = new Set<string>();
  /** grows with every Stop */
  #stops = 0;

  constructor(options: LessonRunsOptions) {
    this.#options = options;
    this.#inputRuns = new InputRuns(options.open.session, async (cell) => {
      if (options.results.has(cell)) await this.run(cell, { isWhileTurning: true });
    });
  }

  /** Whether a run of a cell was asked for and is not over. */
  isWanted(cell: string): boolean {
    return this.#wanted.has(cell);
  }

  /** Fetches and starts what a run of the cell will need; nothing is run. */
  prepare(cell: string): void {
    this.#prepare([...ancestorsOf(this.#options.open.session.program, cell), cell]);
  }

  /** Fetches and starts what a run of all cells will need. */
  prepareAll(): void {
    this.#prepare([...this.#options.results.keys()].filter((id) => this.#isStep(id)));
  }

  #prepare(cells: readonly string[]): void {
    const { session, engine, logs } = this.#options.open;
    engine.warm();
    const plan = cells.map((id) => cellOf(session.program, id));
    if (plan.some(({ imports }) => imports.includes("@observablehq/plot"))) void loadPlot();
    for (const name of new Set(plan.flatMap((each) => each.logs))) {
      // A failure is said when the cell is run.
      if (logs.names.includes(name)) logs.sample(name).catch(() => undefined);
    }
  }

  /**
   * Runs a cell, and before it the cells that it needs and whose values are not there.
   *
   * @param how whether it may take as long as it needs; whether the reader is turning an input, so that more runs may follow at once
   */
  async run(cell: string, how: { hasNoLimit?: boolean; isWhileTurning?: boolean } = {}): Promise<void> {
    const { hasNoLimit = false, isWhileTurning = false } = how;
    if (this.#wanted.has(cell)) return;
    this.#wanted.add(cell);
    this.#options.onWanted();
    let result: RunResult | undefined;
    try {
      await this.#options.compile();
      result = await this.#options.open.session.run(cell, { hasNoLimit });
    } finally {
      this.#wanted.delete(cell);
      this.#options.onWanted();
    }
    await this.#options.results.get(cell)?.drawn;
    (isWhileTurning ? announceWhenQuiet : announce)(outcomeText(this.#titleOf(cell), result));
  }

  /** Sets an input of a cell, and runs what that changes. */
  async setInput(cell: string, name: string, value: string | number): Promise<void> {
    await this.#inputRuns.set(cell, name, value);
  }

  /**
   * Runs what shows a result of another log than the one in use, in the order of the page.
   *
   * @param onProgress called when a cell is done, and while one reads for long
   * @returns how many of the cells that build on the log gave no value; undefined when the reader stopped them
   */
  async runReaders(log: string, onProgress: (progress: ReadersProgress) => void): Promise<number | undefined> {
    const { session, logs } = this.#options.open;
    const stops = this.#stops;
    const shown = this.readersOf(log);
    const cells = shown.filter((id) => session.states[id]?.status !== "ran");
    let done = 0;
    const tell = () => {
      const { reading } = session;
      onProgress({ done, total: cells.length, reading: reading && logs.shareOf(reading) });
    };
    const runOne = async (id: string) => {
      await this.run(id);
      if (this.#stops !== stops) return;
      done += 1;
      tell();
    };
    const unsubscribe = session.subscribe(tell);
    tell();
    await Promise.all(cells.map(runOne));
    unsubscribe();
    if (this.#stops !== stops) return undefined;
    return shown.filter((id) => session.states[id]?.status === "failed").length;
  }

  /**
   * Runs all cells of the page whose values are not there, each after those that it needs.
   *
   * @param onDone called after each cell with how many are done, of how many
   */
  async runAll(onDone: (done: number, total: number) => void): Promise<RunAllEnd> {
    const { session } = this.#options.open;
    await this.#options.compile();
    const shown = runOrder(session.program).filter((id) => this.#isStep(id));
    const cells = shown.filter((id) => session.states[id]?.status !== "ran");
    for (const id of cells) this.#wanted.add(id);
    this.#options.onWanted();
    let done = 0;
    await session.runAll(cells, (id) => {
      this.#wanted.delete(id);
      this.#options.onWanted();
      onDone(++done, cells.length);
    });
    await Promise.all(cells.map((id) => this.#options.results.get(id)!.drawn));
    const failed = shown
      .filter((id) => session.states[id]?.status === "failed" && session.resultOf(id)?.ended !== "reader")
      .map((id) => ({ id, title: this.#titleOf(id) }));
    const ran = shown.filter((id) => session.states[id]?.status === "ran");
    return { total: shown.length, ran: ran.length, failed };
  }

  /** Calls the listener while a cell reads a log for long, and when it no longer does. */
  watchReading(log: string, listener: (reading: LogShare | undefined) => void): void {
    const { session, logs } = this.#options.open;
    let isReading = false;
    session.subscribe(() => {
      const { reading } = session;
      const isNow = reading?.log === log;
      if (isNow || isReading) listener(isNow ? logs.shareOf(reading) : undefined);
      isReading = isNow;
    });
  }

  stop(): void {
    this.#stops += 1;
    this.#options.open.session.stop();
  }

  /** Lifts the time limit of what runs. */
  keepGoing(): void {
    this.#options.open.session.keepGoing();
  }

  /** The cells on the page that build on a log; an exercise is run only by itself. */
  readersOf(log: string): string[] {
    return readersWithDependents(this.#options.open.session.program, log).filter((id) => this.#isStep(id));
  }

  /** Whether a cell stands on the page and is a step of the lesson, which an exercise is not. */
  #isStep(cell: string): boolean {
    return this.#options.results.has(cell) && !cellOf(this.#options.open.session.program, cell).isPrivate;
  }

  #titleOf(cell: string): string {
    return cellOf(this.#options.open.session.program, cell).title;
  }
}
