import type { Locator, Page } from "playwright-core";
import type { RunResult } from "../../src/notebook/run/Engine.ts";

/** Drives the cells of one open lesson as a reader does. */
export class LessonDriver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  cell(id: string): Locator {
    return this.page.locator(`#cell-${id}`);
  }

  control(id: string, action: string): Locator {
    return this.cell(id).locator(`[data-action="${action}"]`);
  }

  /** The ids of the page's cells, in their order. */
  async cells(): Promise<string[]> {
    return this.page.locator("lab-cell").evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-cell")!));
  }

  /** The text that a cell's static code shows. */
  code(id: string): Promise<string | null> {
    return this.cell(id).locator(".cell-code pre code").textContent();
  }

  status(id: string): Promise<string | null> {
    return this.cell(id).getAttribute("data-status");
  }

  stamp(id: string): Promise<string> {
    return this.cell(id).locator(".cell-stamp > span").innerText();
  }

  result(id: string): Promise<string> {
    return this.cell(id).locator(".cell-result").innerText();
  }

  announced(): Promise<string> {
    return this.page.locator("#announcements").innerText();
  }

  /** Waits until a cell is in one of these states. */
  async waitFor(id: string, ...statuses: string[]): Promise<void> {
    const selector = statuses.map((status) => `#cell-${id}[data-status="${status}"]`).join(", ");
    await this.page.locator(selector).waitFor({ timeout: 20_000 });
  }

  /** Presses Run and gives the result that the page then shows. */
  async run(id: string): Promise<RunResult> {
    return this.resultOf(id, () => this.control(id, "run").click());
  }

  /** Does something that makes a cell run and gives the result that the page then shows. */
  async resultOf(id: string, action: () => Promise<void>): Promise<RunResult> {
    await this.cell(id).scrollIntoViewIfNeeded();
    await this.cell(id).evaluate((cell) => {
      Object.assign(cell, {
        nextResult: new Promise((resolve) => {
          cell.addEventListener("cell-result", (event) => resolve((event as CustomEvent).detail), { once: true });
        }),
      });
    });
    await action();
    return this.cell(id).evaluate((cell) => (cell as unknown as { nextResult: Promise<RunResult> }).nextResult);
  }

  /** Opens the editor on a cell and puts another text into it. */
  async edit(id: string, text: string): Promise<void> {
    await this.cell(id).scrollIntoViewIfNeeded();
    await this.control(id, "edit").click();
    await this.cell(id)
      .locator(".monaco-editor textarea, .monaco-editor .native-edit-context")
      .first()
      .waitFor({ state: "attached" });
    await this.cell(id).locator(".monaco-editor.focused").waitFor();
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.insertText(text);
  }
}
