import { notKeptText } from "./notKeptText.ts";
import { emptyPage, type Progress } from "./Progress.ts";
import { readProgressFile, writeProgressFile } from "./progressFile.ts";
import { progressHere } from "./progressHere.ts";
import { countProgress, countsText, lessonText, type PageIds } from "./progressText.ts";

/** The page of a reader's progress: what was done in each lesson, and the file that it can be taken along in. */
class LabCourseProgress extends HTMLElement {
  readonly #ids = JSON.parse(this.dataset["ids"] ?? "{}") as Record<string, PageIds>;

  connectedCallback(): void {
    this.#show();
    progressHere.subscribe(() => this.#show());
    const field = this.querySelector<HTMLInputElement>("input[type=file]")!;
    this.#control("export").addEventListener("click", () => this.#export());
    this.#control("import").addEventListener("click", () => field.click());
    this.#control("forget").addEventListener("click", () => void this.#forget());
    field.addEventListener("change", () => {
      const [file] = field.files ?? [];
      // The same file may be given again.
      void (file && this.#import(file).finally(() => (field.value = "")));
    });
  }

  #show(): void {
    const now = Date.now();
    for (const line of this.querySelectorAll<HTMLElement>("p[data-page]")) {
      const page = line.dataset["page"]!;
      line.textContent = lessonText(progressHere.of(page), this.#ids[page]!, now);
    }
    if (progressHere.notKept) this.#say(notKeptText(progressHere.notKept));
  }

  #export(): void {
    const address = URL.createObjectURL(
      new Blob([writeProgressFile(progressHere.all, Date.now())], { type: "application/json" }),
    );
    const link = document.createElement("a");
    link.href = address;
    link.download = "pool-leak-lab-progress.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    this.#say("The file pool-leak-lab-progress.json holds your progress; Import on another machine adds it there.");
  }

  async #import(file: File): Promise<void> {
    const read = readProgressFile(await file.text(), this.#ids);
    if ("problem" in read) return this.#say(read.problem);
    const added = countsText(countProgress(read.progress, progressHere.all));
    if (added === "") return this.#say("Nothing to add: all that is in the file is here already.");
    const isWanted = await this.#ask(`This adds ${added}. What is here already stays.`, "Add it");
    if (!isWanted) return this.#say("Nothing was added.");
    progressHere.add(read.progress);
    if (!progressHere.notKept) this.#say(`Added: ${added}.`);
  }

  async #forget(): Promise<void> {
    const known = countsText(countProgress(this.#known(progressHere.all)));
    if (known === "") return this.#say("There is nothing to forget.");
    const question = `This forgets ${known}, in this browser only. The changes that you made to code and the answers that you typed stay.`;
    if (!(await this.#ask(question, "Forget it"))) return this.#say("Nothing was forgotten.");
    progressHere.forget();
    this.#say("Your progress is forgotten.");
  }

  /** What was done on pages that the course has. */
  #known(progress: Progress): Progress {
    return Object.fromEntries(
      Object.keys(this.#ids).map((id) => [id, Object.hasOwn(progress, id) ? progress[id]! : emptyPage()]),
    );
  }

  #ask(question: string, yes: string): Promise<boolean> {
    const dialog = this.querySelector("dialog")!;
    dialog.querySelector("p")!.textContent = question;
    dialog.querySelector("button")!.textContent = yes;
    dialog.returnValue = "no";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  }

  #say(sentence: string): void {
    this.querySelector(".course-note")!.textContent = sentence;
  }

  #control(action: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }
}

customElements.define("lab-course-progress", LabCourseProgress);
