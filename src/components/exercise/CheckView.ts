import { renderValue } from "../../notebook/view/renderValue.ts";
import { cellContext } from "../cell/cellContext.ts";
import type { CheckWords } from "./checkTexts.ts";
import type { Checked } from "./ExerciseChecks.ts";
import type { LabExercise } from "./LabExercise.ts";

/** Milliseconds after which Check becomes Stop. */
const stopDelay = 300;

/** The visible side of a check: its buttons, what it says, and the line under it. */
export class CheckView {
  readonly #element: LabExercise;
  #stopTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: LabExercise) {
    this.#element = element;
  }

  /** Says that a check runs, and puts Stop in the place of Check if that takes a moment. */
  setRunning(isRunning: boolean): void {
    this.#element.toggleAttribute("data-checking", isRunning);
    clearTimeout(this.#stopTimer);
    if (isRunning) this.#stopTimer = setTimeout(() => this.#swap("start", "stop"), stopDelay);
    else this.#swap("stop", "start");
  }

  show({ state, lead, says }: CheckWords, { outcome, program }: Checked): void {
    this.#element.dataset["outcome"] = state;
    const words = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = lead;
    words.append(strong, " ", ...withCode(says));
    const context = cellContext({
      document,
      program,
      cell: this.#element.exercise,
      plot: undefined,
      addressOfLog: () => undefined,
    });
    const error = state === "failed" && "failed" in outcome ? [renderValue(outcome.failed, context)] : [];
    this.#part(".check-says").replaceChildren(words, ...error);
  }

  /** Says one sentence in the place of an outcome. */
  say(sentence: string): void {
    this.#element.removeAttribute("data-outcome");
    const words = document.createElement("p");
    words.textContent = sentence;
    this.#part(".check-says").replaceChildren(words);
  }

  setStamp(text: string): void {
    const stamp = this.#part(".check-stamp");
    if (stamp.textContent !== text) stamp.textContent = text;
  }

  #swap(former: "start" | "stop", next: "start" | "stop"): void {
    const [gone, come] = [this.#button(former), this.#button(next)];
    if (gone.hidden) return;
    const hadFocus = document.activeElement === gone;
    gone.hidden = true;
    come.hidden = false;
    // What is under the reader's finger takes the focus with the place.
    if (hadFocus) come.focus({ preventScroll: true });
  }

  #button(action: "start" | "stop"): HTMLButtonElement {
    return this.#element.querySelector<HTMLButtonElement>(`[data-check="${action}"]`)!;
  }

  #part(selector: string): HTMLElement {
    return this.#element.querySelector<HTMLElement>(selector)!;
  }
}

/** A sentence with its `code` marked. It may come from where a reader's code runs, so all of it stays text. */
function withCode(sentence: string): (string | HTMLElement)[] {
  return sentence.split("`").map((part, index) => {
    if (index % 2 === 0) return part;
    const code = document.createElement("code");
    code.textContent = part;
    return code;
  });
}
