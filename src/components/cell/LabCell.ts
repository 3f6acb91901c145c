import "../../notebook/view/reading/ReadableChart.ts";
import "../edits/watchEdits.ts";
import "../report/LabReport.ts";
import type { LessonPage } from "./LessonPage.ts";
import { lessonOf } from "./lessonOf.ts";

/** How long after a click it is clear that it does not begin a double click, which selects a word. */
const doubleClickMs = 220;

/**
 * A cell of a lesson: its code, its controls and its result stand in the page. This script only listens; what runs, edits
 * and draws is fetched when the reader's pointer or focus comes near a control.
 */
export class LabCell extends HTMLElement {
  #editTimer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#atFirstNearing(".cell-controls", (lesson) => lesson.runs.prepare(this.cell));
    this.#atFirstNearing('[data-action="edit"]', (lesson) => lesson.prepareEditor());
    this.addEventListener("click", (event) => this.#onClick(event));
    this.addEventListener("input", (event) => this.#onInput(event));
    this.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** The content id of the lesson that the cell belongs to: `lessons/perfmon`. */
  get page(): string {
    return this.dataset["page"] ?? "";
  }

  /** The cell's id in its lesson. */
  get cell(): string {
    return this.dataset["cell"] ?? "";
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const action = target.closest<HTMLElement>("[data-action]")?.dataset["action"];
    if (action === "run") void this.#do((lesson) => lesson.runs.run(this.cell));
    else if (action === "stop") void this.#do((lesson) => lesson.runs.stop());
    else if (action === "keep-going") void this.#do((lesson) => lesson.runs.keepGoing());
    else if (action === "run-long") void this.#do((lesson) => lesson.runs.run(this.cell, { hasNoLimit: true }));
    else if (action === "edit") void this.#do((lesson) => lesson.edit(this.cell));
    else if (action === "reset") void this.#do((lesson) => lesson.reset(this.cell));
    // It stands where Reset was: the second click of a double click is not meant for it.
    else if (action === "undo-reset") void (event.detail < 2 && this.#do((lesson) => lesson.undoReset(this.cell)));
    else if (action === "choose")
      void this.#do((lesson) => lesson.choose(this.cell, (target as HTMLButtonElement).value));
    else if (target.closest("pre")) this.#onCodeClick(event);
  }

  /** An input of the cell was set: the cell and what builds on it run with the new value. */
  #onInput({ target }: Event): void {
    const control = (target as Element).closest<HTMLInputElement | HTMLSelectElement>("[data-input]");
    if (!control) return;
    const value = control.type === "range" ? Number(control.value) : control.value;
    const output = control.parentElement!.querySelector("output");
    if (output) output.textContent = String(value);
    void this.#do((lesson) => lesson.setInput(this.cell, control.dataset["input"]!, value));
  }

  /** A click on the code that selects nothing opens the editor; selecting text never does. */
  #onCodeClick(event: MouseEvent): void {
    clearTimeout(this.#editTimer);
    if (event.detail !== 1 || event.button !== 0) return;
    this.#editTimer = setTimeout(() => {
      if (getSelection()?.isCollapsed !== false) void this.#do((lesson) => lesson.edit(this.cell));
    }, doubleClickMs);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      // With Shift it is another command: an exercise's answer is checked by it.
      if (event.shiftKey) return;
      event.preventDefault();
      void this.#do((lesson) => lesson.runs.run(this.cell));
    } else if ((event.target as Element).matches("pre")) {
      event.preventDefault();
      void this.#do((lesson) => (event.shiftKey ? lesson.runAndGoOn(this.cell) : lesson.edit(this.cell)));
    }
  }

  /** Does something ahead when the pointer or the focus comes to a control for the first time. */
  #atFirstNearing(selector: string, prepare: (lesson: LessonPage) => void): void {
    // What fails here is said when the control is used.
    const near = () => void lessonOf(this.page).then(prepare, () => undefined);
    for (const type of ["pointerenter", "focusin"])
      this.querySelector(selector)?.addEventListener(type, near, { once: true });
  }

  async #do(action: (lesson: LessonPage) => unknown): Promise<void> {
    try {
      await action(await lessonOf(this.page));
    } catch (error) {
      console.info(error);
      this.querySelector(".cell-stamp > span")!.textContent =
        "What runs cells could not be fetched. Try again once the connection is back; until then the result is the lesson’s own.";
    }
  }
}

customElements.define("lab-cell", LabCell);
