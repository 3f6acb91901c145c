import { ancestorsOf, cellOf, runOrder } from "../../notebook/graph/cellGraph.ts";
import type { RunResult } from "../../notebook/run/Engine.ts";
import { announce, announceWhenQuiet, prepareAnnouncer } from "./announce.ts";
import { loadPlot } from "./CellDrawing.ts";
import { CellEditing, prepareEditor } from "./CellEditing.ts";
import { CellView } from "./CellView.ts";
import { InputRuns } from "./InputRuns.ts";
import { inspectLog, type Inspection } from "./inspectLog.ts";
import type { LabCell } from "./LabCell.ts";
import type { LogDescription } from "../../pool/describeLog.ts";
import { openSession, type OpenSession } from "./openSession.ts";
import { outcomeText } from "./outcomeText.ts";
import { readersWithDependents, StaleReasons } from "./StaleReasons.ts";
import { ResultView } from "./ResultView.ts";
import type { LogShare } from "./stampText.ts";

/** How long the reader may type before the cells are compiled again, so that what depends on them shows as stale. */
const compileDelay = 200;

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

/** The running side of a lesson, one for all its cells and logs that stand on the page. */
export class LessonPage {
  readonly #open: OpenSession;
  readonly #lessonTexts: ReadonlyMap<string, string>;
  readonly #views = new Map<string, CellView>();
  readonly #results = new Map<string, ResultView>();
  readonly #reasons = new StaleReasons();
  readonly #editing = new CellEditing();
  /** cells whose run was asked for and is not over */
  readonly #wanted = new Set<string>();
  /** texts that the reader has typed and that are not compiled yet */
  readonly #typed = new Map<string, string>();
  readonly #inputRuns: InputRuns;
  /** grows with every Stop */
  #stops = 0;
  #compileTimer: ReturnType<typeof setTimeout> | undefined;
  #compiled: Promise<void> = Promise.resolve();

  constructor(page: string, open: OpenSession) {
    this.#open = open;
    const { session, logs } = open;
    this.#lessonTexts = new Map(session.program.cells.map(({ id, source }) => [id, source]));
    for (const element of document.querySelectorAll<LabCell>("lab-cell")) {
      if (element.page !== page) continue;
      const view = new CellView(element);
      this.#views.set(element.cell, view);
      const onDrawn = () => this.#refresh();
      this.#results.set(element.cell, new ResultView(view, { session, logs }, onDrawn));
    }
    this.#inputRuns = new InputRuns(session, async (cell) => {
      if (this.#views.has(cell)) await this.run(cell, { isWhileTurning: true });
    });
    session.subscribe(() => this.#refresh());
    prepareAnnouncer();
    // “running, 3 s” and “just now” grow old.
    setInterval(() => this.#refresh(), 1000);
  }

  /** Fetches a lesson's program and what runs it. */
  static async open(page: string): Promise<LessonPage> {
    return new LessonPage(page, await openSession(page));
  }

  /** Fetches and starts what a run of the cell will need; nothing is run. */
  prepare(cell: string): void {
    this.#prepare([...ancestorsOf(this.#open.session.program, cell), cell]);
  }

  /** Fetches and starts what a run of all cells will need. */
  prepareAll(): void {
    this.#prepare([...this.#views.keys()].filter((id) => this.#isStep(id)));
  }

  #prepare(cells: readonly string[]): void {
    const { session, engine, logs } = this.#open;
    engine.warm();
    const plan = cells.map((id) => cellOf(session.program, id));
    if (plan.some(({ imports }) => imports.includes("@observablehq/plot"))) void loadPlot();
    for (const name of new Set(plan.flatMap((each) => each.logs))) {
      // A failure is said when the cell is run.
      if (logs.names.includes(name)) logs.sample(name).catch(() => undefined);
    }
  }

