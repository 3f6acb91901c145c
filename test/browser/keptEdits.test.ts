import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hashText, keyOf, readEdit, writeEdit, type KeptEdit } from "../../src/components/edits/KeptEdit.ts";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { useSite } from "./useSite.ts";

const address = "lessons/perfmon/";
const lesson = await loadLesson("lessons/perfmon");
const sourceOf = (cell: string) => lesson.program.cells.find(({ id }) => id === cell)!.source;
const keyOfCell = (cell: string) => keyOf("/", { page: "lessons/perfmon", cell });
const reading = useSite();

const keptOf = (page: Page, cell: string) =>
  page.evaluate((key) => localStorage.getItem(key) ?? undefined, keyOfCell(cell)).then(readEdit);

async function waitUntilKept(page: Page, cell: string, text: string): Promise<void> {
  await expect.poll(async () => (await keptOf(page, cell))?.text).toBe(text);
}

/** What was being fetched when the page was left is aborted; nothing else may be amiss. */
function forgiveLeaving(complaints: string[]): void {
  expect(complaints.filter((complaint) => !complaint.endsWith("net::ERR_ABORTED"))).toEqual([]);
  complaints.length = 0;
}

/** Puts an edit where a former visit would have left it, and comes back. */
async function comeBackWith(page: Page, edits: Record<string, KeptEdit>): Promise<void> {
  const entries = Object.entries(edits).map(([cell, edit]) => [keyOfCell(cell), writeEdit(edit)] as const);
  await page.evaluate((all) => {
    for (const [key, text] of all) localStorage.setItem(key, text);
  }, entries);
  await page.reload({ waitUntil: "networkidle" });
}

const edit = (cell: string, text: string, lessonText = sourceOf(cell)): KeptEdit => ({
  text,
  lesson: hashText(lessonText),
  time: new Date(2026, 10, 14, 15, 20).getTime(),
});

describe("an edit", () => {
  test("is there again after a reload, before anything moves, with nothing fetched or run, and is what Run runs", async () => {
    await reading(address, async (driver, { page, layoutShift, complaints }) => {
      const built = await driver.result("floor");
      const text = `${sourceOf("floor")}\n// one\n// two\n// three\nfloor.length * 1000`;
      await driver.edit("floor", text);
      await waitUntilKept(page, "floor", text);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.reload({ waitUntil: "networkidle" });
      forgiveLeaving(complaints);
      expect(await driver.code("floor")).toBe(text);
      expect(await driver.cell("floor").locator(".cell-yours").innerText()).toMatch(
        /^Your version of \d{1,2} \w+, \d\d:\d\d$/,
      );
      expect(await driver.control("floor", "reset").isVisible()).toBe(true);
      expect(await driver.status("floor")).toBe("stale");
      expect(await driver.stamp("floor")).toBe("older than the code above");
      expect(await driver.status("floor-chart")).toBe("stale");
      expect(await driver.stamp("floor-chart")).toContain("older than the code of “");
      expect(await driver.status("read")).toBe("asBuilt");
      expect(await driver.result("floor")).toBe(built);
      expect(await layoutShift()).toBe(0);
      expect(asked.filter((url) => /LessonPage|compileProgram|\/runtime\/|openMonaco|programs/.test(url))).toEqual([]);
      const result = await driver.run("floor");
      expect(result.values.at(-1)).toMatchObject({ kind: "number" });
      await driver.waitFor("floor", "ran");
      // What a run has fetched colours the text too.
      await driver.cell("floor").locator("pre .c-comment", { hasText: "// two" }).waitFor();
    });
  });

  test("is kept when the page is left right after the last key", async () => {
    await reading(address, async (driver, { page, complaints }) => {
      await driver.edit("problems", "1 + 1");
      await page.keyboard.type("1");
      await page.goto(page.url().replace(address, "lessons/poolmon/"), { waitUntil: "networkidle" });
      expect((await keptOf(page, "problems"))?.text).toBe("1 + 11");
      await page.goBack({ waitUntil: "networkidle" });
      await expect.poll(() => driver.code("problems")).toBe("1 + 11");
      forgiveLeaving(complaints);
    });
  });

  test("shows on the cell's own page as well", async () => {
    await reading(address, async (driver, { page, layoutShift }) => {
      await comeBackWith(page, { problems: edit("problems", "6 * 7") });
      await page.goto(`${page.url()}cells/problems/`, { waitUntil: "networkidle" });
      expect(await driver.code("problems")).toBe("6 * 7");
      expect(await layoutShift()).toBe(0);
    });
  });

  test("that says what the lesson says by now is no edit", async () => {
    await reading(address, async (driver, { page }) => {
      await comeBackWith(page, { problems: edit("problems", sourceOf("problems"), "an older text") });
      expect(await driver.control("problems", "reset").isVisible()).toBe(false);
      expect(await driver.status("problems")).toBe("asBuilt");
      expect(await page.locator(".cell-notice").count()).toBe(0);
    });
  });

  test("opens in the editor as it was kept", async () => {
    await reading(address, async (driver, { page }) => {
      await comeBackWith(page, { problems: edit("problems", "const mine = 6;\nmine * 7") });
      await driver.control("problems", "edit").click();
      await driver.cell("problems").locator(".view-lines", { hasText: "mine" }).waitFor();
      await page.keyboard.press("Escape");
      expect(await driver.code("problems")).toBe("const mine = 6;\nmine * 7");
    });
  });
});

