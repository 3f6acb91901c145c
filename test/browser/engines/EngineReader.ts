import type { RunResult } from "../../../src/notebook/run/Engine.ts";
import type { TestedBrowser } from "./TestedBrowser.ts";

/** What the page itself needs, so that one expression does what a reader does, in any engine. */
const helpers = `
  globalThis.reader = {
    cell: (id) => document.querySelector("#cell-" + id),
    control: (id, action) => reader.cell(id).querySelector('[data-action="' + action + '"]'),
    until: async (isSo) => { while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10)); },
    run(id) {
      const shown = new Promise((resolve) => {
        reader.cell(id).addEventListener("cell-result", ({ detail }) => resolve(detail), { once: true });
      });
      reader.control(id, "run").click();
      return shown;
    },
    async edit(id, text) {
      reader.control(id, "edit").click();
      const area = () => reader.cell(id).querySelector("textarea[aria-label^='Code of']");
      await reader.until(area);
      area().value = text;
      area().dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
  };
  // The editor of touch devices: a text box takes a text in one step.
  const realMatchMedia = matchMedia;
  globalThis.matchMedia = (query) => query === "(pointer: coarse)" ? { matches: true } : realMatchMedia(query);
`;

/** Reads a lesson in any engine: runs and edits its cells by the page's own buttons and text box. */
export class EngineReader {
  readonly browser: TestedBrowser;

  constructor(browser: TestedBrowser) {
    this.browser = browser;
  }

  async open(address: string): Promise<void> {
    await this.browser.open(address);
    // A page out of the cache is loaded before its cells listen.
    await this.browser.evaluate(`(() => { ${helpers} })() ?? customElements.whenDefined("lab-cell").then(() => true)`);
  }

  cells(): Promise<string[]> {
    return this.browser.evaluate(`[...document.querySelectorAll("lab-cell")].map(({ dataset }) => dataset.cell)`);
  }

  /** Presses Run and gives the result that the page then shows. */
  run(id: string): Promise<RunResult> {
    return this.browser.evaluate(`reader.run(${JSON.stringify(id)})`);
  }

  /** Puts another text into a cell and runs it. */
  runEdit(id: string, text: string): Promise<RunResult> {
    return this.browser.evaluate(
      `reader.edit(${JSON.stringify(id)}, ${JSON.stringify(text)}).then(() => reader.run(${JSON.stringify(id)}))`,
    );
  }

  /** Puts another text into a cell and runs it; also gives for how many milliseconds the page's thread did nothing else. */
  runEditAndWatch(id: string, text: string): Promise<{ result: RunResult; wait: number }> {
    const [cell, edit] = [JSON.stringify(id), JSON.stringify(text)];
    return this.browser.evaluate(`(async () => {
      await reader.edit(${cell}, ${edit});
      let [last, wait] = [performance.now(), 0];
      const look = () => { const now = performance.now(); wait = Math.max(wait, now - last); last = now; };
      const watch = setInterval(look, 10);
      const result = await reader.run(${cell});
      look();
      clearInterval(watch);
      return { result, wait };
    })()`);
  }

  /** Puts another text into a cell, runs it, presses Stop once it is offered, and gives what then stands under the result. */
  runEditAndStop(id: string, text: string): Promise<{ status: string; stamp: string }> {
    const [cell, edit] = [JSON.stringify(id), JSON.stringify(text)];
    return this.browser.evaluate(`(async () => {
      await reader.edit(${cell}, ${edit});
      reader.control(${cell}, "run").click();
      await reader.until(() => !reader.control(${cell}, "stop").hidden);
      reader.control(${cell}, "stop").click();
      const { dataset } = reader.cell(${cell});
      await reader.until(() => dataset.status !== "running");
      return { status: dataset.status, stamp: reader.cell(${cell}).querySelector(".cell-stamp span").textContent };
    })()`);
  }
}
