import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPage } from "./browser.ts";
import { serveSite, type Site } from "./site.ts";

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function openLesson() {
  const { page } = await openPage(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(`${site.url}lessons/perfmon/`, { waitUntil: "networkidle" });
  return { page, clipboard: () => page.evaluate(() => navigator.clipboard.readText()) };
}

test("a lesson's link is copied plain, as Markdown and as a support reply with commands, for the host that serves it", async () => {
  const { page, clipboard } = await openLesson();
  const share = page.locator(".page-title lab-share");
  const url = `${site.url}lessons/perfmon/`;
  await share.getByRole("button", { name: /^Copy link/ }).click();
  expect(await clipboard()).toBe(url);
  await share.getByRole("button", { name: /^as Markdown/ }).click();
  expect(await clipboard()).toMatch(new RegExp(`^\\[.+\\]\\(${url}\\)$`));
  await share.getByRole("button", { name: /^as a support reply/ }).click();
  const reply = await clipboard();
  expect(reply).toContain(url);
  expect(reply).toContain("    logman create counter PoolLog");
  expect(reply).toContain("Then send back");
  expect(await share.locator(".said").textContent()).toContain("Copied");
  await page.context().close();
});

test("a cell's link is a path, and leads to a page on which that cell runs", async () => {
  const { page, clipboard } = await openLesson();
  const cell = page.locator('lab-cell[data-cell="slope"]');
  await cell.hover();
  await cell.getByRole("button", { name: /^Copy link/ }).click();
  const address = await clipboard();
  expect(address).toBe(`${site.url}lessons/perfmon/cells/slope/`);
  await page.goto(address);
  const alone = page.locator("lab-cell");
  expect(await alone.count()).toBe(1);
  const built = await alone.locator(".cell-result").innerText();
  await alone.locator('button[data-action="run"]').click();
  await page.locator('lab-cell[data-status="ran"]').waitFor();
  expect(await alone.locator(".cell-result").innerText()).toBe(built);
  await page.context().close();
});

test("a heading's link offers the same forms for its place", async () => {
  const { page, clipboard } = await openLesson();
  const wrapper = page.locator(".sl-heading-wrapper", { has: page.locator("h2#find-the-floor") });
  await wrapper.hover();
  await wrapper.locator("a.sl-anchor-link").click();
  await wrapper.getByRole("button", { name: /^as Markdown/ }).click();
  expect(await clipboard()).toBe(`[Find the floor](${site.url}lessons/perfmon/#find-the-floor)`);
  await page.context().close();
});

test("a command is copied as it is typed", async () => {
  const { page, clipboard } = await openLesson();
  const command = page.locator("lab-command").first();
  await command.getByRole("button", { name: /^Copy/ }).click();
  expect(await clipboard()).toBe(await command.locator(".line code").innerText());
  expect(await command.getByRole("button").first().innerText()).toContain("Copied");
  await page.context().close();
});