describe("Reset", () => {
  test("can be undone until the cell is changed again, and moves no control", async () => {
    await reading(address, async (driver, { page }) => {
      await comeBackWith(page, { problems: edit("problems", "6 * 7") });
      await driver.cell("problems").scrollIntoViewIfNeeded();
      const place = await driver.control("problems", "edit").boundingBox();
      await driver.control("problems", "reset").click();
      await driver.waitFor("problems", "asBuilt");
      expect(await driver.code("problems")).toBe(sourceOf("problems"));
      await expect.poll(() => keptOf(page, "problems")).toBe(undefined);
      expect(await driver.cell("problems").locator(".cell-yours").count()).toBe(0);
      expect(await driver.control("problems", "edit").boundingBox()).toEqual(place);
      await driver.control("problems", "undo-reset").click();
      await driver.waitFor("problems", "stale");
      expect(await driver.code("problems")).toBe("6 * 7");
      await waitUntilKept(page, "problems", "6 * 7");
      await driver.control("problems", "reset").click();
      await driver.edit("problems", "7 * 7");
      expect(await driver.control("problems", "undo-reset").isVisible()).toBe(false);
      expect(await driver.control("problems", "reset").isVisible()).toBe(true);
    });
  });

  test("by a double click is a Reset, not its undoing", async () => {
    await reading(address, async (driver, { page }) => {
      await comeBackWith(page, { problems: edit("problems", "6 * 7") });
      await driver.control("problems", "edit").hover();
      await driver.control("problems", "reset").dblclick();
      await driver.waitFor("problems", "asBuilt");
      await driver.control("problems", "undo-reset").waitFor();
      expect(await driver.code("problems")).toBe(sourceOf("problems"));
    });
  });

  test("is a step that the editor's own Undo takes back", async () => {
    await reading(address, async (driver, { page }) => {
      await driver.edit("problems", "6 * 7");
      await driver.control("problems", "reset").click();
      await driver.waitFor("problems", "asBuilt");
      await page.keyboard.press("Control+Z");
      await driver.waitFor("problems", "stale");
      await waitUntilKept(page, "problems", "6 * 7");
      expect(await driver.control("problems", "reset").isVisible()).toBe(true);
    });
  });

  test("brings inputs back that were set, and Undo reset sets them again", async () => {
    await reading(address, async (driver) => {
      const slider = driver.page.locator('lab-cell input[type="range"]').first();
      const id = (await slider.evaluate((element) => element.closest("lab-cell")!.getAttribute("data-cell")))!;
      const built = [await slider.inputValue(), await driver.result(id)];
      const output = driver.cell(id).locator("output").first();
      await slider.focus();
      await driver.resultOf(id, () => driver.page.keyboard.press("Home"));
      const set = await driver.cell(id).locator('input[type="range"]').first().inputValue();
      expect(set).not.toBe(built[0]);
      await driver.control(id, "reset").click();
      await driver.waitFor(id, "asBuilt");
      expect([await slider.inputValue(), await driver.result(id)]).toEqual(built);
      expect(await output.textContent()).toBe(built[0]);
      await driver.control(id, "undo-reset").click();
      await driver.waitFor(id, "stale");
      expect([await slider.inputValue(), await output.textContent()]).toEqual([set, set]);
    });
  });
});

