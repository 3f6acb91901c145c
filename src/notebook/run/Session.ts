import type { CellProblem, CellSource, CompiledCell, Program } from "../compile/Program.ts";
import { ancestorsOf, cellOf, isDifferent, readersOf, runOrder } from "../graph/cellGraph.ts";
import { builtStates, isCurrent, nextStates, type CellEvent, type CellStates } from "../graph/CellStates.ts";
import { planRun } from "../graph/planRun.ts";
import { restorableCells } from "../graph/restorableCells.ts";
import type { ErrorValue } from "../value/Value.ts";
import type { Engine, RunRequest, RunResult } from "./Engine.ts";
import { failedResult, problemResult } from "./failedResult.ts";
import type { ReadingProgress } from "./ReadingProgress.ts";
import type { InputSettings } from "./inputs.ts";
import { SessionInputs } from "./SessionInputs.ts";
import { SessionLogs } from "./SessionLogs.ts";

export interface SessionOptions {
  /** the lesson as it was built */
  program: Program;
  engine: Engine;
  /** the names of the lesson's logs */
  logs: readonly string[];
  /** fetches one of the lesson's own logs; asked once per log, when a cell first needs it */
  loadLog(name: string): Promise<Blob>;
  /** compiles all cells after an edit; a browser loads the compiler when this is first called */
  compile(sources: CellSource[]): Promise<Program> | Program;
}

type RunLimits = Pick<RunRequest, "hasNoLimit">;

