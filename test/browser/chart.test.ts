import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { LessonDriver } from "./LessonDriver.ts";
import { findViolations } from "./findViolations.ts";
import { useSite } from "./useSite.ts";

const reading = useSite();
const perfmon = "lessons/perfmon/";

/** A chart, and what its read-out shows and says. */
class ChartDriver {
  readonly page: Page;
  readonly frame: Locator;

  constructor(driver: LessonDriver, id: string) {
    this.page = driver.page;
    this.frame = driver.cell(id).locator("readable-chart");
  }

  get label(): Locator {
    return this.frame.locator(".reading-label");
  }

  /** The label's lines, in plain spaces. */
  async lines(): Promise<string[]> {
    const lines = await this.label.locator("p:not(.reading-keys)").allInnerTexts();
    return lines.map((line) => line.replaceAll("\u00a0", " ").trim());
  }

  /** What is spoken, once it has been quiet for a moment. */
  async spoken(): Promise<string> {
    await this.page.waitForTimeout(400);
    return (await this.frame.locator("[role=status]").innerText()).replaceAll("\u00a0", " ");
  }

  /** Moves the pointer to a place of the drawing, in shares of its width and height. */
  async point(across: number, down: number): Promise<void> {
    await this.frame.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await this.frame.locator("svg.value-plot").boundingBox())!;
    // The first move fetches what reads, the second is read in any case.
    await this.page.mouse.move(x + across * width - 1, y + down * height);
    await this.label.waitFor({ state: "attached" });
    await this.page.mouse.move(x + across * width, y + down * height);
  }

  /** Comes to the chart with Tab, as a reader without a pointer does. */
  async tabTo(): Promise<void> {
    await this.frame.evaluate((frame) => {
      frame.closest("lab-cell")!.querySelector<HTMLElement>(".cell-code pre")!.focus();
    });
    await this.page.keyboard.press("Tab");
    expect(await this.hasFocus()).toBe(true);
    await this.label.locator(".reading-keys").waitFor();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  hasFocus(): Promise<boolean> {
    return this.frame.evaluate((frame) => frame === document.activeElement);
  }
}

describe("a pointer over a chart", () => {
  test("reads the nearest sample of each line, to the byte, and stops when it leaves", () =>
    reading(perfmon, async (driver, { layoutShift }) => {
      const chart = new ChartDriver(driver, "curve");
      await chart.point(0.5, 0.5);
      expect(await chart.lines()).toEqual([
        "2012-08-14 17:19:45 UTC",
        "nonpaged 3.01 GiB 3,231,158,272 B",
        "paged 157.6 MiB 165,257,216 B",
      ]);
      const log = (await readFile("datasets/contoso-fs1/perfmon.csv", "utf8")).split("\n");
      expect(log.filter((line) => line.includes('"3231158272"') && line.includes('"165257216"')).length).toBe(1);
      expect(await chart.frame.locator(".reading-rule").count()).toBe(1);
      expect(await chart.frame.locator(".reading-dot").count()).toBe(2);
      await driver.page.mouse.move(0, 0);
      expect(await chart.label.isVisible()).toBe(false);
      expect(await chart.frame.locator(".reading-rule").count()).toBe(0);
      expect(await layoutShift()).toBe(0);
    }));

  test("reads the same after a run", () =>
    reading(perfmon, async (driver) => {
      const chart = new ChartDriver(driver, "floor-chart");
      await chart.point(0.3, 0.6);
      const built = await chart.lines();
      await driver.run("floor-chart");
      await chart.point(0.3, 0.6);
      expect(await chart.lines()).toEqual(built);
      expect(built.length).toBeGreaterThan(1);
    }));

  test("reads what the log says, as the table behind the chart does", () =>
    reading(perfmon, async (driver) => {
      const chart = new ChartDriver(driver, "curve");
      await chart.tabTo();
      await chart.press("Home");
      const row = driver.cell("curve").locator("details tbody tr").first();
      const exact = await row
        .locator("td[title]")
        .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("title")!.replace("\u00a0", " ")));
      const [at, ...lines] = await chart.lines();
      expect(at).toBe("2012-08-14 16:30:00 UTC");
      expect(lines.some((line) => line.startsWith("paged") && line.endsWith(exact[1]!))).toBe(true);
      expect(lines.some((line) => line.startsWith("nonpaged") && line.endsWith(exact[2]!))).toBe(true);
    }));

  test("is dismissed with Escape without moving it, though the focus is elsewhere", () =>
    reading(perfmon, async (driver) => {
      const chart = new ChartDriver(driver, "week");
      await chart.point(0.4, 0.4);
      expect(await chart.label.isVisible()).toBe(true);
      await chart.press("Escape");
      expect(await chart.label.isVisible()).toBe(false);
    }));

  test("works on the home page, on a cell’s own page and in other lessons", async () => {
    for (const [address, cell] of [
      ["", "leak"],
      ["lessons/perfmon/cells/cycle/", "cycle"],
      ["lessons/poolmon/", "growth-chart"],
    ] as const) {
      await reading(address, async (driver) => {
        const chart = new ChartDriver(driver, cell);
        await chart.point(0.7, 0.5);
        expect((await chart.lines()).length, cell).toBeGreaterThan(1);
      });
    }
  });

  test("fetches what reads only when it comes", () =>
    reading(perfmon, async (driver) => {
      const fetched = () =>
        driver.page.evaluate(() =>
          performance.getEntriesByType("resource").some(({ name }) => name.includes("ChartReader")),
        );
      expect(await fetched()).toBe(false);
      await new ChartDriver(driver, "curve").point(0.5, 0.5);
      expect(await fetched()).toBe(true);
    }));
});

