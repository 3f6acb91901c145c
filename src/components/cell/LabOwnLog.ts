import { fileSizeText } from "../log/fileSizeText.ts";
import { lessonOf } from "./lessonOf.ts";

/** What `lab-own-log` tells the page, bubbling, after another file stands behind a log's name. */
export interface OwnLogDetail {
  page: string;
  /** the name that cells pass to `log(…)` */
  name: string;
  /** the reader's own file; undefined when the sample is back */
  file: File | undefined;
}

/**
 * Puts a file of the reader's in the place of a log of the lesson, by picking, dropping or pasting, and back. The file is
 * handed to cells as it is: it is read in this browser and goes nowhere.
 */
export class LabOwnLog extends HTMLElement {
  connectedCallback(): void {
    const choose = this.#control("choose");
    choose.disabled = false;
    choose.addEventListener("click", () => void this.#choose());
    this.#control("restore").addEventListener("click", () => void this.#use(undefined));
    this.#control("run").addEventListener("click", () => void this.#run());
    // The whole log is the place to drop on, not a button of a few pixels.
    const place = this.closest<HTMLElement>("lab-log") ?? this;
    place.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      place.classList.add("is-dropping");
    });
    place.addEventListener("dragleave", (event) => {
      if (!place.contains(event.relatedTarget as Node | null)) place.classList.remove("is-dropping");
    });
    place.addEventListener("drop", (event) => {
      place.classList.remove("is-dropping");
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void this.#use(file);
    });
  }

  /** The content id of the lesson. */
  get page(): string {
    return this.dataset["page"] ?? "";
  }

  /** The log's name, as cells pass it to `log(…)`. */
  get name(): string {
    return this.dataset["name"] ?? "";
  }

  async #choose(): Promise<void> {
    const { askForLog } = await import("./askForLog.ts");
    const file = await askForLog(this.name);
    this.#control("choose").focus();
    if (file) await this.#use(file);
  }

  async #use(file: File | undefined): Promise<void> {
    const lesson = await lessonOf(this.page);
    const count = lesson.replaceLog(this.name, file);
    this.#said().textContent = file
      ? `Cells read ${file.name} (${fileSizeText(file.size)}) now. It stays on this machine: nothing is uploaded.`
      : "Cells read the sample again.";
    const run = this.#control("run");
    run.textContent = count === 1 ? "Run the cell that builds on it" : `Run the ${count} cells that build on it`;
    run.hidden = count === 0 || !file;
    this.#control("restore").hidden = file === undefined;
    const detail: OwnLogDetail = { page: this.page, name: this.name, file };
    this.dispatchEvent(new CustomEvent("own-log", { bubbles: true, detail }));
  }

  async #run(): Promise<void> {
    const lesson = await lessonOf(this.page);
    await lesson.runReaders(this.name);
  }

  #said(): HTMLElement {
    return this.querySelector<HTMLElement>(".own-log-said")!;
  }

  #control(action: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }
}

customElements.define("lab-own-log", LabOwnLog);
