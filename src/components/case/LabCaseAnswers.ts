import { ANSWER_COLUMNS } from "../../pool/simulator/finalCase/answerRow.ts";
import { readSeeds } from "../../pool/simulator/finalCase/readSeeds.ts";
import { copyText } from "../share/copyText.ts";

/** Lists the answers of cases, computed here when somebody asks. */
class LabCaseAnswers extends HTMLElement {
  #rows: string[][] = [];

  connectedCallback(): void {
    const asked = new URLSearchParams(location.search).get("seed");
    if (asked !== null && Array.isArray(readSeeds(asked))) this.#field.value = asked;
    this.#nameButton();
    this.#field.addEventListener("input", () => this.#nameButton());
    this.querySelector("form")!.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#show();
    });
    this.#control("stop").addEventListener("click", () => {
      void import("./CaseThread.ts").then(({ caseThread }) => caseThread.stop());
    });
    this.#control("copy").addEventListener("click", () => void this.#copy());
  }

  async #show(): Promise<void> {
    const seeds = readSeeds(this.#field.value);
    if (typeof seeds === "string") {
      this.#field.setAttribute("aria-invalid", "true");
      this.#field.focus();
      return this.#say(seeds);
    }
    this.#field.removeAttribute("aria-invalid");
    this.#rows = [];
    this.#submit.hidden = true;
    this.#control("stop").hidden = false;
    try {
      const { caseThread } = await import("./CaseThread.ts");
      for (const seed of seeds) {
        this.#say(`${this.#rows.length} of ${seeds.length} done …`);
        this.#rows.push(await caseThread.ask({ kind: "answers", seed }));
        this.#draw();
      }
      this.#say(seeds.length === 1 ? "One case." : `${seeds.length} cases.`);
    } catch (error) {
      this.#say((error as Error).message);
    } finally {
      this.#submit.hidden = false;
      this.#control("stop").hidden = true;
      this.#control("copy").hidden = this.#rows.length === 0;
    }
  }

  #draw(): void {
    const table = document.createElement("table");
    const line = (cells: readonly string[], kind: "th" | "td") => {
      const row = document.createElement("tr");
      for (const [at, text] of cells.entries()) {
        const cell = document.createElement(at === 0 ? "th" : kind);
        if (cell.tagName === "TH") cell.setAttribute("scope", kind === "th" ? "col" : "row");
        cell.textContent = text;
        row.append(cell);
      }
      return row;
    };
    table.createTHead().append(line(ANSWER_COLUMNS, "th"));
    table.createTBody().append(...this.#rows.map((row) => line(row, "td")));
    const place = this.querySelector<HTMLElement>(".answers-table")!;
    place.replaceChildren(table);
    place.hidden = false;
  }

  async #copy(): Promise<void> {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const lines = [ANSWER_COLUMNS, ANSWER_COLUMNS.map(() => "---"), ...this.#rows].map(line);
    const isCopied = await copyText(`${lines.join("\n")}\n`);
    this.#say(isCopied ? "Copied." : "The browser does not let this page use the clipboard.");
  }

  /** “Show the answers for case 7” */
  #nameButton(): void {
    const seeds = readSeeds(this.#field.value);
    const which =
      typeof seeds === "string" ? "" : ` for case${seeds.length === 1 ? "" : "s"} ${this.#field.value.trim()}`;
    this.#submit.textContent = `Show the answers${which}`;
  }

  get #field(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  get #submit(): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>('[type="submit"]')!;
  }

  #control(action: "stop" | "copy"): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }

  #say(words: string): void {
    this.querySelector(".case-said")!.textContent = words;
  }
}

customElements.define("lab-case-answers", LabCaseAnswers);