describe("a finger", () => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

  test("reads what it touches, until it touches something else", () =>
    reading(
      perfmon,
      async (driver, { layoutShift }) => {
        const chart = new ChartDriver(driver, "week");
        await chart.frame.scrollIntoViewIfNeeded();
        await chart.frame.tap({ position: { x: 200, y: 120 } });
        await chart.label.waitFor();
        expect((await chart.lines())[0]).toMatch(/^2012-08-2\d \d\d:\d\d:\d\d UTC$/);
        const [label, frame] = [(await chart.label.boundingBox())!, (await chart.frame.boundingBox())!];
        expect(label.x).toBeGreaterThanOrEqual(frame.x);
        expect(label.x + label.width).toBeLessThanOrEqual(frame.x + frame.width);
        await driver.cell("week").locator(".cell-title").tap();
        expect(await chart.label.isVisible()).toBe(false);
        expect(await layoutShift()).toBe(0);
      },
      phone,
    ));

  test("finds the annotation in words, for it may be out of sight in the drawing", () =>
    reading(
      perfmon,
      async (driver) => {
        const said = driver.cell("floor-chart").locator(".value-chart-said");
        expect(await said.innerText()).toBe("In the chart: the floor rises, whatever the load does.");
        await driver.page.setViewportSize({ width: 1280, height: 900 });
        expect(await said.isVisible()).toBe(false);
      },
      phone,
    ));
});

