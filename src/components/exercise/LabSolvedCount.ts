import { progressHere } from "../progress/progressHere.ts";
import { solvedCountText } from "./solvedText.ts";

/** How many of a lesson's exercises were solved in this browser. */
class LabSolvedCount extends HTMLElement {
  connectedCallback(): void {
    this.#show();
    progressHere.subscribe(() => this.#show());
  }

  #show(): void {
    const { page = "", exercises = "" } = this.dataset;
    const ids = exercises.split(" ");
    const done = progressHere.of(page).exercises;
    const solved = ids.filter((id) => Object.hasOwn(done, id));
    this.querySelector("span")!.textContent = solvedCountText(solved.length, ids.length);
  }
}

customElements.define("lab-solved-count", LabSolvedCount);
