import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useSite } from "./useSite.ts";

const reading = useSite();

/** What has the focus: its words, whether it can be seen, and whether one can see that it has the focus. */
interface Stop {
  name: string;
  isSeen: boolean;
  isMarked: boolean;
}

/** Where the focus stands; `undefined` when it has left the page's own elements. */
async function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return undefined;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const header = document.querySelector("header")!;
    const headerEnd = header.contains(element) ? 0 : header.getBoundingClientRect().bottom;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const words = (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " ").slice(0, 60);
    return {
      name: `${element.localName} ${words}`,
      isSeen: bottom > headerEnd && top < innerHeight && right > 0 && left < innerWidth,
      isMarked: outlineStyle !== "none" && parseFloat(outlineWidth) > 0,
    };
  });
}

describe("a reader without a pointer", () => {
  test.each(["lessons/perfmon/", "lessons/poolmon/", ""])(
    "goes through %s by Tab, sees where the focus is at every stop, and comes out at the end",
    async (address) => {
      await reading(address, async ({ page }) => {
        const stops: Stop[] = [];
        for (;;) {
          await page.keyboard.press("Tab");
          const stop = await focused(page);
          if (!stop) break;
          stops.push(stop);
          expect(stops.length).toBeLessThan(1000);
        }
        expect(stops.filter(({ isSeen, isMarked }) => !isSeen || !isMarked)).toEqual([]);
        const runs = stops.filter(({ name }) => name.startsWith("button Run "));
        expect(runs.length).toBeGreaterThanOrEqual(await page.locator("lab-cell").count());
      });
    },
  );
});

describe("a reader who hears the page", () => {
  test("is told of a result once", async () => {
    await reading("lessons/perfmon/cells/slope/", async (driver) => {
      await driver.run("slope");
      await driver.page.evaluate(`{
        window.told = [];
        new MutationObserver(() => told.push(document.querySelector("#announcements").textContent))
          .observe(document.querySelector("#announcements"), { childList: true, characterData: true, subtree: true });
      }`);
      await driver.run("slope");
      await driver.waitFor("slope", "ran");
      await driver.page.waitForTimeout(300);
      const told = await driver.page.evaluate<string[]>("told");
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/^The rate of the leak: [\d,.]+\s[GM]iB\/h/);
      expect(told[0]!.length).toBeLessThan(160);
    });
  });
});

describe("a reader who hears the page and turns an input", () => {
  test("is told of the last result, not of each on the way", async () => {
    await reading("lessons/perfmon/cells/cycle/", async (driver) => {
      await driver.run("cycle");
      await driver.page.evaluate(`{
        window.told = [];
        new MutationObserver(() => told.push(document.querySelector("#announcements").textContent))
          .observe(document.querySelector("#announcements"), { childList: true, characterData: true, subtree: true });
      }`);
      const slider = driver.cell("cycle").getByRole("slider");
      await slider.focus();
      for (let step = 0; step < 6; step++) {
        await driver.resultOf("cycle", () => driver.page.keyboard.press("ArrowRight"));
      }
      expect(await slider.inputValue()).toBe("12");
      await driver.page.waitForTimeout(900);
      expect(await driver.page.evaluate<string[]>("told")).toHaveLength(1);
    });
  });
});

describe("a reader who magnifies", () => {
  // 1280 × 1024 at 400 %, as WCAG 1.4.10 has it.
  const magnified = { viewport: { width: 320, height: 256 } };

  test("reads, runs and edits at 400 %, and nothing sticks out", async () => {
    await reading(
      "lessons/perfmon/",
      async (driver) => {
        await driver.run("floor");
        await driver.edit("slope", "fitFloor(nonpaged, { load }).slope");
        await driver.page.locator('.lesson-bar [data-action="run-all"]').click();
        await driver.page.locator(".lesson-bar-said").getByText("ran").waitFor();
        expect(await driver.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        const header = (await driver.page.locator("header").first().boundingBox())!;
        expect(header.height).toBeLessThan(256 / 3);
      },
      magnified,
    );
  });

  test("can reach the ends of every dialog", async () => {
    await reading(
      "lessons/perfmon/",
      async ({ page }) => {
        const ends = async () => {
          const dialog = page.locator("dialog[open]");
          await dialog.waitFor();
          const box = (await dialog.boundingBox())!;
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(320);
          expect(box.y + box.height).toBeLessThanOrEqual(256);
          await dialog.locator("button").last().scrollIntoViewIfNeeded();
          expect((await dialog.locator("button").last().boundingBox())!.y).toBeLessThan(256);
        };
        await page.keyboard.press("?");
        await ends();
        await page.keyboard.press("Escape");
        await page.locator('.own-log [data-action="choose"]').first().click();
        await ends();
      },
      magnified,
    );
  });
});

describe("a reader who wants no motion", () => {
  test("sees none while a cell runs", async () => {
    await reading(
      "lessons/perfmon/cells/read/",
      async (driver) => {
        await driver.edit("read", "for (;;);");
        await driver.page.keyboard.press("Control+Enter");
        await driver.waitFor("read", "running");
        const moving = await driver.page.evaluate(() =>
          document
            .getAnimations()
            .filter(({ playState }) => playState === "running")
            .map(({ effect }) => String((effect as KeyframeEffect).target?.className)),
        );
        expect(moving).toEqual([]);
        await driver.control("read", "stop").click();
        await driver.waitFor("read", "stopped");
      },
      { reducedMotion: "reduce" },
    );
  });
});

describe("a reader whose system chooses the colours", () => {
  test("tells the states of a cell apart by the rail's form and by words", async () => {
    await reading(
      "lessons/perfmon/cells/slope/",
      async (driver) => {
        const rail = () =>
          driver.cell("slope").evaluate((cell) => {
            const { backgroundImage, width } = getComputedStyle(cell, "::before");
            return `${width} ${backgroundImage}`;
          });
        const seen = [[await rail(), await driver.stamp("slope")]];
        await driver.run("slope");
        await driver.waitFor("slope", "ran");
        seen.push([await rail(), await driver.stamp("slope")]);
        await driver.edit("slope", "null.x");
        await driver.waitFor("slope", "stale");
        seen.push([await rail(), await driver.stamp("slope")]);
        await driver.page.keyboard.press("Control+Enter");
        await driver.waitFor("slope", "failed");
        seen.push([await rail(), await driver.stamp("slope")]);
        expect(new Set(seen.map(([form]) => form)).size).toBe(4);
        expect(new Set(seen.map(([, words]) => words)).size).toBe(4);
      },
      { forcedColors: "active" },
    );
  });
});
