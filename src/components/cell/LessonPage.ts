import { ancestorsOf, cellOf, runOrder } from "../../notebook/graph/cellGraph.ts";
import type { RunResult } from "../../notebook/run/Engine.ts";
import { announce, announceWhenQuiet, prepareAnnouncer } from "./announce.ts";
import type { Place } from "../editor/Editor.ts";
import { loadPlot } from "./CellDrawing.ts";
import { LessonEdits } from "../edits/LessonEdits.ts";
import { siteStore } from "../edits/siteStore.ts";
import { TypedTexts } from "../edits/TypedTexts.ts";
import { CellEditing, prepareEditor, type Opening } from "./CellEditing.ts";
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
  readonly #views = new Map<string, CellView>();
  readonly #results = new Map<string, ResultView>();
  readonly #reasons = new StaleReasons();
  readonly #editing = new CellEditing();
  /** cells whose run was asked for and is not over */
  readonly #wanted = new Set<string>();
  readonly #texts: TypedTexts;
  readonly #edits: LessonEdits;
  readonly #inputRuns: InputRuns;
  /** grows with every Stop */
  #stops = 0;

  constructor(page: string, open: OpenSession) {
    this.#open = open;
    const { session, logs } = open;
    for (const element of document.querySelectorAll<LabCell>("lab-cell")) {
      if (element.page !== page) continue;
      const view = new CellView(element);
      this.#views.set(element.cell, view);
      const onDrawn = () => this.#refresh();
      this.#results.set(element.cell, new ResultView(view, { session, logs }, onDrawn));
    }
    this.#texts = new TypedTexts(session, this.#reasons, () => this.#refresh());
    this.#edits = new LessonEdits({
      page,
      session,
      texts: this.#texts,
      views: this.#views,
      editorOf: (view) => this.#editing.editorOf(view),
      store: siteStore,
    });
    this.#inputRuns = new InputRuns(session, async (cell) => {
      if (this.#views.has(cell)) await this.run(cell, { isWhileTurning: true });
    });
    session.subscribe(() => this.#refresh());
    prepareAnnouncer();
    // “running, 3 s” and “just now” grow old.
    setInterval(() => this.#refresh(), 1000);
  }

  /** Fetches a lesson's program and what runs it, and brings the reader's kept edits back into it. */
  static async open(page: string): Promise<LessonPage> {
    const lesson = new LessonPage(page, await openSession(page));
    lesson.#edits.restore();
    // Until then the session takes an edited cell for the lesson's. What does not compile says so when it is run.
    await lesson.#texts.compile().catch(() => undefined);
    return lesson;
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
      await this.#texts.compile();
      result = await this.#open.session.run(cell, { hasNoLimit });
    } finally {
      this.#wanted.delete(cell);
      this.#refresh();
    }
    await this.#results.get(cell)?.drawn;
    (isWhileTurning ? announceWhenQuiet : announce)(outcomeText(this.#titleOf(cell), result));
  }

  /** Runs a cell and goes on to the code of the next one on the page, as far as there is one. */
  async runAndGoOn(cell: string): Promise<void> {
    const ran = this.run(cell);
    const cells = [...this.#views.keys()];
    const next = this.#views.get(cells[cells.indexOf(cell) + 1] ?? "");
    if (next) {
      this.#editing.close();
      next.element.scrollIntoView({ block: "nearest" });
      next.focus();
    }
    await ran;
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
    const ran = this.#inputRuns.set(cell, name, value);
    this.#edits.inputSet(cell);
    await ran;
  }

  /**
   * Runs all cells of the page whose values are not there, each after those that it needs.
   *
   * @param onDone called after each cell with how many are done, of how many
   */
  async runAll(onDone: (done: number, total: number) => void): Promise<RunAllEnd> {
    const { session } = this.#open;
    await this.#texts.compile();
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
  async edit(cell: string, opening: Opening = {}): Promise<void> {
    const { session, logs } = this.#open;
    const cells = session.program.cells.map(({ id, isPrivate = false }) => ({
      id,
      text: this.#texts.textOf(id),
      isExercise: isPrivate,
    }));
    const options = {
      lesson: { cells, logs: logs.names },
      text: this.#texts.textOf(cell),
      onChange: (text: string) => this.#edits.type(cell, text),
      onRun: () => void this.run(cell),
      onRunAndGoOn: () => void this.runAndGoOn(cell),
      onIntent: () => this.prepare(cell),
      isLessonText: () => !this.#texts.isEdited(cell),
      onOpenCell: (other: string, at: Place) => this.#editAtDefinition(other, at, cell, opening),
    };
    await this.#editing.open(this.#views.get(cell)!, options, opening);
  }

  /** Opens the editor where a name is defined; Escape leads back to where it was used. */
  #editAtDefinition(cell: string, at: Place, from: string, former: Opening): boolean {
    const use = this.#editing.editorOf(this.#views.get(from)!)?.place();
    if (!this.#views.has(cell)) return false;
    const go = () => void this.edit(from, { ...former, ...(use ? { at: use } : {}) });
    void this.edit(cell, { at, back: { title: this.#titleOf(from), go } });
    return true;
  }

  /** Brings the lesson's text and inputs back, and with them the lesson's result where nothing that it builds on was changed. */
  async reset(cell: string): Promise<void> {
    this.#edits.reset(cell);
    await this.#texts.compile();
    announce(`${this.#titleOf(cell)}: the lesson’s code is back. Undo reset brings yours.`);
  }

  /** Takes the last Reset of a cell back, if nothing was changed in it since. */
  async undoReset(cell: string): Promise<void> {
    this.#edits.undoReset(cell);
    await this.#texts.compile();
    announce(`${this.#titleOf(cell)}: your code is back.`);
  }

  /** Resets every cell of the page. @returns the cells that were changed, for `undoResetAll` */
  async resetAll(): Promise<string[]> {
    const cells = this.#edits.changed;
    for (const cell of cells) this.#edits.reset(cell);
    await this.#texts.compile();
    if (cells.length > 0)
      announce(`The lesson’s code is back in ${cells.length === 1 ? "one cell" : `${cells.length} cells`}.`);
    return cells;
  }

  /** Takes the Reset of these cells back; one that was changed since is left as it is. */
  async undoResetAll(cells: readonly string[]): Promise<void> {
    for (const cell of cells) this.#edits.undoReset(cell);
    await this.#texts.compile();
    announce("Your versions are back.");
  }

  /** Does what a button of a notice about an edit says. */
  async choose(cell: string, choice: string): Promise<void> {
    await this.#edits.choose(cell, choice);
    await this.#texts.compile();
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
    return this.#texts.textOf(cell);
  }

  /** Whether the text of a cell that the reader sees has given a value on this page. */
  hasRun(cell: string): boolean {
    const status = this.#open.session.states[cell]?.status;
    return this.#texts.isCompiled(cell) && (status === "asBuilt" || status === "ran" || status === "absent");
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

  #titleOf(cell: string): string {
    return cellOf(this.#open.session.program, cell).title;
  }

  #refresh(): void {
    for (const [cell, view] of this.#results) view.refresh(this.#wanted.has(cell), this.#reasons.of(cell));
  }
}
