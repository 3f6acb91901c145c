import type { Browser } from "playwright-core";
import type { Figure } from "./figures.ts";
import { openLesson } from "./openLesson.ts";

const OPENINGS = 4;
const cell = "slope";

/** Waits in the page until something is there and painted, and gives the time since the last click. */
const paintedSinceClick = (selector: string) => `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)})) resolve(performance.now() - bench.asked);
    else requestAnimationFrame(look);
  };
  look();
})`;

/** From the click on Edit to the editor, and to the first type error under what is typed into it at once. */
export async function measureEdit(browser: Browser, address: string): Promise<Figure[]> {
  const measured = {
    ahead: { painted: [] as number[], marked: [] as number[] },
    cold: { painted: [] as number[], marked: [] as number[] },
  };
  for (const [kind, times] of Object.entries(measured)) {
    for (let n = 0; n < OPENINGS; n++) {
      const lesson = await openLesson(browser, address);
      const { driver, page } = lesson;
      await driver.cell(cell).evaluate((element) => element.scrollIntoView());
      const edit = driver.control(cell, "edit");
      if (kind === "ahead") {
        await edit.hover();
        // The editor, its language service and their workers; all of it comes from this machine.
        await page.waitForTimeout(4000);
      }
      await edit.click({ force: true });
      times.painted.push(
        await page.evaluate<number>(paintedSinceClick(`#cell-${cell} .monaco-editor .view-line span`)),
      );
      await driver.cell(cell).locator(".monaco-editor.focused").waitFor();
      await page.keyboard.insertText('const wrong: number = "a text";\n');
      times.marked.push(await page.evaluate<number>(paintedSinceClick(`#cell-${cell} .squiggly-error`)));
      await lesson.close();
    }
  }
  const { ahead, cold } = measured;
  return [
    { what: "Edit to editor painted, fetched ahead", samples: ahead.painted, unit: "ms", budget: 500 },
    {
      what: "Edit to first type error, fetched ahead",
      samples: ahead.marked,
      unit: "ms",
      budget: 1500,
      note: "typed as soon as the editor has the focus",
    },
    { what: "Edit to editor painted, not fetched ahead", samples: cold.painted, unit: "ms" },
    { what: "Edit to first type error, not fetched ahead", samples: cold.marked, unit: "ms" },
  ];
}