/** What a reader has done in a lesson: edits, own logs, runs. Pure over its engine; the page subscribes and shows. */
export class Session {
  readonly #options: SessionOptions;
  readonly #built: Program;
  readonly #logs: SessionLogs;
  readonly #inputs = new SessionInputs();
  readonly #listeners = new Set<() => void>();
  readonly #results = new Map<string, RunResult>();
  #reading: ReadingProgress | undefined;
  #program: Program;
  #states: CellStates;
  #queue: Promise<unknown> = Promise.resolve();
  #edits: Promise<unknown> = Promise.resolve();
  /** grows with every Stop, so that what waits in the queue is dropped */
  #stops = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#built = this.#program = options.program;
    this.#states = builtStates(options.program);
    this.#logs = new SessionLogs(options.logs, options.loadLog);
    options.engine.onStray = (error) => this.#addStray(error);
    options.engine.onProgress = (reading) => {
      this.#reading = reading;
      this.#tell();
    };
  }

  get program(): Program {
    return this.#program;
  }

  get states(): CellStates {
    return this.#states;
  }

  /** The last result of a cell that was shown; undefined as long as only the one it was built with is. */
  resultOf(cell: string): RunResult | undefined {
    return this.#results.get(cell);
  }

  /** How far the cell under way has read its log; undefined when none runs, or reads for so long that it matters. */
  get reading(): ReadingProgress | undefined {
    return this.#reading;
  }

  /** Calls the listener after every change to states, results or program. Returns the function that ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes a reader's text for a cell. Resolves with what is wrong with it, in words, when something is. */
  edit(cell: string, text: string): Promise<CellProblem | undefined> {
    const edited = this.#edits.then(async () => {
      const sources = this.#program.cells.map(({ id, title, source, isPrivate }) => ({
        id,
        title,
        text: id === cell ? text : source,
        line: 0,
        ...(isPrivate ? { isPrivate } : {}),
      }));
      this.#replaceProgram(await this.#options.compile(sources));
      return cellOf(this.#program, cell).problem;
    });
    this.#edits = edited.catch(() => undefined);
    return edited;
  }

  /** Gives a cell the lesson's own text back. */
  reset(cell: string): Promise<CellProblem | undefined> {
    return this.edit(cell, cellOf(this.#built, cell).source);
  }

  /** Puts the reader's own file in the place of a log; undefined gives the lesson's log back. */
  replaceLog(name: string, file: Blob | undefined): void {
    if (!this.#logs.replace(name, file)) return;
    this.#apply({ type: "logReplaced", log: name });
    this.#restore();
    this.#tell();
  }

  /** Sets an input of a cell. What the cell shows, and what builds on it, is stale then. */
  setInput(cell: string, name: string, value: string | number): void {
    if (!this.#inputs.set(cell, name, value)) return;
    this.#apply({ type: "changed", cells: [cell] });
    this.#tell();
  }

  /** What is set on the inputs of a cell, by their names; empty while they have the author's values. */
  settingsOf(cell: string): InputSettings {
    return this.#inputs.settingsOf(cell);
  }

  /** Gives the inputs of a cell the author's values back. */
  clearInputs(cell: string): void {
    if (!this.#inputs.clear(cell)) return;
    this.#apply({ type: "changed", cells: [cell] });
    this.#restore();
    this.#tell();
  }

  /**
   * Runs a cell, after the cells it needs whose values are stale or absent. Undefined when it was stopped before, or edited meanwhile.
   *
   * @param limits whether the runs may take as long as they need
   */
  run(cell: string, limits: RunLimits = {}): Promise<RunResult | undefined> {
    return this.#enqueue(async (isStopped) => {
      while (!isStopped()) {
        // Planned anew after each cell: the reader can have edited one of them meanwhile.
        const [next = cell] = planRun(this.#program, this.#states, cell);
        const result = await this.#runOne(next, limits);
        if (next === cell) return result;
        if (result?.failed === true && !isStopped()) return this.#failFor(cell, next);
      }
      return undefined;
    });
  }

  /**
   * Runs cells in the order in which they need each other; those whose value is there already are left alone.
   *
   * @param cells which ones, with all that they need among them; all but the private ones when not given
   * @param onDone told of each cell when it is over, run or not
   */
  async runAll(cells?: readonly string[], onDone: (cell: string) => void = () => undefined): Promise<void> {
    const order = runOrder(this.#program).filter((id) =>
      cells ? cells.includes(id) : !cellOf(this.#program, id).isPrivate,
    );
    const pending = order.map((id) =>
      this.#enqueue(async (isStopped) => {
        try {
          if (isStopped() || this.#states[id]?.status === "ran") return;
          const failed = ancestorsOf(this.#program, id).find((needed) => this.#states[needed]?.status !== "ran");
          if (failed === undefined) await this.#runOne(id);
          else this.#failFor(id, failed);
        } finally {
          onDone(id);
        }
      }),
    );
    await Promise.all(pending);
  }

  /** The cell that is being run; undefined when none is. */
  get running(): string | undefined {
    return Object.keys(this.#states).find((id) => this.#states[id]!.status === "running");
  }

  /** When the time limit ends what runs, in ms since 1970; undefined when nothing does. */
  get endsAt(): number | undefined {
    return this.#options.engine.endsAt;
  }

  /** Lifts the time limit of what runs. */
  keepGoing(): void {
    this.#options.engine.keepGoing();
    this.#tell();
  }

  /** Ends what runs and drops what waits. Results shown stay valid; the values behind them are gone. */
  stop(): void {
    this.#stops++;
    this.#options.engine.stop();
    this.#apply({ type: "lost" });
    this.#tell();
  }

  dispose(): void {
    this.#stops++;
    this.#listeners.clear();
    this.#options.engine.dispose();
  }

  #enqueue<Result>(task: (isStopped: () => boolean) => Promise<Result>): Promise<Result> {
    const stops = this.#stops;
    const done = this.#queue.then(() => task(() => this.#stops !== stops));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** Undefined when the reader changed something the result depends on while it was being made. */
  async #runOne(id: string, limits: RunLimits = {}): Promise<RunResult | undefined> {
    const cell = cellOf(this.#program, id);
    const { version } = this.#states[id]!;
    this.#apply({ type: "started", cell: id });
    this.#tell();
    const result = cell.problem ? problemResult(cell, cell.problem) : await this.#runInEngine(cell, limits);
    this.#reading = undefined;
    if (result.lost) this.#apply({ type: "lost" });
    if (!isCurrent(this.#states, id, version)) return undefined;
    this.#results.set(id, result);
    this.#apply({ type: "finished", cell: id, version, failed: result.failed });
    this.#tell();
    return result;
  }

  async #runInEngine(cell: CompiledCell, limits: RunLimits): Promise<RunResult> {
    try {
      const logs = await this.#logs.logsOf(cell);
      return await this.#options.engine.run({ cell, logs, settings: this.#inputs.settings, ...limits });
    } catch (error) {
      return failedResult(cell.id, { kind: "error", name: "Error", message: (error as Error).message });
    }
  }

  #failFor(id: string, needed: string): RunResult {
    const message = `It needs the cell “${cellOf(this.#program, needed).title}”, which failed.`;
    const result = failedResult(id, { kind: "error", name: "Error", message, cell: id });
    this.#results.set(id, result);
    this.#apply({ type: "finished", cell: id, version: this.#states[id]!.version, failed: true });
    this.#tell();
    return result;
  }

  #replaceProgram(program: Program): void {
    const before = this.#program;
    const changed = program.cells.filter((cell) => isDifferent(cell, before)).map(({ id }) => id);
    // What needed a cell by its old text is as stale as what needs it by the new one.
    this.#apply({ type: "changed", cells: changed });
    this.#program = program;
    this.#apply({ type: "changed", cells: changed });
    this.#restore();
    this.#tell();
  }

  #restore(): void {
    const ofOtherLogs = new Set(this.#logs.replaced.flatMap((log) => readersOf(this.#program, log)));
    const isTouched = (id: string) => ofOtherLogs.has(id) || this.#inputs.isSetOn(id);
    const restored = restorableCells(this.#program, this.#built, this.#states, isTouched);
    if (restored.length === 0) return;
    for (const id of restored) this.#results.delete(id);
    this.#apply({ type: "restored", cells: restored });
  }

  #addStray(error: ErrorValue): void {
    const result = error.cell === undefined ? undefined : this.#results.get(error.cell);
    if (!result || this.#states[result.cell]?.status !== "ran") return;
    this.#results.set(result.cell, { ...result, failed: true, values: [...result.values, error] });
    this.#apply({ type: "finished", cell: result.cell, version: this.#states[result.cell]!.version, failed: true });
    this.#tell();
  }

  #apply(event: CellEvent): void {
    this.#states = nextStates(this.#program, this.#states, event);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
