import type { Browser } from "playwright-core";
import type { Figure } from "./figures.ts";
import { openLesson, type Moments } from "./openLesson.ts";

/** A cell in the middle of the lesson: it needs the cells before it, and its lesson's log. */
const cell = "slope";

const COLD = 10;
const WARM = 50;

const untilDrawn = ({ asked, drawn }: Moments) => drawn - asked;

/** Run on a cell that nobody has touched, cold, prewarmed and warm; and every cell of the lesson once. */
export async function measureRuns(browser: Browser, address: string): Promise<Figure[]> {
  const cold: number[] = [];
  const prewarmed: number[] = [];
  const shifts: { load: number[]; run: number[] } = { load: [], run: [] };
  for (let n = 0; n < COLD; n++) {
    const lesson = await openLesson(browser, address);
    await lesson.driver.cell(cell).evaluate((element) => element.scrollIntoView());
    await lesson.page.waitForTimeout(200);
    shifts.load.push(await lesson.layoutShift());
    cold.push(untilDrawn(await lesson.timed(() => lesson.driver.control(cell, "run").click({ force: true }))));
    await lesson.page.waitForTimeout(200);
    shifts.run.push((await lesson.layoutShift()) - shifts.load.at(-1)!);
    await lesson.close();
  }
  for (let n = 0; n < COLD; n++) {
    const lesson = await openLesson(browser, address);
    await lesson.driver.cell(cell).evaluate((element) => element.scrollIntoView());
    const run = lesson.driver.control(cell, "run");
    await run.hover();
    await lesson.page.waitForTimeout(1000);
    prewarmed.push(untilDrawn(await lesson.timed(() => run.click({ force: true }))));
    await lesson.close();
  }

  const lesson = await openLesson(browser, address);
  const each: { id: string; time: number; ran: number }[] = [];
  for (const id of await lesson.driver.cells()) {
    await lesson.driver.cell(id).evaluate((element) => element.scrollIntoView());
    const moments = await lesson.timed(() => lesson.driver.control(id, "run").click({ force: true }));
    each.push({ id, time: untilDrawn(moments), ran: moments.ran });
  }
  const warm: number[] = [];
  await lesson.driver.cell(cell).evaluate((element) => element.scrollIntoView());
  for (let n = 0; n < WARM; n++)
    warm.push(untilDrawn(await lesson.timed(() => lesson.driver.control(cell, "run").click({ force: true }))));
  await lesson.close();

  const [first, ...others] = each;
  const slowest = others.toSorted((a, b) => b.time - a.time).slice(0, 3);
  return [
    { what: "layout shift on load", samples: shifts.load, unit: "shift", budget: 0 },
    { what: "layout shift on the first Run", samples: shifts.run, unit: "shift", budget: 0 },
    {
      what: `Run to result, cold (${cell})`,
      samples: cold,
      unit: "ms",
      budget: 600,
      note: "fresh browser context, clicked at once; local host, no latency",
    },
    {
      what: "Run to result, hovered 1 s before",
      samples: prewarmed,
      unit: "ms",
      budget: 150,
      note: "runs the cells that it needs too",
    },
    { what: "Run to result, warm", samples: warm, unit: "ms", budget: 30, note: "the same cell again" },
    {
      what: "Run to result, each further cell of the lesson",
      samples: others.map(({ time }) => time),
      unit: "ms",
      budget: 30,
      note: `untouched, in order; slowest: ${slowest.map(({ id, time }) => `${id} ${time.toFixed(0)}`).join(", ")}; the first, ${first!.id}, ${first!.time.toFixed(0)}`,
    },
    {
      what: "of that outside the cell",
      samples: others.map(({ time, ran }) => time - ran),
      unit: "ms",
      note: "logs fetched, results carried over and drawn, charts most of all",
    },
  ];
}
