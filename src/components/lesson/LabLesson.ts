import { announce } from "../cell/announce.ts";
import { lessonOf } from "../cell/lessonOf.ts";
import type { LessonPage } from "../cell/LessonPage.ts";
import { runAllText } from "./runAllText.ts";

/** What concerns all cells of a lesson at once: running them, ending that, and the keys. */
class LabLesson extends HTMLElement {
  #isRunning = false;

  connectedCallback(): void {
    const runAll = this.#control("run-all");
    const prepare = () =>
      void lessonOf(this.#page).then(
        (lesson) => lesson.prepareAll(),
        () => undefined,
      );
    for (const type of ["pointerenter", "focusin"]) runAll.addEventListener(type, prepare, { once: true });
    runAll.addEventListener("click", () => void this.#runAll());
    this.#control("stop-all").addEventListener(
      "click",
      () => void lessonOf(this.#page).then((lesson) => lesson.stop()),
    );
  }

  get #page(): string {
    return this.dataset["page"] ?? "";
  }

  async #runAll(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#swap("run-all", "stop-all");
    try {
      await this.#run(await lessonOf(this.#page));
    } catch (error) {
      console.info(error);
      this.#say("What runs cells could not be fetched. Try again once the connection is back.");
    } finally {
      this.#isRunning = false;
      this.#swap("stop-all", "run-all");
    }
  }

  async #run(lesson: LessonPage): Promise<void> {
    const started = performance.now();
    this.#say("Running …");
    const end = await lesson.runAll((done, total) => this.#say(`Running: ${done} of ${total} done`));
    const { text, firstFailed } = runAllText(end, performance.now() - started);
    this.#say(text, firstFailed);
    announce(text);
  }

  /** @param cell a cell that the words lead to */
  #say(words: string, cell?: { id: string; title: string }): void {
    const said = this.querySelector(".lesson-bar-said")!;
    said.textContent = words;
    if (!cell) return;
    const link = document.createElement("a");
    link.href = `#cell-${cell.id}`;
    link.textContent = `Show “${cell.title}”`;
    said.append(" ", link);
  }

  #swap(former: string, next: string): void {
    const [gone, come] = [this.#control(former), this.#control(next)];
    const hadFocus = document.activeElement === gone;
    gone.hidden = true;
    come.hidden = false;
    if (hadFocus) come.focus({ preventScroll: true });
  }

  #control(action: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }
}

customElements.define("lab-lesson", LabLesson);
