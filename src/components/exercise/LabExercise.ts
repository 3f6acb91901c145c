import type { ExerciseRun } from "./ExerciseRun.ts";
import { solvedHere } from "./solvedHere.ts";
import { solvedText } from "./solvedText.ts";

/**
 * The check of an exercise: its starter is the cell that it stands in. This script only listens and shows what was solved;
 * what checks is fetched when the reader's pointer or focus comes near.
 */
export class LabExercise extends HTMLElement {
  #run: Promise<ExerciseRun> | undefined;

  connectedCallback(): void {
    const cell = this.closest<HTMLElement>("lab-cell")!;
    this.#showMark();
    // What fails here is said when the answer is checked.
    const near = () =>
      void this.#open()
        .then((run) => run.prepare())
        .catch(() => undefined);
    for (const type of ["pointerenter", "focusin"]) this.addEventListener(type, near, { once: true });
    this.addEventListener("click", ({ target }) => {
      const action = (target as Element).closest<HTMLElement>("[data-check]")?.dataset["check"];
      if (action === "start") this.#do((run) => run.check());
      else if (action === "stop") this.#do((run) => run.stop());
    });
    this.addEventListener("exercise-solved", () => this.#showMark());
    // On its way down: the editor has another command for these keys.
    const onKey = (event: KeyboardEvent) => {
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.key !== "Enter" || !event.shiftKey || !isCommand || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.#do((run) => run.check());
    };
    cell.addEventListener("keydown", onKey, { capture: true });
  }

  /** The content id of the lesson: `lessons/perfmon`. */
  get page(): string {
    return this.dataset["page"] ?? "";
  }

  /** The exercise's id, which is also its cell's. */
  get exercise(): string {
    return this.dataset["exercise"] ?? "";
  }

  get exerciseTitle(): string {
    return this.dataset["title"] ?? "";
  }

  /** Which text of the check the page has. */
  get version(): string {
    return this.dataset["version"] ?? "";
  }

  #showMark(): void {
    const solved = solvedHere.of(this.page, this.exercise);
    const mark = this.closest("lab-cell")!.querySelector(".solved-mark")!;
    mark.textContent = solved ? solvedText(solved, this.version, Date.now()) : "";
  }

  #open(): Promise<ExerciseRun> {
    if (!this.#run) {
      this.#run = import("./ExerciseRun.ts").then(({ ExerciseRun }) => new ExerciseRun(this));
      this.#run.catch(() => (this.#run = undefined));
    }
    return this.#run;
  }

  #do(action: (run: ExerciseRun) => Promise<void>): void {
    this.#open()
      .then(action)
      .catch((error: unknown) => {
        console.info(error);
        this.querySelector(".check-says")!.textContent =
          "What checks answers could not be fetched. Try again once the connection is back; your code stays as it is.";
      });
  }
}

customElements.define("lab-exercise", LabExercise);
