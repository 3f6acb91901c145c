import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useSite } from "./useSite.ts";

const read = useSite();
const mayCopy = { permissions: ["clipboard-read", "clipboard-write"] };

const clipboardOf = (page: Page) => () => page.evaluate(() => navigator.clipboard.readText());

test("a lesson's link is copied plain, as Markdown and as a support reply with commands, for the host that serves it", () =>
  read(
    "lessons/perfmon/",
    async (_, { page }) => {
      const clipboard = clipboardOf(page);
      const here = page.url();
      const share = page.locator(".page-title lab-share");
      await share.getByRole("button", { name: /^Copy link/ }).click();
      expect(await clipboard()).toBe(here);
      await share.getByRole("button", { name: /^as Markdown/ }).click();
      expect(await clipboard()).toMatch(new RegExp(`^\\[.+\\]\\(${here}\\)$`));
      await share.getByRole("button", { name: /^as a support reply/ }).click();
      const reply = await clipboard();
      expect(reply).toContain(here);
      expect(reply).toContain("    logman create counter PoolLog");
      expect(reply).toContain("Then send back");
      expect(await share.locator(".said").textContent()).toContain("Copied");
    },
    mayCopy,
  ));

test("a cell's link is a path, under the lesson's own", () =>
  read(
    "lessons/perfmon/",
    async (_, { page }) => {
      const clipboard = clipboardOf(page);
      const cell = page.locator('lab-cell[data-cell="slope"]');
      await cell.hover();
      await cell.getByRole("button", { name: /^Copy link/ }).click();
      expect(await clipboard()).toBe(`${page.url()}cells/slope/`);
      // What hovering fetched ahead must not be cut off by the end of the test.
      await page.waitForLoadState("networkidle");
    },
    mayCopy,
  ));

test("copying is said on the button, in its width: on a phone nothing moves or runs off the page", () =>
  read(
    "lessons/perfmon/",
    async (_, { page }) => {
      const startOfSections = () => page.locator("nav.sections").evaluate((nav) => (nav as HTMLElement).offsetTop);
      const before = await startOfSections();
      const button = page.locator(".page-title lab-share button").first();
      await button.click();
      await page.waitForFunction((element) => element!.textContent.startsWith("Copied"), await button.elementHandle());
      expect(await startOfSections()).toBe(before);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    },
    { ...mayCopy, viewport: { width: 390, height: 844 } },
  ));

test("a cell's address shows that cell alone, and it runs there with all that it needs", () =>
  read("lessons/perfmon/cells/slope/", async (_, { page }) => {
    const alone = page.locator("lab-cell");
    expect(await alone.count()).toBe(1);
    const built = await alone.locator(".cell-result").innerText();
    await alone.locator('button[data-action="run"]').click();
    await page.locator('lab-cell[data-status="ran"]').waitFor();
    expect(await alone.locator(".cell-result").innerText()).toBe(built);
  }));

test("a heading's link offers the same forms for its place", () =>
  read(
    "lessons/perfmon/",
    async (_, { page }) => {
      const clipboard = clipboardOf(page);
      const here = page.url();
      const wrapper = page.locator(".sl-heading-wrapper", { has: page.locator("h2#find-the-floor") });
      await wrapper.hover();
      await wrapper.locator("a.sl-anchor-link").click();
      await wrapper.getByRole("button", { name: /^as Markdown/ }).click();
      expect(await clipboard()).toBe(`[Find the floor](${here}#find-the-floor)`);
    },
    mayCopy,
  ));

test("a command is copied as it is typed", () =>
  read(
    "lessons/perfmon/",
    async (_, { page }) => {
      const clipboard = clipboardOf(page);
      const command = page.locator("lab-command").first();
      await command.getByRole("button", { name: /^Copy/ }).click();
      expect(await clipboard()).toBe(await command.locator(".line code").innerText());
      expect(await command.getByRole("button").first().innerText()).toContain("Copied");
    },
    mayCopy,
  ));
