import { describe, expect, test } from "vitest";
import type { LessonDriver } from "./LessonDriver.ts";
import { findViolations } from "./findViolations.ts";
import { expectSameValues, lessonsWithCells, useSite } from "./useSite.ts";

const lessons = (await lessonsWithCells()).filter(({ page }) => page.includes("/"));
const reading = useSite();

const bar = (driver: LessonDriver) => driver.page.locator(".lesson-bar");
const runAll = (driver: LessonDriver) => bar(driver).locator('[data-action="run-all"]');
const said = (driver: LessonDriver) => bar(driver).locator(".lesson-bar-said");

describe.each(lessons.map((lesson) => [lesson.page, lesson] as const))("Run all of %s", (_, lesson) => {
  test("gives every cell the value it was built with, moves nothing, and is announced once", async () => {
    await reading(`${lesson.page}/`, async (driver, { layoutShift }) => {
      await driver.page.evaluate(`{
        window.results = {};
        document.addEventListener("cell-result", ({ detail }) => (results[detail.cell] = detail));
      }`);
      await runAll(driver).click();
      await said(driver).getByText("ran, in").waitFor();
      const results = await driver.page.evaluate<Record<string, { values: unknown[] }>>("results");
      // An exercise is no step of the lesson: its starter is run by whoever works on it.
      const ids = lesson.program.cells.filter(({ isPrivate }) => !isPrivate).map(({ id }) => id);
      expect(Object.keys(results).toSorted()).toEqual(ids.toSorted());
      for (const id of ids) expectSameValues(results[id]!.values, lesson.results[id]!.values, id);
      expect(await driver.announced()).toMatch(/^All \d+ cells ran, in [\d.]+ s\.$/);
      expect(await layoutShift()).toBe(0);
    });
  });
});

describe("all cells of a lesson", () => {
  test("are run by keyboard alone; Stop takes the place of Run all and ends what runs and what waits", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      await driver.edit("read", "for (;;);");
      await driver.page.keyboard.press("Escape");
      await runAll(driver).focus();
      await driver.page.keyboard.press("Enter");
      await driver.waitFor("read", "running");
      await driver.waitFor("other-server", "waiting");
      expect(await driver.stamp("other-server")).toBe("waiting for “What does the log hold?”");
      await driver.page.keyboard.press("Enter");
      await said(driver).getByText("Stopped when 0 of").waitFor();
      expect(await runAll(driver).evaluate((button) => button === document.activeElement)).toBe(true);
      expect(await driver.status("read")).toBe("stopped");
      expect(await driver.status("other-server")).toBe("stale");
    });
  });

  test("run past one that fails, and its error can be gone to", async () => {
    await reading("lessons/poolmon/", async (driver) => {
      await driver.edit("snapshots", "const snapshots = null;\nsnapshots.length");
      await runAll(driver).click();
      const link = said(driver).locator("a");
      await link.waitFor();
      expect(await said(driver).innerText()).toMatch(/^\d+ of \d+ cells ran; \d+ stopped with an error\. Show “/);
      await link.click();
      expect(
        await driver
          .cell("snapshots")
          .boundingBox()
          .then((box) => box!.y),
      ).toBeLessThan(200);
      expect(await driver.status("byte-order")).toBe("ran");
    });
  });
});

describe("a run that takes long", () => {
  test("says for how long it runs and when its limit ends it, and goes on when it is told to", async () => {
    await reading("lessons/perfmon/cells/read/", async (driver) => {
      await driver.edit("read", "await new Promise((done) => setTimeout(done, 11_500));\n'done'");
      await driver.page.keyboard.press("Control+Enter");
      const keepGoing = driver.control("read", "keep-going");
      await keepGoing.waitFor();
      expect(await driver.stamp("read")).toMatch(/^running, [345] s; stopped in [567] s unless it is done$/);
      expect(await driver.announced()).toContain("Keep going lifts the limit");
      await keepGoing.click();
      expect(await driver.stamp("read")).toMatch(/^running, \d s; until it is done or you stop it$/);
      await driver.waitFor("read", "ran");
      expect(await driver.result("read")).toContain("done");
      expect(await keepGoing.isVisible()).toBe(false);
    });
  });

  test("is ended by its limit, and can be run without one", async () => {
    await reading("lessons/perfmon/cells/read/", async (driver) => {
      await driver.edit("read", "for (;;);");
      await driver.page.keyboard.press("Control+Enter");
      await driver.waitFor("read", "failed");
      expect(await driver.result("read")).toContain("stopped after 10 seconds");
      await driver.control("read", "run-long").click();
      await driver.cell("read").getByText("until it is done or you stop it").waitFor();
      await driver.control("read", "stop").click();
      await driver.waitFor("read", "stopped");
    });
  });
});

describe("the list of keys", () => {
  test("opens by ? and by its button, closes by Escape, and is accessible", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      const { page } = driver;
      const dialog = page.getByRole("dialog", { name: "Keys" });
      await page.keyboard.press("?");
      await dialog.waitFor();
      expect(await findViolations(page, { include: ["dialog.keys"] })).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await dialog.count()).toBe(0);
      await bar(driver).locator('[data-action="keys"]').click();
      await dialog.waitFor();
    });
  });

  test("leaves ? to whoever types it, and to whoever switched it off", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      const { page } = driver;
      const dialog = page.getByRole("dialog", { name: "Keys" });
      await driver.edit("read", "1");
      await page.keyboard.press("?");
      expect(await dialog.count()).toBe(0);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await dialog.getByRole("checkbox").uncheck();
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      expect(await dialog.count()).toBe(0);
      await page.reload();
      await page.keyboard.press("?");
      await page.waitForTimeout(200);
      expect(await dialog.count()).toBe(0);
    });
  });
});

describe("all changed code of a lesson", () => {
  test("is reset by one click and brought back by the next; nothing is offered before there is any", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      const [reset, undo] = ["reset-all", "undo-reset-all"].map((action) =>
        bar(driver).locator(`[data-action="${action}"]`),
      );
      expect(await reset!.isVisible()).toBe(false);
      await driver.edit("read", "'mine'");
      await driver.edit("problems", "'mine too'");
      await driver.page.keyboard.press("Escape");
      await reset!.click();
      await undo!.waitFor();
      expect(await driver.cell("read").locator("pre").innerText()).toContain("readPerfmon");
      expect(await driver.announced()).toContain("in 2 cells");
      await undo!.click();
      await driver.cell("read").locator("pre").getByText("'mine'").waitFor();
      await driver.cell("problems").locator("pre").getByText("'mine too'").waitFor();
      expect(await reset!.isVisible()).toBe(true);
    });
  });
});