describe("the keyboard", () => {
  test("reads a chart sample by sample, each spoken briefly", () =>
    reading(perfmon, async (driver, { layoutShift }) => {
      const chart = new ChartDriver(driver, "curve");
      await chart.tabTo();
      expect(await chart.label.innerText()).toContain("Tab to the table");
      await chart.press("ArrowRight");
      expect(await chart.spoken()).toBe("paged, line 1 of 2: 158.8 MiB, 2012-08-14 16:30:00 UTC, first of 379");
      await chart.press("ArrowRight");
      expect(await chart.spoken()).toMatch(/^[\d.]+ MiB, 16:30:15$/);
      await chart.press("ArrowDown");
      expect(await chart.spoken()).toMatch(/^nonpaged, line 2 of 2: [\d.]+ MiB, 16:30:15$/);
      await chart.press("PageDown");
      expect(await chart.spoken()).toMatch(/^[\d.]+ MiB, 16:39:45$/);
      await chart.press("End");
      expect(await chart.spoken()).toBe("5.65 GiB, 18:04:45, last of 379");
      await chart.press("ArrowUp", "Home");
      expect(await chart.spoken()).toBe("paged, line 1 of 2: 158.8 MiB, 16:30:00, first of 379");
      expect(await layoutShift()).toBe(0);
    }));

  test("that is held says only where it ended", () =>
    reading(perfmon, async (driver) => {
      const chart = new ChartDriver(driver, "curve");
      await chart.tabTo();
      await chart.frame.evaluate((frame) => {
        const sayings: string[] = [];
        Object.assign(window, { sayings });
        new MutationObserver(() => sayings.push(frame.querySelector("[role=status]")!.textContent)).observe(
          frame.querySelector("[role=status]")!,
          { childList: true, characterData: true, subtree: true },
        );
      });
      await chart.press(...Array.from({ length: 20 }, () => "ArrowRight"));
      expect(await chart.spoken()).toContain("16:34:45");
      expect(await driver.page.evaluate("window.sayings.length")).toBe(1);
    }));

  test("leaves with Escape, keeps the focus there, and goes on to the table with Tab", () =>
    reading(perfmon, async (driver) => {
      const chart = new ChartDriver(driver, "week");
      await chart.tabTo();
      await chart.press("ArrowRight", "Escape");
      expect(await chart.label.isVisible()).toBe(false);
      expect(await chart.hasFocus()).toBe(true);
      await chart.press("ArrowRight");
      expect(await chart.label.isVisible()).toBe(true);
      await chart.press("Tab");
      expect(await chart.label.isVisible()).toBe(false);
      expect(await driver.page.evaluate(() => document.activeElement!.textContent)).toBe(
        "The numbers behind the chart",
      );
      await chart.press("Shift+Tab");
      expect(await chart.hasFocus()).toBe(true);
    }));

  test("leaves its own keys to the browser when another is held with them", () =>
    reading(perfmon, async (driver) => {
      const chart = new ChartDriver(driver, "week");
      await chart.tabTo();
      await chart.press("Control+End");
      expect(await chart.lines()).toEqual([]);
    }));

  test("keeps the sample in sight where the drawing scrolls", () =>
    reading(
      perfmon,
      async (driver) => {
        const chart = new ChartDriver(driver, "curve");
        await chart.tabTo();
        await chart.press("End");
        expect(await chart.spoken()).toContain("last of 379");
        const [dot, frame] = await Promise.all([
          chart.frame.locator(".reading-dot").first().boundingBox(),
          chart.frame.boundingBox(),
        ]);
        expect(dot!.x + dot!.width).toBeLessThanOrEqual(frame!.x + frame!.width);
        expect(await driver.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      },
      { viewport: { width: 320, height: 700 } },
    ));
});

test.each(["light", "dark"] as const)("a chart that is read is accessible in the %s theme", (colorScheme) =>
  reading(
    perfmon,
    async (driver) => {
      const chart = new ChartDriver(driver, "curve");
      await chart.tabTo();
      await chart.press("End");
      expect(await chart.frame.getAttribute("aria-label")).toMatch(/^Chart of pool over Time\. Paged: from 158\.8/);
      expect(await findViolations(driver.page, { include: ["#cell-curve"] })).toEqual([]);
    },
    { colorScheme },
  ),
);

test("where the system chooses the colours, lines are told apart by their form", () =>
  reading(
    perfmon,
    async (driver) => {
      const styleOf = (color: string) =>
        driver
          .cell("curve")
          .locator(`svg g[stroke="var(--color-${color})"]`)
          .evaluate((line) => {
            const { stroke, strokeDasharray } = getComputedStyle(line);
            return { stroke, isDashed: strokeDasharray !== "none" };
          });
      const [paged, nonpaged] = [await styleOf("paged"), await styleOf("nonpaged")];
      expect(paged.stroke).toBe(nonpaged.stroke);
      expect([paged.isDashed, nonpaged.isDashed]).toEqual([true, false]);
    },
    { forcedColors: "active" },
  ));

test("without JavaScript a chart is an image with a name, and no stop on the way", () =>
  reading(
    perfmon,
    async (driver) => {
      const frame = driver.cell("curve").locator("readable-chart");
      expect(await frame.getAttribute("tabindex")).toBeNull();
      expect(await frame.getByRole("img", { name: /^Chart of pool over Time/ }).count()).toBe(1);
    },
    { javaScriptEnabled: false },
  ));

test("a read-out is not printed", () =>
  reading(perfmon, async (driver) => {
    const chart = new ChartDriver(driver, "curve");
    await chart.point(0.5, 0.5);
    await driver.page.emulateMedia({ media: "print" });
    expect(await chart.label.isVisible()).toBe(false);
    expect(await chart.frame.locator(".reading-rule").isVisible()).toBe(false);
  }));
