import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { keyOf, readEdit } from "../../src/components/edits/KeptEdit.ts";
import { useSite } from "./useSite.ts";

const address = "lessons/perfmon/";
const key = keyOf("/", { page: "lessons/perfmon", cell: "problems" });
const reading = useSite();

const denied = `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("Access is denied", "SecurityError"); } });`;
const full = `Storage.prototype.setItem = function () { throw new DOMException("exceeded the quota", "QuotaExceededError"); };`;

/** Whether the browser would ask before the page is left. */
const asksBeforeLeaving = (page: Page) =>
  page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));

/** Starlight's own script for the theme uses the storage unasked, and throws as the page loads. */
function forgiveTheShell(complaints: string[]): void {
  expect(complaints.filter((complaint) => !complaint.startsWith("uncaught: "))).toEqual([]);
  complaints.length = 0;
}

const keptOf = (page: Page) => page.evaluate((name) => localStorage.getItem(name) ?? undefined, key).then(readEdit);

describe("where the browser keeps nothing", () => {
  test.each([
    ["denies storage", denied, "lets the page keep nothing"],
    ["has no room left", full, "room for this site is full"],
  ])("because it %s, that is said once, the text stays, and leaving is warned of", async (_, script, words) => {
    await reading(address, async (driver, { page, complaints }) => {
      await page.addInitScript(script);
      await page.reload({ waitUntil: "networkidle" });
      forgiveTheShell(complaints);
      await driver.edit("problems", "6 * 7");
      const notice = driver.cell("problems").locator(".cell-notice");
      await notice.waitFor();
      expect(await notice.innerText()).toContain(words);
      await driver.edit("floor", "8 * 9");
      await page.waitForTimeout(400);
      expect(await page.locator(".cell-notice").count()).toBe(1);
      expect(await driver.code("problems")).toBe("6 * 7");
      const result = await driver.resultOf("problems", () => driver.control("problems", "run").click());
      expect(result.values).toEqual([{ kind: "number", value: 42, unit: "" }]);
      expect(await asksBeforeLeaving(page)).toBe(true);
    });
  });

  test("a page whose edits are kept, or reset, is left without a question", async () => {
    await reading(address, async (driver, { page }) => {
      await driver.edit("problems", "6 * 7");
      await expect.poll(async () => (await keptOf(page))?.text).toBe("6 * 7");
      expect(await asksBeforeLeaving(page)).toBe(false);
    });
    await reading(address, async (driver, { page, complaints }) => {
      await page.addInitScript(denied);
      await page.reload({ waitUntil: "networkidle" });
      forgiveTheShell(complaints);
      await driver.edit("problems", "6 * 7");
      await driver.cell("problems").locator(".cell-notice").waitFor();
      await driver.control("problems", "reset").click();
      await driver.cell("problems").locator(".cell-notice").waitFor({ state: "detached" });
      expect(await asksBeforeLeaving(page)).toBe(false);
    });
  });
});

describe("two tabs", () => {
  test("show the same text of a cell that only one of them changes", async () => {
    await reading(address, async (driver, { page }) => {
      const other = await page.context().newPage();
      await other.goto(page.url(), { waitUntil: "networkidle" });
      await driver.edit("problems", "6 * 7");
      const cell = other.locator("#cell-problems");
      await expect.poll(() => cell.locator("pre code").textContent()).toBe("6 * 7");
      expect(await cell.locator(".cell-yours").innerText()).toMatch(/, from another tab$/);
      await expect.poll(() => cell.getAttribute("data-status")).toBe("stale");
      await driver.control("problems", "reset").click();
      await expect.poll(() => cell.locator(".cell-yours").count()).toBe(0);
      await expect.poll(() => cell.getAttribute("data-status")).toBe("asBuilt");
    });
  });

  test("that change the same cell ask, and neither overwrites the other before", async () => {
    await reading(address, async (driver, { page }) => {
      await driver.edit("problems", "6 * 7");
      await expect.poll(async () => (await keptOf(page))?.text).toBe("6 * 7");
      const other = await page.context().newPage();
      await other.goto(page.url(), { waitUntil: "networkidle" });
      await other.locator('#cell-problems [data-action="edit"]').click();
      await other.locator("#cell-problems .monaco-editor.focused").waitFor();
      await other.keyboard.press("Control+End");
      await other.keyboard.type("0");
      const notice = driver.cell("problems").locator(".cell-notice");
      await notice.waitFor();
      expect(await notice.innerText()).toContain("Changed in another tab on ");
      // What is typed on here is not kept over the other's.
      await page.bringToFront();
      await driver.edit("problems", "6 * 71");
      await page.waitForTimeout(500);
      expect((await keptOf(page))?.text).toBe("6 * 70");
      await notice.getByRole("button", { name: "See the difference" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      expect(await dialog.locator("pre ins, pre del").allInnerTexts()).toEqual(["− 6 * 70", "+ 6 * 71"]);
      await page.keyboard.press("Escape");
      await notice.getByRole("button", { name: "Keep mine" }).click();
      await expect.poll(async () => (await keptOf(page))?.text).toBe("6 * 71");
      expect(await notice.count()).toBe(0);
      // Now it is the other tab's turn to choose.
      const theirs = other.locator("#cell-problems .cell-notice");
      await theirs.waitFor();
      await theirs.getByRole("button", { name: "Take it" }).click();
      await theirs.waitFor({ state: "detached" });
      await expect.poll(() => other.locator("#cell-problems .view-line").first().innerText()).toBe("6\u00a0*\u00a071");
      expect((await keptOf(page))?.text).toBe("6 * 71");
    });
  });

  test("that change the same cell ask also when one of them was never told", async () => {
    await reading(address, async (driver, { page }) => {
      await driver.edit("problems", "6 * 7");
      await expect.poll(async () => (await keptOf(page))?.text).toBe("6 * 7");
      // Written by hand, which tells nobody, as when the browser had put this tab to sleep.
      await page.evaluate((name) => {
        const kept = JSON.parse(localStorage.getItem(name)!) as { text: string };
        localStorage.setItem(name, JSON.stringify({ ...kept, text: "theirs" }));
      }, key);
      await page.keyboard.type("8");
      await driver.cell("problems").locator(".cell-notice", { hasText: "Changed in another tab" }).waitFor();
      expect((await keptOf(page))?.text).toBe("theirs");
    });
  });
});
