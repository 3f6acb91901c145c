import type { Browser } from "playwright-core";
import { openPage, type WatchedPage } from "../../browser/browser.ts";
import { LessonDriver } from "../../browser/LessonDriver.ts";

/** When things happened in the page, by its own clock, in milliseconds. */
export interface Moments {
  /** the last click or input event */
  asked: number;
  /** when the last result stood in the page */
  drawn: number;
  /** when the frame with it had been painted */
  painted: number;
  /** what the last run itself took */
  ran: number;
}

/** A lesson in a browser that has fetched nothing before. */
export interface OpenLesson extends WatchedPage {
  driver: LessonDriver;
  /** Does something that draws a result, and says when what happened. */
  timed(action: () => Promise<unknown>): Promise<Moments>;
  close(): Promise<void>;
}

const recorder = `
  globalThis.bench = { asked: 0 };
  for (const type of ["click", "input"]) addEventListener(type, (event) => (bench.asked = event.timeStamp), true);
  bench.next = () => {
    bench.result = new Promise((resolve) => {
      addEventListener("cell-result", (event) => {
        const drawn = performance.now();
        // A task that a frame's callback posts comes after the frame was painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve({ asked: bench.asked, drawn, painted: performance.now(), ran: event.detail.milliseconds });
          port2.postMessage(0);
        });
      }, { once: true });
    });
  };
`;

export async function openLesson(browser: Browser, address: string): Promise<OpenLesson> {
  const watched = await openPage(browser);
  const { page } = watched;
  await page.addInitScript(recorder);
  await page.goto(address, { waitUntil: "load" });
  return {
    ...watched,
    driver: new LessonDriver(page),
    timed: async (action) => {
      await page.evaluate("bench.next()");
      await action();
      return page.evaluate<Moments>("bench.result");
    },
    close: () => page.context().close(),
  };
}
