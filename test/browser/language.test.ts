import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { LessonDriver } from "./LessonDriver.ts";
import { useSite } from "./useSite.ts";

const address = "lessons/perfmon/";
const reading = useSite();

/** Opens the editor on the cell “problems” and types a new last line, without the brackets and quotes that Monaco would add. */
async function typeLine(driver: LessonDriver, text: string): Promise<void> {
  await driver.cell("problems").scrollIntoViewIfNeeded();
  await driver.control("problems", "edit").click();
  await driver.cell("problems").locator(".monaco-editor.focused").waitFor();
  // A hint of the pointer that waits there would stand over what is typed.
  await driver.page.mouse.move(5, 5);
  await driver.page.keyboard.press("Control+End");
  await driver.page.keyboard.press("Enter");
  await driver.page.keyboard.type(text);
}

/** Where the last line shows a word, for the pointer: Monaco's spans hold several. */
async function pointOf(driver: LessonDriver, text: string): Promise<{ x: number; y: number }> {
  return driver
    .cell("problems")
    .locator(".view-line")
    .last()
    .evaluate((line, word) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent!.lastIndexOf(word);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + word.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error(`The last line does not show “${word}”.`);
    }, text);
}

/** Rests the pointer on a word until a hover is there; one that comes before the text is checked may go again. */
async function hoverOver(driver: LessonDriver, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        // Looked for each time: the page may still be scrolling to the line.
        const { x, y } = await pointOf(driver, text);
        await driver.page.mouse.move(5, 5);
        await driver.page.mouse.move(x - 2, y);
        await driver.page.mouse.move(x, y);
        await driver.page.waitForTimeout(800);
        return overflow(driver.page, ".monaco-hover:not(.hidden)").count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
}

/** The text of what hangs over the page: hovers, hints, suggestions. */
const overflow = (page: Page, part: string) => page.locator(`.cell-editor-overflow ${part}`);

describe("while one types, the editor", () => {
  test("completes the names of the lesson's logs between the quotes of log", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, "await log(");
      await page.keyboard.type('"');
      await overflow(page, ".suggest-widget .monaco-list-row").filter({ hasText: "perfmon-week.csv" }).waitFor();
      await page.keyboard.type("perfmon-w");
      await expect.poll(() => overflow(page, ".suggest-widget .monaco-list-row").count()).toBe(1);
      await page.keyboard.press("Enter");
      await expect
        .poll(() => driver.cell("problems").locator(".view-line").last().textContent())
        .toContain('log("perfmon-week.csv');
    });
  });

  test("says what a function does when it is hovered over, with the docs of the library", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, 'import { readPerfmon } from "pool-leak-lab";');
      await hoverOver(driver, "readPerfmon");
      const hover = overflow(page, ".monaco-hover:not(.hidden)");
      await hover.getByText("Reads a text counter log of perfmon, logman, relog or typeperf").waitFor();
      expect(await hover.innerText()).toContain("function readPerfmon(");
    });
  });

  test("says whose a name of another cell is, and what it is", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, "counters;");
      await hoverOver(driver, "counters");
      const hover = overflow(page, ".monaco-hover:not(.hidden)");
      await hover.getByText("From the cell").waitFor();
      expect(await hover.innerText()).toContain("CounterLog");
    });
  });

  test("says what each parameter means while its value is written", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, 'import { timeToExhaustion } from "pool-leak-lab"; timeToExhaustion(');
      const hints = overflow(page, ".parameter-hints-widget");
      await hints.getByText("now, or at the end of the log; a number or a quantity in bytes").waitFor();
      await page.keyboard.type("1, ");
      await hints.getByText("or the maximum that !vm prints").waitFor();
    });
  });

  test("says what the options of an input mean", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, 'input.range("quietBelow", { step: 1 });');
      await hoverOver(driver, "step");
      await overflow(page, ".monaco-hover:not(.hidden)").getByText("a hundredth of the way when not given").waitFor();
    });
  });

  test("underlines what a cell does not take, and says what to do in our words", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, "medianOf([1]); readPoolmon;");
      await driver.cell("problems").locator(".squiggly-error").first().waitFor();
      await hoverOver(driver, "readPoolmon");
      await overflow(page, ".monaco-hover:not(.hidden)")
        .getByText('Imports are local to their cell. Add: import { readPoolmon } from "pool-leak-lab"')
        .waitFor();
    });
  });
});

