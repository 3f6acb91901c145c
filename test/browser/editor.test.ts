import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, openPage, type WatchedPage } from "./browser.ts";
import { findViolations, wcagRules } from "./findViolations.ts";
import { SharedContext } from "./SharedContext.ts";
import { serveSite, type Site } from "./site.ts";

let browser: Browser;
let site: Site;
let shared: SharedContext;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
  shared = await SharedContext.open(browser, site.url);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The first lesson, with what a test needs of its first cells. */
async function openLesson(options?: BrowserContextOptions): Promise<WatchedPage> {
  await shared.sweep();
  const watched = await openPage(browser, options, options ? undefined : shared.context);
  await watched.page.goto(`${site.url}lessons/perfmon/`, { waitUntil: "networkidle" });
  return watched;
}

const cellAt = (page: Page, index: number) => page.locator("lab-cell").nth(index);
const editorOf = (page: Page, index: number) => cellAt(page, index).locator(".cell-editor .monaco-editor").first();

async function edit(page: Page, index: number): Promise<void> {
  await cellAt(page, index).locator('[data-action="edit"]').click();
  await editorOf(page, index).waitFor();
}

/** Types on a new line after the cell's last. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(text);
}

const textOf = (page: Page, index: number) => cellAt(page, index).locator(".cell-code pre").textContent();

describe("the editor of a cell", () => {
  test("takes the place of the static code without moving anything, in the same letters and colours", async () => {
    const { page, complaints, layoutShift } = await openLesson();
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    // Where the click on Edit need not scroll: what moves is then the page's own doing.
    await cellAt(page, 0)
      .locator(".cell-head")
      .evaluate((head) => head.scrollIntoView({ block: "center" }));
    const code = cellAt(page, 0).locator(".cell-code");
    const before = await code.boundingBox();
    const shiftBefore = await layoutShift();
    const colours = (selector: string) =>
      page
        .locator("lab-cell")
        .first()
        .locator(selector)
        .evaluateAll((elements) =>
          Object.fromEntries(
            elements
              .filter(({ children }) => children.length === 0)
              .map((element) => [element.textContent.trim(), getComputedStyle(element).color]),
          ),
        );
    const still = await colours(".cell-code pre span");
    await edit(page, 0);
    expect(await code.boundingBox()).toEqual(before);
    expect(await layoutShift()).toBe(shiftBefore);
    const live = await colours(".view-line span");
    const both = Object.keys(still).filter((word) => word in live);
    expect(both).toContain("import");
    expect(Object.fromEntries(both.map((word) => [word, live[word]]))).toEqual(
      Object.fromEntries(both.map((word) => [word, still[word]])),
    );
    const label = await page
      .getByRole("textbox", { name: /Code of the cell/ })
      .first()
      .getAttribute("aria-label");
    expect(label).toContain(await cellAt(page, 0).getAttribute("data-title"));
    expect(workers.filter((url) => url.includes("types.worker"))).toHaveLength(1);
    expect(workers.filter((url) => /editor\.worker|ts\.worker/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("underlines what the types refuse, and knows the names of the other cells", async () => {
    const { page, complaints } = await openLesson();
    await edit(page, 1);
    await typeAtEnd(page, "counters.nope;");
    await editorOf(page, 1).locator(".squiggly-error").first().waitFor();
    // While the word was half written, other mistakes were underlined: F8 may have met one of those, so it is pressed again.
    await expect
      .poll(async () => {
        await page.keyboard.press("F8");
        return page.getByText("Property 'nope' does not exist on type 'CounterLog'").first().isVisible();
      })
      .toBe(true);
    await page.keyboard.press("Escape");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("offers the library's functions and adds their import", async () => {
    const { page } = await openLesson();
    await edit(page, 1);
    await typeAtEnd(page, "judgePo");
    await page.locator(".suggest-widget .monaco-list-row", { hasText: "judgePool" }).first().waitFor();
    await page.keyboard.press("Enter");
    await editorOf(page, 1).getByText('"pool-leak-lab"').waitFor();
    await page.close();
  });

  test("closes suggestions at the first Escape and itself at the second, and gives the focus back to the cell", async () => {
    const { page } = await openLesson();
    await edit(page, 1);
    await typeAtEnd(page, "Math.");
    const list = page.locator(".suggest-widget .monaco-list-row").first();
    await list.waitFor();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
    expect(await editorOf(page, 1).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await editorOf(page, 1).waitFor({ state: "detached" });
    expect(await cellAt(page, 1).evaluate((cell) => cell.contains(document.activeElement))).toBe(true);
    expect(await textOf(page, 1)).toMatch(/\nMath\.$/);
    await page.keyboard.press("Tab");
    expect(
      await cellAt(page, 1)
        .locator("pre")
        .evaluate((pre) => pre.contains(document.activeElement)),
    ).toBe(false);
    await page.close();
  });

  test("moves to the cell that is opened next, and leaves the edited text where it was", async () => {
    const { page, complaints } = await openLesson();
    await edit(page, 1);
    await typeAtEnd(page, "const mine = 1; // mine");
    await edit(page, 2);
    expect(await editorOf(page, 1).count()).toBe(0);
    expect(await textOf(page, 1)).toMatch(/const mine = 1; \/\/ mine$/);
    // In colours again, once they are computed.
    await cellAt(page, 1).locator("pre .c-comment", { hasText: "// mine" }).waitFor();
    // What the first one declares now is known to the second.
    await typeAtEnd(page, "mine.nope");
    await editorOf(page, 2).locator(".squiggly-error").first().waitFor();
    await page.keyboard.press("F8");
    await page.getByText("Property 'nope' does not exist on type '1'").first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("keeps the line that is written in sight, as the page does not scroll by itself", async () => {
    const { page } = await openLesson({ viewport: { width: 1280, height: 500 } });
    await edit(page, 2);
    await typeAtEnd(page, "1;\n2;\n3;");
    const cursor = editorOf(page, 2).locator(".cursors-layer .cursor").first();
    await expect
      .poll(async () => {
        const place = (await cursor.boundingBox())!;
        return place.y > 56 && place.y + place.height <= 500;
      })
      .toBe(true);
    await page.close();
  });

  test("follows the theme of the page", async () => {
    const { page } = await openLesson({ colorScheme: "light" });
    await edit(page, 0);
    const keyword = editorOf(page, 0)
      .locator(".view-line span", { hasText: /^import$/ })
      .last();
    const light = await keyword.evaluate((element) => getComputedStyle(element).color);
    await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
    await expect.poll(() => keyword.evaluate((element) => getComputedStyle(element).color)).not.toBe(light);
    const dark = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--code-keyword").trim(),
    );
    const [red, green, blue] = [1, 3, 5].map((start) => parseInt(dark.slice(start, start + 2), 16));
    expect(await keyword.evaluate((element) => getComputedStyle(element).color)).toBe(`rgb(${red}, ${green}, ${blue})`);
    await page.close();
  });

  test.each(["light", "dark"] as const)("is accessible while it is open in the %s theme", async (colorScheme) => {
    const { page } = await openLesson({ colorScheme });
    await edit(page, 1);
    await typeAtEnd(page, "counters.nope;");
    await editorOf(page, 1).locator(".squiggly-error").first().waitFor();
    const include = [".cell-editor", ".cell-editor-overflow"];
    expect(await findViolations(page, { include, runOnly: wcagRules })).toEqual([]);
    await page.close();
  });

  test("leaves the static code visible until it is there", async () => {
    const { page } = await openLesson();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/openMonaco.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await cellAt(page, 0).hover();
    await cellAt(page, 0).locator('[data-action="edit"]').click();
    await page.waitForTimeout(300);
    expect(await cellAt(page, 0).locator(".cell-code pre").isVisible()).toBe(true);
    release();
    await editorOf(page, 0).waitFor();
    expect(await cellAt(page, 0).locator(".cell-code pre").isVisible()).toBe(false);
    await page.close();
  });
});

describe("without Monaco", () => {
  test("a touch device edits in a text box of the same size, and fetches no editor", async () => {
    const { page, complaints, layoutShift } = await openLesson({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 844 },
    });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await cellAt(page, 0).scrollIntoViewIfNeeded();
    const code = cellAt(page, 0).locator(".cell-code");
    const before = await code.boundingBox();
    const shiftBefore = await layoutShift();
    await cellAt(page, 0).locator('[data-action="edit"]').tap();
    const box = cellAt(page, 0).locator(".cell-editor textarea");
    await box.waitFor();
    const after = await code.boundingBox();
    expect(after!.height).toBeCloseTo(before!.height, 0);
    expect(await layoutShift()).toBe(shiftBefore);
    expect(await box.inputValue()).toContain("import");
    expect(requests.filter((url) => /openMonaco|types\.worker/.test(url))).toEqual([]);
    await box.press("Control+End");
    await page.keyboard.type("\n// more\n// lines");
    expect((await code.boundingBox())!.height).toBeGreaterThan(after!.height);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("an editor that cannot be loaded is told in words, and a text box stands in", async () => {
    const { page } = await openLesson();
    await page.route(/openMonaco.*\.js$/, (route) => route.abort());
    await cellAt(page, 0).hover();
    await cellAt(page, 0).locator('[data-action="edit"]').click();
    await cellAt(page, 0).getByText("could not be loaded").waitFor();
    await cellAt(page, 0).locator(".cell-editor textarea").fill("1 + 1");
    await page.keyboard.press("Escape");
    await expect.poll(() => textOf(page, 0)).toBe("1 + 1");
    await page.close();
  });

  test("types that cannot be fetched are told in words, and editing goes on", async () => {
    const { page } = await openLesson();
    await page.route(/types\.json$/, (route) => route.abort());
    await edit(page, 0);
    await cellAt(page, 0).getByText("Type errors cannot be shown now").waitFor();
    await typeAtEnd(page, "1 + 1");
    await page.keyboard.press("Escape");
    await expect.poll(() => textOf(page, 0)).toMatch(/1 \+ 1$/);
    await page.close();
  });
});
