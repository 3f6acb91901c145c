import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { builtPages } from "../site/builtSite.ts";
import { findViolations, wcagRules } from "./findViolations.ts";
import { useSite } from "./useSite.ts";

const addresses = builtPages().map(({ address }) => address);
const read = useSite();

/** Elements that stick out of a narrow window; those that scroll inside do not. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll("main *")]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .slice(0, 5)
          .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Pages of one cell are all made alike, from parts of their lesson's page: of each lesson the first one stands for the others. */
const lessonOf = (address: string) => address.replace(/cells\/.*/, "");
const isLikeAnother = (address: string) =>
  address !== addresses.find((other) => other.includes("/cells/") && lessonOf(other) === lessonOf(address)) &&
  address.includes("/cells/");

test.each(addresses.filter((address) => !isLikeAnother(address)))(
  "%s is accessible in both themes, fits 320 px, and says nothing on the console",
  (address) =>
    read(address.slice(1), async (_, { page }) => {
      const inLight = await findViolations(page, { runOnly: wcagRules });
      // Only colours change with the theme, and only one rule looks at colours.
      await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
      const inDark = await findViolations(page, { runOnly: { type: "rule", values: ["color-contrast"] } });
      await page.setViewportSize({ width: 320, height: 700 });
      const atPhoneWidth: unknown[] = await tooWide(page);
      // What scrolls only there must do so by keyboard as well.
      const scrolls = await findViolations(page, {
        runOnly: { type: "rule", values: ["scrollable-region-focusable"] },
      });
      atPhoneWidth.push(...scrolls);
      expect({ inLight, inDark, atPhoneWidth }).toEqual({ inLight: [], inDark: [], atPhoneWidth: [] });
    }),
);

test("the other pages of a cell fit 320 px too, and say nothing on the console", () =>
  read("", async (_, { page }) => {
    const site = page.url();
    await page.setViewportSize({ width: 320, height: 700 });
    for (const address of addresses.filter(isLikeAnother)) {
      await page.goto(site + address.slice(1));
      expect(await tooWide(page), address).toEqual([]);
    }
  }));

test.each(["light", "dark"] as const)("a reader who prefers %s gets it", (colorScheme) =>
  read(
    "",
    async (_, { page }) => {
      expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe(colorScheme);
    },
    { colorScheme },
  ),
);

test("the search finds a lesson by a counter's name", () =>
  read("", async (_, { page }) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("Pool Nonpaged Bytes");
    await page.locator("lab-search .hits a").first().waitFor();
    const hits = await page
      .locator("lab-search .hits a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(hits).toContain("/lessons/perfmon/");
    await page.keyboard.press("Escape");
    expect(await page.locator("lab-search dialog").isVisible()).toBe(false);
  }));
