import { solvedHere } from "./solvedHere.ts";
import { solvedCountText } from "./solvedText.ts";

/** How many of a lesson's exercises were solved in this browser. */
class LabSolvedCount extends HTMLElement {
  connectedCallback(): void {
    this.#show();
    document.addEventListener("exercise-solved", () => this.#show());
  }

  #show(): void {
    const { page = "", exercises = "" } = this.dataset;
    const ids = exercises.split(" ");
    const solved = ids.filter((id) => solvedHere.of(page, id));
    this.querySelector("span")!.textContent = solvedCountText(solved.length, ids.length);
  }
}

customElements.define("lab-solved-count", LabSolvedCount);
