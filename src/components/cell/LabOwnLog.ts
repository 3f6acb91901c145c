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
    const readers = lesson.replaceLog(this.name, file);
    const count = readers === 1 ? "1 cell reads" : `${readers} cells read`;
    this.#said().textContent = file
      ? `${count} ${file.name} (${fileSizeText(file.size)}) now. It stays on this machine: nothing is uploaded.`
      : `${count} the sample again.`;
    this.#control("run").hidden = readers === 0;
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

/** A file's size in binary units: `12.3 MiB`. */
export function fileSizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const units = ["KiB", "MiB", "GiB"];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1023.5 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size).toLocaleString("en")} ${units[unit]}`;
}

customElements.define("lab-own-log", LabOwnLog);
