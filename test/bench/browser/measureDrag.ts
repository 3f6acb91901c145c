import type { Browser } from "playwright-core";
import type { Figure } from "./figures.ts";
import { openLesson } from "./openLesson.ts";

const STEPS = 40;
const frame = 1000 / 60;
const cell = "cycle";

/** Dragging the input of a cell that draws a chart: from the event to the painted chart, and charts in a second of dragging. */
export async function measureDrag(browser: Browser, address: string): Promise<Figure[]> {
  const lesson = await openLesson(browser, address);
  const { driver } = lesson;
  await driver.cell(cell).evaluate((element) => element.scrollIntoView());
  await lesson.timed(() => driver.control(cell, "run").click({ force: true }));
  const input = driver.cell(cell).locator('input[type="range"]');
  const drawn: number[] = [];
  const painted: number[] = [];
  const frames: number[] = [];
  for (let n = 0; n < STEPS; n++) {
    const moments = await lesson.timed(() =>
      input.evaluate(
        (element, value) => {
          (element as HTMLInputElement).value = String(value);
          element.dispatchEvent(new InputEvent("input", { bubbles: true }));
        },
        1 + ((n * 7) % 48),
      ),
    );
    drawn.push(moments.drawn - moments.asked);
    painted.push(moments.painted - moments.asked);
    frames.push(Math.ceil((moments.drawn - moments.asked) / frame));
  }
  const charts = await input.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        let count = 0;
        const begin = performance.now();
        const onResult = () => count++;
        addEventListener("cell-result", onResult);
        const step = () => {
          const elapsed = performance.now() - begin;
          if (elapsed > 1000) {
            removeEventListener("cell-result", onResult);
            resolve(count);
            return;
          }
          (element as HTMLInputElement).value = String(1 + Math.floor(elapsed / 21));
          element.dispatchEvent(new InputEvent("input", { bubbles: true }));
          requestAnimationFrame(step);
        };
        step();
      }),
  );
  await lesson.close();
  return [
    {
      what: `Drag of an input to its chart drawn (${cell})`,
      samples: drawn,
      unit: "ms",
      budget: 33,
      note: "two frames",
    },
    { what: "the same, in frames", samples: frames, unit: "frames", budget: 2 },
    {
      what: "the same, to the frame painted",
      samples: painted,
      unit: "ms",
      note: `${charts} charts in a second of dragging`,
    },
  ];
}
