import { progressHere } from "./progressHere.ts";
import { stateText } from "./progressText.ts";

/** What was done in a lesson, in a few words, where the path names it. */
class LabLessonState extends HTMLElement {
  connectedCallback(): void {
    this.#show();
    progressHere.subscribe(() => this.#show());
  }

  #show(): void {
    const { page = "", exercises = "" } = this.dataset;
    const text = stateText(progressHere.of(page), exercises.split(" ").filter(Boolean));
    if (this.textContent !== text) this.textContent = text;
  }
}

customElements.define("lab-lesson-state", LabLessonState);