  /** Fetches the editor ahead. */
  prepareEditor(): void {
    prepareEditor().catch(() => undefined);
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
    this.#refresh();
    let result: RunResult | undefined;
    try {
      await this.#compile();
      result = await this.#open.session.run(cell, { hasNoLimit });
    } finally {
      this.#wanted.delete(cell);
      this.#refresh();
    }
    await this.#results.get(cell)?.drawn;
    (isWhileTurning ? announceWhenQuiet : announce)(outcomeText(this.#titleOf(cell), result));
  }

  /**
   * Runs what shows a result of another log than the one in use, in the order of the page.
   *
   * @param onProgress called when a cell is done, and while one reads for long
   * @returns how many of the cells that build on the log gave no value; undefined when the reader stopped them
   */
  async runReaders(log: string, onProgress: (progress: ReadersProgress) => void): Promise<number | undefined> {
    const { session, logs } = this.#open;
    const stops = this.#stops;
    const shown = this.#readersOf(log);
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

  /** Sets an input of a cell, and runs what that changes. */
  async setInput(cell: string, name: string, value: string | number): Promise<void> {
    await this.#inputRuns.set(cell, name, value);
  }

  /**
   * Runs all cells of the page whose values are not there, each after those that it needs.
   *
   * @param onDone called after each cell with how many are done, of how many
   */
  async runAll(onDone: (done: number, total: number) => void): Promise<RunAllEnd> {
    const { session } = this.#open;
    await this.#compile();
    const shown = runOrder(session.program).filter((id) => this.#isStep(id));
    const cells = shown.filter((id) => session.states[id]?.status !== "ran");
    for (const id of cells) this.#wanted.add(id);
    this.#refresh();
    let done = 0;
    await session.runAll(cells, (id) => {
      this.#wanted.delete(id);
      this.#refresh();
      onDone(++done, cells.length);
    });
    await Promise.all(cells.map((id) => this.#results.get(id)!.drawn));
    const failed = shown
      .filter((id) => session.states[id]?.status === "failed" && session.resultOf(id)?.ended !== "reader")
      .map((id) => ({ id, title: this.#titleOf(id) }));
    const ran = shown.filter((id) => session.states[id]?.status === "ran");
    return { total: shown.length, ran: ran.length, failed };
  }

  /** Calls the listener while a cell reads a log for long, and when it no longer does. */
  watchReading(log: string, listener: (reading: LogShare | undefined) => void): void {
    const { session, logs } = this.#open;
    let isReading = false;
    session.subscribe(() => {
      const { reading } = session;
      const isNow = reading?.log === log;
      if (isNow || isReading) listener(isNow ? logs.shareOf(reading) : undefined);
      isReading = isNow;
    });
  }

  /** Says what a file of the reader's holds; undefined where that was ended, or nothing came of it. */
  inspect(inspection: Inspection): Promise<LogDescription | undefined> {
    return inspectLog(this.#open.session, this.#open.openEngine, inspection);
  }

  stop(): void {
    this.#stops += 1;
    this.#open.session.stop();
  }

  /** Lifts the time limit of what runs. */
  keepGoing(): void {
    this.#open.session.keepGoing();
  }

  /** Opens the editor on a cell. */
  async edit(cell: string): Promise<void> {
    const { session, logs } = this.#open;
    const cells = session.program.cells.map(({ id, isPrivate = false }) => ({
      id,
      text: this.textOf(id),
      isExercise: isPrivate,
    }));
    await this.#editing.open(this.#views.get(cell)!, {
      lesson: { cells, logs: logs.names },
      text: this.textOf(cell),
      onChange: (text) => this.#type(cell, text),
      onRun: () => void this.run(cell),
      onIntent: () => this.prepare(cell),
      isLessonText: () => !this.#isEdited(cell),
    });
  }

  /** Brings the lesson's text back, and with it the lesson's result where nothing that it builds on was changed. */
  async reset(cell: string): Promise<void> {
    const view = this.#views.get(cell)!;
    const text = this.#lessonTexts.get(cell)!;
    const editor = this.#editing.editorOf(view);
    if (editor) editor.setText(text);
    else view.restoreLessonCode();
    this.#type(cell, text);
    await this.#compile();
    (editor ?? view).focus();
    announce(`${this.#titleOf(cell)}: the lesson’s code is back.`);
  }

  /**
   * Puts a file in the place of a log; undefined brings the sample back.
   *
   * @returns how many cells of the page read the log or build on one that does
   */
  replaceLog(log: string, file: File | undefined): number {
    const { session, logs } = this.#open;
    logs.replace(log, file);
    this.#reasons.logReplaced(session.program, log, file?.name);
    session.replaceLog(log, file);
    return this.#readersOf(log).length;
  }

  /** The file of the reader's that stands in the place of a log. */
  ownFile(log: string): File | undefined {
    return this.#open.logs.ownFile(log);
  }

  /** A cell's text as the reader sees it, compiled or not. */
  textOf(cell: string): string {
    return this.#typed.get(cell) ?? cellOf(this.#open.session.program, cell).source;
  }

  /** Whether the text of a cell that the reader sees has given a value on this page. */
  hasRun(cell: string): boolean {
    const status = this.#open.session.states[cell]?.status;
    return !this.#typed.has(cell) && (status === "asBuilt" || status === "ran" || status === "absent");
  }

  /** Calls the listener after every change to what the cells are or show. */
  subscribe(listener: () => void): void {
    this.#open.session.subscribe(listener);
  }

  /** The cells on the page that build on a log; an exercise is run only by itself. */
  #readersOf(log: string): string[] {
    return readersWithDependents(this.#open.session.program, log).filter((id) => this.#isStep(id));
  }

  /** Whether a cell stands on the page and is a step of the lesson, which an exercise is not. */
  #isStep(cell: string): boolean {
    return this.#views.has(cell) && !cellOf(this.#open.session.program, cell).isPrivate;
  }

  #type(cell: string, text: string): void {
    this.#typed.set(cell, text);
    this.#views.get(cell)?.setEdited(this.#isEdited(cell));
    clearTimeout(this.#compileTimer);
    // What keeps it from compiling is said when the cell is run.
    this.#compileTimer = setTimeout(() => void this.#compile().catch(() => undefined), compileDelay);
  }

  /** Compiles what was typed; what became another program by it is stale. A run waits for it, whoever began it. */
  #compile(): Promise<void> {
    clearTimeout(this.#compileTimer);
    const compiled = this.#compiled.then(() => this.#compileTyped());
    this.#compiled = compiled.catch(() => undefined);
    return compiled;
  }

  async #compileTyped(): Promise<void> {
    const { session } = this.#open;
    for (const [cell, text] of [...this.#typed]) {
      this.#reasons.codeChanged(session.program, cell);
      // When the compiler cannot be fetched, the text stays the reader's and is tried again.
      await session.edit(cell, text);
      if (this.#typed.get(cell) === text) this.#typed.delete(cell);
      this.#reasons.codeChanged(session.program, cell);
      this.#refresh();
    }
  }

  #isEdited(cell: string): boolean {
    return this.textOf(cell) !== this.#lessonTexts.get(cell);
  }

  #titleOf(cell: string): string {
    return cellOf(this.#open.session.program, cell).title;
  }

  #refresh(): void {
    for (const [cell, view] of this.#results) view.refresh(this.#wanted.has(cell), this.#reasons.of(cell));
  }
}
