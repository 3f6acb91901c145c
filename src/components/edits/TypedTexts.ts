import { cellOf } from "../../notebook/graph/cellGraph.ts";
import type { Session } from "../../notebook/run/Session.ts";
import type { StaleReasons } from "../cell/StaleReasons.ts";

/** How long the reader may type before the cells are compiled again, so that what depends on them shows as stale. */
const compileDelay = 200;

/** The texts of a lesson's cells as the reader has them, and their way to the session: a text is compiled soon after it was typed. */
export class TypedTexts {
  readonly #session: Session;
  readonly #reasons: StaleReasons;
  readonly #onCompiled: () => void;
  readonly #lessonTexts: ReadonlyMap<string, string>;
  /** texts that are not compiled yet */
  readonly #typed = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #compiled: Promise<void> = Promise.resolve();

  /** @param onCompiled called after each cell that was compiled */
  constructor(session: Session, reasons: StaleReasons, onCompiled: () => void) {
    this.#session = session;
    this.#reasons = reasons;
    this.#onCompiled = onCompiled;
    this.#lessonTexts = new Map(session.program.cells.map(({ id, source }) => [id, source]));
  }

  textOf(cell: string): string {
    return this.#typed.get(cell) ?? cellOf(this.#session.program, cell).source;
  }

  /** Whether the session knows the text as the reader sees it. */
  isCompiled(cell: string): boolean {
    return !this.#typed.has(cell);
  }

  lessonTextOf(cell: string): string {
    return this.#lessonTexts.get(cell)!;
  }

  isEdited(cell: string): boolean {
    return this.textOf(cell) !== this.lessonTextOf(cell);
  }

  set(cell: string, text: string): void {
    this.#typed.set(cell, text);
    clearTimeout(this.#timer);
    // What keeps it from compiling is said when the cell is run.
    this.#timer = setTimeout(() => void this.compile().catch(() => undefined), compileDelay);
  }

  /** Compiles what was typed; what became another program by it is stale. A run waits for it, whoever began it. */
  compile(): Promise<void> {
    clearTimeout(this.#timer);
    const compiled = this.#compiled.then(() => this.#compileTyped());
    this.#compiled = compiled.catch(() => undefined);
    return compiled;
  }

  async #compileTyped(): Promise<void> {
    for (const [cell, text] of [...this.#typed]) {
      this.#reasons.codeChanged(this.#session.program, cell);
      // When the compiler cannot be fetched, the text stays the reader's and is tried again.
      await this.#session.edit(cell, text);
      if (this.#typed.get(cell) === text) this.#typed.delete(cell);
      this.#reasons.codeChanged(this.#session.program, cell);
      this.#onCompiled();
    }
  }
}