describe("go to definition", () => {
  const peek = ".peekview-widget";

  test("opens the other cell that declares the name, and Escape leads back to where it was used", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, "counters;");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("F12");
      await driver.cell("read").locator(".monaco-editor.focused").waitFor();
      expect(await driver.code("problems")).toMatch(/\ncounters;$/);
      expect(await driver.cell("read").locator(".cell-editor-hint").innerText()).toContain(
        "Esc back to “What did the reader notice?”",
      );
      // The cursor stands on the declaration: what is typed lands there.
      await page.keyboard.type("X");
      await expect
        .poll(() => driver.cell("read").locator(".view-lines").innerText())
        .toContain("records:\u00a0Xcounters");
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Escape");
      await driver.cell("problems").locator(".monaco-editor.focused").waitFor();
      await page.keyboard.type("Y");
      await expect.poll(() => driver.cell("problems").locator(".view-line").last().innerText()).toBe("counterYs;");
      await page.keyboard.press("Escape");
      await driver.cell("problems").locator(".monaco-editor").waitFor({ state: "detached" });
      expect(await driver.cell("problems").evaluate((cell) => cell.contains(document.activeElement))).toBe(true);
    });
  });

  test("by Ctrl and a click shows the library's declaration in place, with its docs, and Escape closes that first", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, 'import { judgePool } from "pool-leak-lab";');
      await page.keyboard.down("Control");
      // A reader clicks when the name has become a link, which takes as long as the types do.
      const link = driver.cell("problems").locator(".goto-definition-link").first();
      await expect
        .poll(async () => {
          const { x, y } = await pointOf(driver, "judgePool");
          await page.mouse.move(x - 1, y);
          await page.mouse.move(x, y);
          await link.waitFor({ timeout: 2000 }).catch(() => undefined);
          return link.isVisible();
        })
        .toBe(true);
      await link.click();
      await page.keyboard.up("Control");
      const declaration = driver.cell("problems").locator(peek);
      await declaration.getByText("judgePool.d.ts").first().waitFor();
      await declaration.locator(".preview .view-line", { hasText: "judgePool(" }).waitFor();
      await page.keyboard.press("Escape");
      await declaration.waitFor({ state: "detached" });
      expect(await driver.cell("problems").locator(".monaco-editor").first().isVisible()).toBe(true);
    });
  });

  test("shows in place what stands in a cell that is not on this page", async () => {
    await reading(`${address}cells/problems/`, async (driver, { page }) => {
      await typeLine(driver, "counters;");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("F12");
      await driver.cell("problems").locator(peek).getByText("read.ts").first().waitFor();
    });
  });
});

describe("the keys of the editor", () => {
  test("Shift+Enter runs the cell and goes on to the next one, from the editor and from the code", async () => {
    await reading(address, async (driver, { page }) => {
      const [first, second, third] = await driver.cells();
      await driver.cell(first!).scrollIntoViewIfNeeded();
      await driver.control(first!, "edit").click();
      await driver.cell(first!).locator(".monaco-editor.focused").waitFor();
      await driver.resultOf(first!, () => page.keyboard.press("Shift+Enter"));
      const hasFocus = (id: string) =>
        driver.cell(id).evaluate((cell) => cell.querySelector("pre") === document.activeElement);
      expect(await hasFocus(second!)).toBe(true);
      expect(await driver.cell(first!).locator(".monaco-editor").count()).toBe(0);
      await driver.resultOf(second!, () => page.keyboard.press("Shift+Enter"));
      expect(await hasFocus(third!)).toBe(true);
      const last = (await driver.cells()).at(-1)!;
      await driver.cell(last).locator("pre").first().focus();
      await driver.resultOf(last, () => page.keyboard.press("Shift+Enter"));
      expect(await hasFocus(last)).toBe(true);
    });
  });

  test("Ctrl+M makes Tab leave the editor, and says so in the hint", async () => {
    await reading(address, async (driver, { page }) => {
      await typeLine(driver, "1");
      expect(await driver.cell("problems").locator(".cell-editor-hint").innerText()).toContain("Ctrl+M");
      await page.keyboard.press("Tab");
      expect(await driver.cell("problems").locator(".monaco-editor.focused").count()).toBe(1);
      await page.keyboard.press("Control+M");
      await page.keyboard.press("Tab");
      await driver.cell("problems").locator(".monaco-editor.focused").waitFor({ state: "detached" });
      expect(await page.evaluate(() => document.activeElement?.closest(".cell-editor") ?? null)).toBe(null);
    });
  });
});
