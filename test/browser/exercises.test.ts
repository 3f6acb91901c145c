import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { runCheck } from "../../src/components/lesson/runCheck.ts";
import { findViolations } from "./findViolations.ts";
import { useSite } from "./useSite.ts";

const perfmon = await loadLesson("lessons/perfmon");
const id = "autumn-slope";
const { starter, solution } = perfmon.exercises.find((exercise) => exercise.id === id)!;
const reading = useSite();

/** What the same check says in Node, as the page shows it. */
async function saidOf(answer: string): Promise<string> {
  const outcome = await runCheck(perfmon, id, answer);
  if ("failed" in outcome) throw new Error(outcome.failed.message);
  const words = "solved" in outcome ? `Solved. ${outcome.solved}` : `Not yet. ${outcome.says}`;
  return words.replaceAll("`", "");
}

/** The check of the exercise, as a reader meets it. */
const checkOf = (page: Page) => {
  const check = page.locator(`#exercise-${id}`);
  return {
    start: check.locator('[data-check="start"]'),
    stop: check.locator('[data-check="stop"]'),
    says: () => check.locator(".check-says").innerText(),
    stamp: () => check.locator(".check-stamp").innerText(),
    mark: () => page.locator(`#cell-${id} .solved-mark`).innerText(),
    count: () => page.locator("lab-solved-count").innerText(),
    /** Waits until the check has ended like this. */
    ended: (outcome: string) =>
      page.locator(`#exercise-${id}[data-outcome="${outcome}"]:not([data-checking])`).waitFor({ timeout: 20_000 }),
  };
};

describe("a checked answer", () => {
  test("that is wrong hears what it missed, on another machine, and nothing moves", () =>
    reading("lessons/perfmon/", async ({ page }, { layoutShift }) => {
      const check = checkOf(page);
      await check.start.scrollIntoViewIfNeeded();
      const [before, height] = [await layoutShift(), await page.evaluate(() => document.documentElement.scrollHeight)];
      await check.start.click();
      await check.ended("wrong");
      const said = await saidOf(starter.text);
      expect(await check.says()).toBe(said);
      expect(await check.stamp()).toMatch(/^checked on the logs of FABRIKAM-APP2, not this page’s, \d+ ms$/);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
      expect((await layoutShift()) - before).toBe(0);
      expect(await page.locator("#announcements").innerText()).toBe(`A slope within one boot: ${said}`);
      expect(await check.mark()).toBe("");
    }));

  test("that is right says what was learned, and a reload remembers it", () =>
    reading("lessons/perfmon/", async (driver) => {
      const { page } = driver;
      const check = checkOf(page);
      expect(await check.count()).toBe("None is solved in this browser yet.");
      await driver.edit(id, solution.text);
      await check.start.click();
      await check.ended("solved");
      expect(await check.says()).toBe(await saidOf(solution.text));
      expect(await check.mark()).toMatch(/^solved on \d+ [A-Z][a-z]+$/);
      expect(await check.count()).toBe("1 of 5 solved in this browser.");

      await page.keyboard.press("Control+End");
      await driver.edit(id, `${solution.text} // and more`);
      await page.locator(`#exercise-${id} .check-stamp`, { hasText: "checked before your last change" }).waitFor();

      await page.reload({ waitUntil: "networkidle" });
      expect(await check.mark()).toMatch(/^solved on/);
      expect(await check.count()).toBe("1 of 5 solved in this browser.");
      // Another text of the check: said as such.
      await page.evaluate(() => {
        const key = Object.keys(localStorage).find((name) => name.includes("progress"))!;
        localStorage.setItem(key, localStorage.getItem(key)!.replace(/"version":"\w+"/, '"version":"old"'));
      });
      await page.reload({ waitUntil: "networkidle" });
      expect(await check.mark()).toMatch(/, in an earlier version$/);
    }));

  test("that runs here and fails there says so, with the line in the reader's text", () =>
    reading("lessons/perfmon/", async (driver) => {
      const check = checkOf(driver.page);
      await driver.edit(
        id,
        'import { readPerfmon } from "pool-leak-lab";\nconst { records } = await readPerfmon(await log("perfmon-autumn.csv"));\nif (records.machine !== "CONTOSO-FS1") throw new Error("another machine");\n1',
      );
      await driver.resultOf(id, () => driver.page.keyboard.press("Control+Enter"));
      await check.start.click();
      await check.ended("failed");
      expect(await check.says()).toContain(
        "Your code runs here, but on the logs of FABRIKAM-APP2 it stops with an error:",
      );
      expect(await check.says()).toContain("another machine");
      expect(await check.says()).toContain("Line 3");
      expect(await driver.announced()).toContain("another machine");
      // What cannot be read at all is not the other machine's doing.
      await driver.edit(id, "const = 1");
      await check.start.click();
      await driver.page.locator(`#exercise-${id}`, { hasText: "cannot be run as it stands" }).waitFor();
    }));

  test("that loops forever is stopped, and the next check works", () =>
    reading("lessons/perfmon/", async (driver) => {
      const check = checkOf(driver.page);
      await driver.edit(id, "for (;;) {}");
      await check.start.click();
      await check.stop.click();
      await check.ended("stopped");
      expect(await check.says()).toBe("Stopped before it was done: nothing was checked.");
      expect(await check.start.evaluate((button) => button === document.activeElement)).toBe(true);
      // The lesson's own worker is another one, and still there.
      await driver.run("read");
      await driver.control(id, "reset").click();
      await check.start.click();
      await check.ended("wrong");
    }));

  test("is checked on the samples while a log of the reader's own is in use", () =>
    reading("lessons/perfmon/", async (driver) => {
      const { page } = driver;
      const own = page.locator('lab-own-log[data-name="perfmon-autumn.csv"]');
      await own.locator('[data-action="choose"]').click();
      await page
        .locator(".ask-for-log input[type=file]")
        .setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from("no log at all") });
      await driver.waitFor(id, "stale");
      const check = checkOf(page);
      await check.start.click();
      await check.ended("wrong");
      expect(await check.stamp()).toMatch(
        /^checked on the logs of FABRIKAM-APP2, not on your mine\.csv, (\d+ ms|[\d.]+ s)$/,
      );
      // Nor is the exercise among the cells that run with the log.
      expect(await driver.status(id)).toBe("stale");
    }));

  test("is checked by the keyboard alone, from the editor and from the button", () =>
    reading("lessons/perfmon/", async (driver) => {
      const { page } = driver;
      const check = checkOf(page);
      await driver.edit(id, "800533.2152843603");
      await page.keyboard.press("Control+Shift+Enter");
      await check.ended("wrong");
      expect(await check.says()).toBe(await saidOf("800533.2152843603"));
      await driver.edit(id, "null");
      await page.keyboard.press("Escape");
      await check.start.focus();
      await page.keyboard.press("Enter");
      await page.locator(`#exercise-${id}`, { hasText: await saidOf("null") }).waitFor();
    }));

  test("is not checked without a connection, and the page says so", () =>
    reading("lessons/perfmon/", async ({ page }, watched) => {
      const check = checkOf(page);
      await page.route("**/checks/**", (route) => route.abort());
      await check.start.click();
      await page.locator(`#exercise-${id}`, { hasText: "could not be fetched" }).waitFor();
      await page.unroute("**/checks/**");
      await check.start.click();
      await check.ended("wrong");
      watched.complaints.length = 0;
    }));
});

