import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/components/lesson/loadLesson.ts";
import { findViolations, wcagRules } from "./findViolations.ts";
import { expectSameValues, lessonsWithCells, useSite } from "./useSite.ts";

const lessons = await lessonsWithCells();
const perfmon = lessons.find(({ page }) => page === "lessons/perfmon")!;
const reading = useSite();

/** The address of a page, without the slash at its start. */
const addressOf = ({ page }: Lesson) => (page === "index" ? "" : `${page}/`);

describe.each(lessons.map((lesson) => [lesson.page, lesson] as const))("%s", (_, lesson) => {
  test("gives the values it was built with, says so, and moves nothing", async () => {
    await reading(addressOf(lesson), async (driver, { layoutShift }) => {
      for (const id of await driver.cells()) {
        const built = await driver.result(id);
        expect(await driver.stamp(id)).toBe("as built with the lesson");
        const result = await driver.run(id);
        expect(result.failed, id).toBe(false);
        expectSameValues(result.values, lesson.results[id]!.values, id);
        await driver.waitFor(id, "ran");
        expect(await driver.result(id), id).toBe(built);
        expect(await driver.stamp(id)).toMatch(/^run just now, (under 1 ms|[\d,]+ ms|[\d.]+ s)/);
        expect(await driver.announced()).toContain(lesson.program.cells.find((cell) => cell.id === id)!.title);
      }
      expect(await layoutShift()).toBe(0);
    });
  });
});

describe("a cell", () => {
  test("that stands alone on its own address runs with what it needs", async () => {
    await reading("lessons/perfmon/cells/slope/", async (driver) => {
      expect(await driver.cells()).toEqual(["slope"]);
      const result = await driver.run("slope");
      expectSameValues(result.values, perfmon.results["slope"]!.values);
    });
  });

  test("runs by keyboard, and its Run button keeps the focus", async () => {
    await reading("lessons/perfmon/cells/problems/", async (driver) => {
      await driver.control("problems", "run").focus();
      const result = await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      expect(result.failed).toBe(false);
      await driver.waitFor("problems", "ran");
      expect(await driver.control("problems", "run").evaluate((button) => button === document.activeElement)).toBe(
        true,
      );
    });
  });

  test("is run by a double click, not run and stopped", async () => {
    await reading("lessons/perfmon/cells/verdict/", async (driver) => {
      const result = await driver.resultOf("verdict", () => driver.control("verdict", "run").dblclick());
      expect(result.failed).toBe(false);
      await driver.waitFor("verdict", "ran");
    });
  });

  test("shows its result without JavaScript, and nothing that cannot be pressed", async () => {
    await reading(
      "lessons/perfmon/",
      async (driver) => {
        expect(await driver.result("read")).toContain("CONTOSO-FS1");
        expect(await driver.cell("curve").locator("svg").count()).toBe(1);
        expect(await driver.control("read", "run").isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });

  test("fetches nothing that runs or edits before somebody comes near it", async () => {
    await reading("lessons/perfmon/", async ({ page }) => {
      const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      expect(fetched.filter((name) => /runtime|programs|sandbox|LessonPage|compile|monaco|editor/i.test(name))).toEqual(
        [],
      );
      expect(await page.locator("iframe").count()).toBe(0);
    });
  });

  test("shows the rows that were left out when it is asked to", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      await driver.edit("problems", "Array.from({ length: 60 }, (_, index) => ({ index }))");
      await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      const rows = driver.cell("problems").locator("tbody tr");
      expect(await rows.count()).toBe(20);
      await driver.control("problems", "rows").click();
      expect(await rows.count()).toBe(60);
      expect(await driver.control("problems", "rows").isVisible()).toBe(false);
    });
  });
});

test.each(["light", "dark"] as const)(
  "what is seen only after something was done is accessible too, in the %s theme",
  async (colorScheme) => {
    await reading(
      "lessons/perfmon/",
      async (driver) => {
        const violationsIn = (part: string) => findViolations(driver.page, { include: [part], runOnly: wcagRules });
        await driver.edit("problems", "null.nothing");
        await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
        await driver.waitFor("problems", "failed");
        await driver.page.keyboard.press("Escape");
        expect(await violationsIn("#cell-problems")).toEqual([]);
        const own = driver.page.locator('lab-own-log[data-name="perfmon.csv"]');
        await own.locator('[data-action="choose"]').click();
        await driver.page.locator(".ask-for-log").waitFor();
        expect(await violationsIn(".ask-for-log")).toEqual([]);
        await driver.page.locator(".ask-for-log input[type=file]").setInputFiles("datasets/fabrikam-app2/perfmon.csv");
        await driver.waitFor("read", "stale");
        expect(await violationsIn("#log-perfmon-csv")).toEqual([]);
        expect(await violationsIn("#cell-read")).toEqual([]);
        await driver.run("curve");
        expect(await violationsIn("#cell-curve")).toEqual([]);
      },
      { colorScheme },
    );
  },
);

test("a page without a cell loads no script of cells", async () => {
  await reading("reference/glossary/", async ({ page }) => {
    const scripts = await page
      .locator("script[src]")
      .evaluateAll((all) => all.map((script) => script.getAttribute("src")!));
    expect(scripts.filter((script) => /\/(Cell|OwnLog|LessonBar|Exercise|Log)\./.test(script))).toEqual([]);
  });
});
