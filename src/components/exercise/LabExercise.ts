import { progressHere } from "../progress/progressHere.ts";
import type { ExerciseRun } from "./ExerciseRun.ts";
import { answerIn, showAnswer } from "./fieldAnswer.ts";
import { answersHere } from "./answersHere.ts";
import { solvedText } from "./solvedText.ts";

/**
 * The check of an exercise: its starter is the cell that it stands in. This script only listens and shows what was solved;
 * what checks is fetched when the reader's pointer or focus comes near.
 */
export class LabExercise extends HTMLElement {
  #run: Promise<ExerciseRun> | undefined;

  connectedCallback(): void {
    this.#showMark();
    progressHere.subscribe(() => this.#showMark());
    if (this.form !== "code") this.#keepAnswer();
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
      else if (action === "reset") this.#reset();
    });
    // On its way down: the editor has another command for these keys.
    const onKey = (event: KeyboardEvent) => {
      const isCommand = event.ctrlKey || event.metaKey;
      if (event.key !== "Enter" || event.isComposing) return;
      const isInField = (event.target as Element).matches(".answer-field input");
      if (!isInField && !(event.shiftKey && isCommand)) return;
      event.preventDefault();
      event.stopPropagation();
      this.#do((run) => run.check());
    };
    this.#cell.addEventListener("keydown", onKey, { capture: true });
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

  /** How it is answered: by `code`, by what is `typed` into a field, or by a `choice`. */
  get form(): string {
    return this.dataset["form"] ?? "code";
  }

  get #cell(): HTMLElement {
    return this.closest<HTMLElement>(".cell")!;
  }

  /** Shows what was typed or chosen on an earlier visit or in another tab, and keeps what is now. */
  #keepAnswer(): void {
    const show = () => {
      showAnswer(this, answersHere.read(this.page, this.exercise));
      this.#offerReset();
    };
    show();
    answersHere.subscribe(show);
    this.addEventListener("input", () => this.#keep(answerIn(this)));
  }

  #keep(answer: string): void {
    const isKept = answersHere.write(this.page, this.exercise, answer);
    this.querySelector(".answer-note")!.textContent = isKept ? "" : "This browser does not keep it.";
    this.#offerReset();
  }

  #reset(): void {
    this.#keep("");
    showAnswer(this, "");
    this.#offerReset();
    this.querySelector<HTMLElement>(".answer-field input")!.focus();
  }

  #offerReset(): void {
    this.querySelector<HTMLElement>('[data-check="reset"]')!.hidden = answerIn(this) === "";
  }

  #showMark(): void {
    const { exercises } = progressHere.of(this.page);
    const solved = Object.hasOwn(exercises, this.exercise) ? exercises[this.exercise] : undefined;
    const mark = this.#cell.querySelector(".solved-mark")!;
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