describe("an exercise", () => {
  test("offers its hints one at a time, says how many there are, and then the reasoning", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const hints = page.locator(`[data-hint="${id}"]`);
      const shown = () => hints.locator("summary").filter({ visible: true }).allInnerTexts();
      expect(await shown()).toEqual(["Hint 1 of 3"]);
      await hints.nth(0).locator("summary").click();
      await hints.nth(1).locator("summary").click();
      expect(await shown()).toEqual(["Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3"]);
      const reasoning = page.locator(`[data-solution="${id}"]`);
      await reasoning.locator("summary").click();
      expect(await reasoning.innerText()).toMatch(/restart/);
      expect(await reasoning.innerText()).toContain("toSorted");
    }));

  test("works where storage is denied, as long as the page is open", () =>
    reading("", async (driver, { page }) => {
      await page.addInitScript(`
        for (const name of ["getItem", "setItem"]) {
          const given = Storage.prototype[name];
          Storage.prototype[name] = function (key, ...rest) {
            if (key.startsWith("pool-leak-lab")) throw new DOMException("denied", "SecurityError");
            return given.call(this, key, ...rest);
          };
        }
      `);
      await page.goto(`${page.url()}lessons/perfmon/`, { waitUntil: "networkidle" });
      const check = checkOf(page);
      await driver.edit(id, solution.text);
      await check.start.click();
      await check.ended("solved");
      expect(await check.mark()).toMatch(/^solved on/);
    }));

  test("shows starter, result, hints and solution without JavaScript, and nothing that needs it", () =>
    reading(
      "lessons/perfmon/",
      async ({ page }) => {
        expect(await page.locator(`#cell-${id}`).innerText()).toContain("fitFloor");
        expect(await page.locator(`#cell-${id} .cell-result`).innerText()).toContain("MiB/h");
        expect(await checkOf(page).start.isVisible()).toBe(false);
        expect(await page.locator("lab-solved-count").isVisible()).toBe(false);
        await page.locator(`[data-hint="${id}"] summary`).first().click();
        expect(await page.locator(`[data-hint="${id}"]`).nth(1).isVisible()).toBe(true);
        await page.locator(`[data-solution="${id}"] summary`).click();
        expect(await page.locator(`[data-solution="${id}"]`).innerText()).toContain("toSorted");
      },
      { javaScriptEnabled: false },
    ));

  test("is accessible when it was checked, and fits a phone", () =>
    reading(
      "lessons/perfmon/",
      async (driver) => {
        const { page } = driver;
        const check = checkOf(page);
        await check.start.tap();
        await check.ended("wrong");
        await page.locator(`[data-hint="${id}"] summary`).first().tap();
        expect(await findViolations(page, { include: [`#cell-${id}`, `[data-hint="${id}"]`] })).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        const { height } = (await check.start.boundingBox())!;
        expect(height).toBeGreaterThanOrEqual(32);
      },
      { viewport: { width: 320, height: 700 }, hasTouch: true },
    ));
});
