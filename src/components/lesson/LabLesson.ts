import { announce } from "../cell/announce.ts";
import { lessonOf } from "../cell/lessonOf.ts";
import type { LessonPage } from "../cell/LessonPage.ts";
import { runAllText } from "./runAllText.ts";

/** What concerns all cells of a lesson at once: running them, ending that, and the keys. */
class LabLesson extends HTMLElement {
  #isRunning = false;
  /** the cells that Undo reset brings back */
  #resetCells: readonly string[] = [];

  connectedCallback(): void {
    const runAll = this.#control("run-all");
    const prepare = () =>
      void lessonOf(this.#page).then(
        (lesson) => lesson.runs.prepareAll(),
        () => undefined,
      );
    for (const type of ["pointerenter", "focusin"]) runAll.addEventListener(type, prepare, { once: true });
    runAll.addEventListener("click", () => void this.#runAll());
    this.#control("stop-all").addEventListener(
      "click",
      () => void lessonOf(this.#page).then((lesson) => lesson.runs.stop()),
    );
    this.#watchChanges();
    this.#control("reset-all").addEventListener("click", () => void this.#resetAll());
    this.#control("undo-reset-all").addEventListener("click", (event) => {
      // It stands where Reset all was: the second click of a double click is not meant for it.
      if (event.detail < 2) void this.#undoResetAll();
    });
    // What is typed after a reset is the reader's newer version: there is nothing to undo any more.
    document.addEventListener("input", () => {
      if (!this.#control("undo-reset-all").hidden) this.#swap("undo-reset-all", "reset-all");
    });
  }

  /** Notes whether a cell is the reader's own version. Not by a `:has` of the page: that made each result draw twice as slowly. */
  #watchChanges(): void {
    const note = () => this.toggleAttribute("data-changed", document.querySelector("lab-cell[data-edited]") !== null);
    new MutationObserver(note).observe(document.body, { subtree: true, attributeFilter: ["data-edited"] });
    note();
  }

  /** Gives the lesson's code back to every cell that the reader has changed; one click brings the reader's back. */
  async #resetAll(): Promise<void> {
    const lesson = await lessonOf(this.#page);
    this.#resetCells = await lesson.resetAll();
    if (this.#resetCells.length > 0) this.#swap("reset-all", "undo-reset-all");
  }

  async #undoResetAll(): Promise<void> {
    const lesson = await lessonOf(this.#page);
    await lesson.undoResetAll(this.#resetCells);
    this.#swap("undo-reset-all", "reset-all");
  }

  get #page(): string {
    return this.dataset["page"] ?? "";
  }

  async #runAll(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#swap("run-all", "stop-all");
    try {
      await this.#run(await lessonOf(this.#page));
    } catch (error) {
      console.info(error);
      this.#say("What runs cells could not be fetched. Try again once the connection is back.");
    } finally {
      this.#isRunning = false;
      this.#swap("stop-all", "run-all");
    }
  }

  async #run(lesson: LessonPage): Promise<void> {
    const started = performance.now();
    this.#say("Running …");
    const end = await lesson.runs.runAll((done, total) => this.#say(`Running: ${done} of ${total} done`));
    const { text, firstFailed } = runAllText(end, performance.now() - started);
    this.#say(text, firstFailed);
    announce(text);
  }

  /** @param cell a cell that the words lead to */
  #say(words: string, cell?: { id: string; title: string }): void {
    const said = this.querySelector(".lesson-bar-said")!;
    said.textContent = words;
    if (!cell) return;
    const link = document.createElement("a");
    link.href = `#cell-${cell.id}`;
    link.textContent = `Show “${cell.title}”`;
    said.append(" ", link);
  }

  #swap(former: string, next: string): void {
    const [gone, come] = [this.#control(former), this.#control(next)];
    const hadFocus = document.activeElement === gone;
    gone.hidden = true;
    come.hidden = false;
    if (hadFocus) come.focus({ preventScroll: true });
  }

  #control(action: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }
}

customElements.define("lab-lesson", LabLesson);
