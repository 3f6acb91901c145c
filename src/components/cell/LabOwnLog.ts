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
  /** the file in use; undefined while it is the sample */
  #file: File | undefined;
  /** how many cells of the page build on the log */
  #count = 0;
  #isRunning = false;

  connectedCallback(): void {
    const choose = this.#control("choose");
    choose.disabled = false;
    choose.addEventListener("click", () => void this.#choose());
    this.#control("restore").addEventListener("click", () => {
      // The button goes away with what it undoes: the focus goes where the way began.
      choose.focus({ preventScroll: true });
      void this.#use(undefined);
    });
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
    this.#file = file;
    this.#count = lesson.replaceLog(this.name, file);
    this.#say(
      file
        ? `Cells read ${file.name} (${fileSizeText(file.size)}) now. It stays on this machine: nothing is uploaded.`
        : "Cells read the sample again.",
    );
    this.#offerRun();
    this.#control("restore").hidden = file === undefined;
    const detail: OwnLogDetail = { page: this.page, name: this.name, file };
    this.dispatchEvent(new CustomEvent("own-log", { bubbles: true, detail }));
    if (!file) return;
    const { sayForeignFile } = await import("./sayForeignFile.ts");
    const foreign = await sayForeignFile(file, this.name, this.dataset["advice"]);
    if (!foreign || this.#file !== file) return;
    this.#say(foreign);
    // Every cell would only say the same.
    this.#control("run").hidden = true;
  }

  #offerRun(): void {
    const run = this.#control("run");
    run.hidden = this.#count === 0 || !this.#file;
    run.textContent =
      this.#count === 1 ? "Run the cell that builds on it" : `Run the ${this.#count} cells that build on it`;
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    const file = this.#file;
    this.#isRunning = true;
    try {
      const lesson = await lessonOf(this.page);
      const run = this.#control("run");
      run.textContent = "Running …";
      const failed = await lesson.runReaders(this.name, (done, total) => {
        run.textContent = `Running: ${done} of ${total} done`;
      });
      if (this.#file === file && file) this.#say(ranText(this.#count, failed, file.name));
    } finally {
      this.#isRunning = false;
      this.#offerRun();
    }
  }

  #say(words: string): void {
    this.querySelector(".own-log-said")!.textContent = words;
  }

  #control(action: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }
}

// A file dropped beside the place would take the page away and show itself.
for (const type of ["dragover", "drop"] as const) {
  document.addEventListener(type, (event) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  });
}

/** What came of running all that builds on a log. */
function ranText(count: number, failed: number, file: string): string {
  const ran = `${count === 1 ? "The cell" : `All ${count} cells`} that ${count === 1 ? "builds" : "build"} on ${file} ran.`;
  return failed === 0 ? ran : `${ran} No value came of ${failed} of them: each says why.`;
}

customElements.define("lab-own-log", LabOwnLog);
