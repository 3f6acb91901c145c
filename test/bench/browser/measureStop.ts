import type { Browser } from "playwright-core";
import type { Figure } from "./figures.ts";
import { openLesson } from "./openLesson.ts";

const STOPS = 20;

/** Two cells that nothing builds on: one is made endless, the other so short that it only shows whether cells run again. */
const [endless, short] = ["two-samples", "recording"];

/** From the click on Stop to the end of a next run, without what that run itself took. */
export async function measureStop(browser: Browser, address: string): Promise<Figure[]> {
  const lesson = await openLesson(browser, address);
  const { driver, page } = lesson;
  await driver.edit(endless!, "while (true) {}");
  await driver.edit(short!, "1 + 1");
  await lesson.timed(() => driver.control(short!, "run").click({ force: true }));
  const times: number[] = [];
  for (let n = 0; n < STOPS; n++) {
    await driver.control(endless!, "run").click({ force: true });
    await driver.control(endless!, "stop").waitFor();
    // The spare worker that the last Stop used up has had time to start again.
    await page.waitForTimeout(500);
    const { asked, drawn, ran } = await lesson.timed(() =>
      page.evaluate(
        ([stop, run]) => {
          document.querySelector<HTMLElement>(stop!)!.click();
          const stopped = performance.now();
          document.querySelector<HTMLElement>(run!)!.click();
          Object.assign(globalThis, { stopped });
        },
        [`#cell-${endless} [data-action="stop"]`, `#cell-${short} [data-action="run"]`],
      ),
    );
    const stopped = await page.evaluate<number>("globalThis.stopped");
    times.push(drawn - Math.min(asked, stopped) - ran);
    await driver.waitFor(short!, "ran");
  }
  await lesson.close();
  return [
    {
      what: "Stop of an endless loop to ready",
      samples: times,
      unit: "ms",
      budget: 50,
      note: "to the end of a next run, less that run",
    },
  ];
}
