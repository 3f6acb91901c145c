import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useSite } from "./useSite.ts";

const lines = readFileSync("datasets/contoso-fs1/perfmon.csv", "latin1").split("\r\n");
const read = useSite();

const logOf = (page: Page) => page.locator('lab-log[data-name="perfmon.csv"]');

/** The line that is marked as the current one: its number and the start of its text. */
async function currentLine(page: Page): Promise<{ number: number; text: string }> {
  const row = page.locator('lab-log[data-name="perfmon.csv"] .log-row.is-current');
  await row.waitFor();
  const number = Number(await row.locator(".log-number").textContent());
  return { number, text: (await row.textContent())!.slice(String(number).length) };
}

test("a number in a table shows its line in the log, marked and in view", () =>
  read("lessons/perfmon/", async (_, { page }) => {
    const link = page.locator('lab-cell[data-cell="floor"] a.log-line').nth(3);
    const wanted = Number(await link.textContent());
    await link.click();
    const { number, text } = await currentLine(page);
    expect(number).toBe(wanted);
    expect(text).toBe(lines[wanted - 1]);
    const isInView = await page.locator(".log-row.is-current").evaluate((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    });
    expect(isInView).toBe(true);
  }));

test("Back leads from a line of the log to the number that was followed", () =>
  read("lessons/perfmon/", async (_, { page }) => {
    const link = page.locator('lab-cell[data-cell="floor"] a.log-line').nth(3);
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    await link.click();
    await currentLine(page);
    expect(page.url()).toContain("#log-perfmon-csv");
    await page.goBack();
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 600, before);
    await link.waitFor();
    expect(new URL(page.url()).hash).toBe("");
  }));

test("words that are found are marked and brought into view, however long the line", () =>
  read("lessons/perfmon/", async (_, { page }) => {
    await logOf(page).locator(".log-open").click();
    const input = logOf(page).locator(".log-find input");
    await input.fill("processor queue length");
    await input.press("Enter");
    const mark = logOf(page).locator(".log-row.is-current mark");
    expect(await mark.textContent()).toBe("Processor Queue Length");
    const isInView = await mark.evaluate((element) => {
      const [hit, view] = [element.getBoundingClientRect(), element.closest(".log-view")!.getBoundingClientRect()];
      return hit.left > view.left && hit.right < view.right;
    });
    expect(isInView).toBe(true);
  }));

test("the whole log opens by keyboard, find goes from hit to hit and says where it is", () =>
  read("lessons/perfmon/", async (_, { page }) => {
    const log = logOf(page);
    await log.locator(".log-open").focus();
    await page.keyboard.press("Enter");
    const input = log.locator(".log-find input");
    await input.waitFor();
    const hits = lines.flatMap((line, index) => (line.includes("10:0") ? [index + 1] : []));
    await input.fill("10:0");
    for (const hit of hits.slice(0, 3)) {
      await page.keyboard.press("Enter");
      expect((await currentLine(page)).number).toBe(hit);
    }
    await page.keyboard.press("Shift+Enter");
    expect((await currentLine(page)).number).toBe(hits[1]);
    await input.fill("no such words");
    await page.keyboard.press("Enter");
    expect(await log.locator(".log-said").textContent()).toContain("no such words");
  }));

test("the line that the reader remarked on carries its reason in the open log", () =>
  read("lessons/perfmon/", async (_, { page }) => {
    const log = logOf(page);
    await log.locator(".log-problems summary").click();
    await log.locator(".log-problems a").first().click();
    const reason = await log.locator(".log-row.is-current .log-reason").textContent();
    expect(reason).toContain("No counter has a value");
  }));

test("a link from another page, as a cell's own page has without JavaScript, leads to its line in the lesson", () =>
  read("lessons/perfmon/?line=82#log-perfmon-csv", async (_, { page }) => {
    expect((await currentLine(page)).number).toBe(82);
    await page.waitForLoadState("networkidle");
  }));

test("a downloaded log is the data set's file, byte for byte", () =>
  read("lessons/perfmon/", async (_, { page }) => {
    const log = logOf(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      log.getByRole("link", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("perfmon.csv");
    expect(readFileSync(await download.path()).equals(readFileSync("datasets/contoso-fs1/perfmon.csv"))).toBe(true);
  }));

test("without JavaScript the lesson has its results, charts, tables, first log lines and commands", () =>
  read(
    "lessons/perfmon/",
    async (_, { page }) => {
      expect(await page.locator("lab-cell svg").count()).toBeGreaterThanOrEqual(4);
      expect(await page.locator("lab-cell table").count()).toBeGreaterThanOrEqual(8);
      expect(await page.locator("lab-log .log-row").first().isVisible()).toBe(true);
      expect(await page.locator("lab-command code").first().isVisible()).toBe(true);
      expect(await page.locator('lab-cell[data-cell="verdict"]').innerText()).toContain("leaks");
    },
    { javaScriptEnabled: false },
  ));
