import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtPages } from "../site/builtSite.ts";
import { launchBrowser } from "./browser.ts";
import { serveSite, type Site } from "./site.ts";

const addresses = builtPages().map(({ address }) => address);
let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page and collects what it complains about: the console, errors, refused loads. */
async function open(context: BrowserContext, address: string) {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  await page.goto(site.url + address.slice(1), { waitUntil: "networkidle" });
  return { page, complaints };
}

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test.each(addresses)("%s has no accessibility violation and says nothing on the console", async (address) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
    const { page, complaints } = await open(context, address);
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    await context.close();
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`),
    );
    expect(found).toEqual([]);
    expect(address === "/404.html" ? [] : complaints).toEqual([]);
  });
});

test.each(addresses)("%s does not scroll sideways at 320 px", async (address) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
  const { page } = await open(context, address);
  const tooWide = await page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll("main *")]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 5)
          .map((element) => element.outerHTML.slice(0, 120)),
  );
  await context.close();
  expect(tooWide).toEqual([]);
});

test("the search finds a lesson by a counter's name", async () => {
  const context = await browser.newContext();
  const { page, complaints } = await open(context, "/");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("Pool Nonpaged Bytes");
  await page.locator("lab-search .hits a").first().waitFor();
  const hits = await page
    .locator("lab-search .hits a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(hits).toContain("/lessons/perfmon/");
  await page.keyboard.press("Escape");
  expect(await page.locator("lab-search dialog").isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await context.close();
});
