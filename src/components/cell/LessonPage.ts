import { cellOf } from "../../notebook/graph/cellGraph.ts";
import { announce, prepareAnnouncer } from "./announce.ts";
import type { Place } from "../editor/Editor.ts";
import { LessonEdits } from "../edits/LessonEdits.ts";
import { siteStore } from "../edits/siteStore.ts";
import { TypedTexts } from "../edits/TypedTexts.ts";
import { CellEditing, prepareEditor, type Opening } from "./CellEditing.ts";
import { CellView } from "./CellView.ts";
import { inspectLog, type Inspection } from "./inspectLog.ts";
import type { LabCell } from "./LabCell.ts";
import type { LogDescription } from "../../pool/describeLog.ts";
import { openSession, type OpenSession } from "./openSession.ts";
import { LessonRuns } from "./LessonRuns.ts";
import { ResultView } from "./ResultView.ts";
import { StaleReasons } from "./StaleReasons.ts";

/** The running side of a lesson, one for all its cells and logs that stand on the page. */
export class LessonPage {
  readonly runs: LessonRuns;
  readonly #open: OpenSession;
  readonly #views = new Map<string, CellView>();
  readonly #results = new Map<string, ResultView>();
  readonly #reasons = new StaleReasons();
  readonly #editing = new CellEditing();
  readonly #texts: TypedTexts;
  readonly #edits: LessonEdits;

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
    this.runs = new LessonRuns({
      open,
      results: this.#results,
      compile: () => this.#texts.compile(),
      onWanted: () => this.#refresh(),
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

  /** Fetches the editor ahead. */
  prepareEditor(): void {
    prepareEditor().catch(() => undefined);
  }

  /** Runs a cell and goes on to the code of the next one on the page, as far as there is one. */
  async runAndGoOn(cell: string): Promise<void> {
    const ran = this.runs.run(cell);
    const cells = [...this.#views.keys()];
    const next = this.#views.get(cells[cells.indexOf(cell) + 1] ?? "");
    if (next) {
      this.#editing.close();
      next.element.scrollIntoView({ block: "nearest" });
      next.focus();
    }
    await ran;
  }

  /** Sets an input of a cell, and runs what that changes. */
  async setInput(cell: string, name: string, value: string | number): Promise<void> {
    const ran = this.runs.setInput(cell, name, value);
    this.#edits.inputSet(cell);
    await ran;
  }

  /** Says what a file of the reader's holds; undefined where that was ended, or nothing came of it. */
  inspect(inspection: Inspection): Promise<LogDescription | undefined> {
    return inspectLog(this.#open.session, this.#open.openEngine, inspection);
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
      onRun: () => void this.runs.run(cell),
      onRunAndGoOn: () => void this.runAndGoOn(cell),
      onIntent: () => this.runs.prepare(cell),
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
    return this.runs.readersOf(log).length;
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

  #titleOf(cell: string): string {
    return cellOf(this.#open.session.program, cell).title;
  }

  #refresh(): void {
    for (const [cell, view] of this.#results) view.refresh(this.runs.isWanted(cell), this.#reasons.of(cell));
  }
}