describe("an edit of a lesson that changed since", () => {
  const mine = `${sourceOf("problems")}\n// mine`;
  const old = { problems: edit("problems", mine, "what the lesson said then") };

  test("is shown, and the reader sees the difference and keeps it", async () => {
    await reading(address, async (driver, { page, layoutShift }) => {
      await comeBackWith(page, old);
      expect(await layoutShift()).toBe(0);
      expect(await driver.code("problems")).toBe(mine);
      const notice = driver.cell("problems").locator(".cell-notice");
      expect(await notice.innerText()).toContain("The lesson changed since you edited this cell. Yours is shown.");
      await notice.getByRole("button", { name: "See the difference" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      expect(await dialog.locator("ins").allInnerTexts()).toEqual(["+ only in yours", "+ // mine"]);
      expect(await dialog.locator("del").allInnerTexts()).toEqual(["− only in the lesson’s"]);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await notice.getByRole("button", { name: "Keep mine" }).click();
      await notice.waitFor({ state: "detached" });
      await expect.poll(async () => (await keptOf(page, "problems"))?.lesson).toBe(hashText(sourceOf("problems")));
      await page.reload({ waitUntil: "networkidle" });
      expect(await driver.code("problems")).toBe(mine);
      expect(await notice.count()).toBe(0);
    });
  });

  test("gives way to the lesson's when the reader says so, and not for good", async () => {
    await reading(address, async (driver, { page }) => {
      await comeBackWith(page, old);
      await driver.cell("problems").getByRole("button", { name: "Show the lesson’s" }).click();
      await driver.waitFor("problems", "asBuilt");
      expect(await driver.code("problems")).toBe(sourceOf("problems"));
      expect(await driver.cell("problems").locator(".cell-notice").count()).toBe(0);
      await driver.control("problems", "undo-reset").click();
      await driver.cell("problems").locator(".cell-notice").waitFor();
      expect(await driver.code("problems")).toBe(mine);
    });
  });

  test("goes on asking while the reader types on without choosing", async () => {
    await reading(address, async (driver, { page, complaints }) => {
      await comeBackWith(page, old);
      await driver.control("problems", "edit").click();
      await driver.cell("problems").locator(".monaco-editor.focused").waitFor();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(" more");
      await waitUntilKept(page, "problems", `${mine} more`);
      await page.reload({ waitUntil: "networkidle" });
      forgiveLeaving(complaints);
      expect(await driver.cell("problems").locator(".cell-notice").count()).toBe(1);
    });
  });

  test("that lost its cell is offered for copying at the end of the page", async () => {
    await reading(
      address,
      async (_, { page, layoutShift }) => {
        await comeBackWith(page, { "no-longer-there": edit("problems", "6 * 7") });
        expect(await layoutShift()).toBe(0);
        const line = page.locator("footer .lost-edit");
        expect(await line.innerText()).toContain(
          "You changed a cell that this lesson no longer has (“no-longer-there”, 14 Nov, 15:20).",
        );
        await line.getByRole("button", { name: "Copy your text" }).click();
        await line.getByText("Your text is copied.").waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("6 * 7");
        await line.getByRole("button", { name: "Forget it" }).click();
        await page.reload({ waitUntil: "networkidle" });
        expect(await line.count()).toBe(0);
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });
});

describe("on a phone", () => {
  const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

  test("an edit is kept as well, in letters that need no zoom, with the line that is written in sight", async () => {
    await reading(
      address,
      async (driver, { page, layoutShift, complaints }) => {
        await driver.cell("problems").scrollIntoViewIfNeeded();
        await driver.control("problems", "edit").tap();
        const box = driver.cell("problems").locator("textarea");
        await box.waitFor();
        expect(await box.evaluate((area) => parseFloat(getComputedStyle(area).fontSize))).toBeGreaterThanOrEqual(16);
        await box.press("Control+End");
        await page.keyboard.type("\n// line".repeat(40));
        // The caret is at the end of the text, so its line is the last one of the box.
        const end = await box.evaluate((area) => area.getBoundingClientRect().bottom);
        // The caret is lower than its line is high: a few pixels of the line's own leading may be below.
        expect(end).toBeLessThanOrEqual(844 + 4);
        expect(end).toBeGreaterThan(56);
        const text = `${sourceOf("problems")}${"\n// line".repeat(40)}`;
        await waitUntilKept(page, "problems", text);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        await page.evaluate(() => scrollTo(0, 0));
        await page.reload({ waitUntil: "networkidle" });
        forgiveLeaving(complaints);
        expect(await driver.code("problems")).toBe(text);
        expect(await layoutShift()).toBe(0);
      },
      phone,
    );
  });
});
