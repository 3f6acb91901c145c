import { openAsBlob } from "node:fs";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { lessonPages, loadLesson, type Lesson } from "../../src/components/lesson/loadLesson.ts";
import { runLesson } from "../../src/components/lesson/runLesson.ts";
import type { RunResult } from "../../src/notebook/run/Engine.ts";
import { launchBrowser, openPage, type WatchedPage } from "./browser.ts";
import { LessonDriver } from "./LessonDriver.ts";
import { SharedContext } from "./SharedContext.ts";
import { serveSite, type Site } from "./site.ts";

/** Opens a page, lets a reader do something in it, and holds that the page had nothing to complain about. */
export type Reading = <Result>(
  address: string,
  action: (driver: LessonDriver, watched: WatchedPage) => Promise<Result>,
  options?: BrowserContextOptions,
) => Promise<Result>;

/** Serves the built site to a browser for the tests of a file. A reading without options shares its profile, swept clean, with others. */
export function useSite(): Reading {
  let browser: Browser;
  let site: Site;
  let shared: SharedContext | undefined;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return async (address, action, options) => {
    const common = options ? undefined : (shared ?? (await SharedContext.open(browser, site.url)));
    // Not shared with the next one until this one is over, and well.
    shared = undefined;
    const watched = await openPage(browser, options, common?.context);
    let isOver = false;
    try {
      await watched.page.goto(site.url + address, { waitUntil: "load" });
      // A page out of the cache is loaded before its parts listen, and a reader's hand is slower than a test's.
      if (options?.javaScriptEnabled !== false) await watched.page.waitForFunction(isReady);
      const result = await action(new LessonDriver(watched.page), watched);
      expect(watched.complaints).toEqual([]);
      isOver = true;
      return result;
    } finally {
      if (common && isOver) {
        await common.sweep();
        shared = common;
      } else await watched.page.context().close();
    }
  };
}

/** As a text: the test runner's transform of a function would not exist in the page. */
const isReady = "!document.querySelector(':not(:defined)')";

/** Every page that has cells, compiled and run as the build does. */
export async function lessonsWithCells(): Promise<Lesson[]> {
  const lessons = await Promise.all((await lessonPages()).map(loadLesson));
  return lessons.filter(({ program }) => program.cells.length > 0);
}

/** Engines may differ in the last bit of Math.exp and its kin. */
export function expectSameValues(actual: unknown, expected: unknown, path = "value"): void {
  if (typeof actual === "number" && typeof expected === "number") {
    const scale = Math.max(Math.abs(actual), Math.abs(expected), 1);
    if (Math.abs(actual - expected) > 1e-12 * scale) expect(actual, path).toBe(expected);
    return;
  }
  if (typeof expected !== "object" || expected === null) {
    expect(actual, path).toBe(expected);
    return;
  }
  expect(Object.keys(actual as object), path).toEqual(Object.keys(expected));
  for (const [key, part] of Object.entries(expected)) {
    expectSameValues((actual as Record<string, unknown>)[key], part, `${path}.${key}`);
  }
}

/** What the lesson's cells give when these files stand behind its logs, computed in Node. */
export async function computedWith(lesson: Lesson, own: Record<string, string>): Promise<Record<string, RunResult>> {
  const files = lesson.logs.map(async ({ name, file }) => [name, await openAsBlob(own[name] ?? file)] as const);
  return runLesson(lesson.program, Object.fromEntries(await Promise.all(files)));
}
