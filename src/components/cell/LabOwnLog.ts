import { filesOfDrop, filesOfPaste, type GivenFiles } from "./givenFiles.ts";
import { lessonOf } from "./lessonOf.ts";
import type { OwnLogDesk } from "./OwnLogDesk.ts";

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
 * handed to cells as it is: it is read in this browser and goes nowhere. This script only listens; what takes files is
 * fetched when there is one.
 */
export class LabOwnLog extends HTMLElement {
  #desk: Promise<OwnLogDesk> | undefined;

  connectedCallback(): void {
    const choose = this.control("choose");
    choose.disabled = false;
    choose.addEventListener("click", () => void this.#choose());
    this.control("restore").addEventListener("click", () => {
      // The button goes away with what it undoes: the focus goes where the way began.
      choose.focus({ preventScroll: true });
      void this.#do((desk) => desk.restore());
    });
    this.control("run").addEventListener("click", () => void this.#do((desk) => desk.run()));
    this.control("stop").addEventListener("click", () => void this.#do((desk) => desk.stop()));
    this.#listenToPlace();
  }

  /** The content id of the lesson. */
  get page(): string {
    return this.dataset["page"] ?? "";
  }

  /** The log's name, as cells pass it to `log(…)`. */
  get name(): string {
    return this.dataset["name"] ?? "";
  }

  /** What reads a log of this kind; undefined where the kind has no signs. */
  get reader(): string | undefined {
    return this.dataset["reader"];
  }

  /** The log that it belongs to. */
  get place(): HTMLElement {
    return this.closest<HTMLElement>("lab-log") ?? this;
  }

  /** Takes what the reader gave: one file for this log, or several for the logs of the lesson. */
  async take(given: GivenFiles): Promise<void> {
    await this.#do((desk) => desk.take(given));
  }

  say(words: string): void {
    this.querySelector(".own-log-said")!.textContent = words;
  }

  /** Says how far something is; not aloud, for it changes all the time. */
  sayProgress(words: string): void {
    this.querySelector(".own-log-progress")!.textContent = words;
  }

  control(action: "choose" | "run" | "stop" | "restore"): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }

  /** The whole log is the place to drop on, not a button of a few pixels, and to paste on when it has the focus. */
  #listenToPlace(): void {
    const { place } = this;
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
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      void this.take(filesOfDrop(event.dataTransfer));
    });
    place.addEventListener("paste", (event) => {
      // What is pasted into the field for words to find belongs there.
      if ((event.target as Element).matches("input, textarea") || !event.clipboardData) return;
      const given = filesOfPaste(event.clipboardData);
      if (!given) return;
      event.preventDefault();
      void this.take(given);
    });
  }

  async #choose(): Promise<void> {
    const { askForLog } = await import("./askForLog.ts");
    const given = await askForLog(this.name);
    this.control("choose").focus();
    if (given) await this.take(given);
  }

  async #do(action: (desk: OwnLogDesk) => unknown): Promise<void> {
    let desk: OwnLogDesk;
    try {
      this.#desk ??= Promise.all([import("./OwnLogDesk.ts"), lessonOf(this.page)]).then(
        ([{ OwnLogDesk: Desk }, lesson]) => new Desk(this, lesson),
      );
      desk = await this.#desk;
    } catch (error) {
      this.#desk = undefined;
      console.info(error);
      return this.say(
        "What reads logs could not be fetched. Try again once the connection is back; the sample is untouched.",
      );
    }
    await action(desk);
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

customElements.define("lab-own-log", LabOwnLog);
