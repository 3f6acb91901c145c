import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadGlossary } from "../../src/components/glossary/loadGlossary.ts";
import { readQuestions } from "../../src/components/questions/readQuestions.ts";
import { readFences } from "../../src/notebook/compile/readFences.ts";
import { findViolations } from "./findViolations.ts";
import { useSite } from "./useSite.ts";

const reading = useSite();
const textOf = (page: string) => readFileSync(join("content", `${page}.mdx`), "utf8");
const [start, end] = readQuestions("lessons/poolmon", textOf("lessons/poolmon"));

/** The first exercise of the lessons that is answered by typing, with an answer that is right. */
function typedExercise(): { page: string; id: string; right: string } {
  for (const folder of ["lessons", "field-notes"])
    for (const file of readdirSync(join("content", folder))) {
      const slug = file.replace(".mdx", "");
      const { fences } = readFences(textOf(`${folder}/${slug}`));
      for (const { id, answer } of fences) {
        if (answer !== "typed") continue;
        const answers = join("test/lessons/answers", slug, id, "right");
        for (const name of readdirSync(answers)) {
          const [, right] = /^\s*"([^"]*)";?\s*$/.exec(readFileSync(join(answers, name), "utf8")) ?? [];
          if (right) return { page: `${folder}/${slug}`, id, right };
        }
      }
    }
  throw new Error("No lesson has an exercise that is answered by typing.");
}

describe("questions", () => {
  test("give the reason of a choice at once, move nothing, and send back or on", () =>
    reading("lessons/poolmon/", async ({ page }, { layoutShift }) => {
      const choose = (question: string, index: number) =>
        page.locator(`#question-${question} label`).nth(index).click();
      const rightOf = (set: typeof start, id: string) =>
        set!.questions.find((question) => question.id === id)!.choices.findIndex(({ isRight }) => isRight);
      const [first] = start!.questions;
      await page.locator(`#question-${first!.id}`).scrollIntoViewIfNeeded();
      const before = await layoutShift();
      for (const [index, { isRight, says }] of first!.choices.entries()) {
        await choose(first!.id, index);
        const reasons = page.locator(`#question-${first!.id} .reasons p`).filter({ visible: true });
        const shown = `${isRight ? "Right." : "Not so."} ${says.replaceAll("`", "")}`;
        expect(await reasons.allInnerTexts()).toEqual([shown]);
        expect(await page.locator("#announcements").innerText()).toContain(shown);
      }
      for (const { id } of start!.questions) await choose(id, rightOf(start, id));
      const said = page.locator(".questions-said");
      expect(await said.first().innerText()).toMatch(/^All 3 right\. You may go on to Part 3/);
      for (const { id } of end!.questions) await choose(id, (rightOf(end, id) + 1) % 3);
      expect(await said.last().innerText()).toMatch(/^0 of 4 right\. Read again: Rank by growth, /);
      expect((await layoutShift()) - before).toBe(0);

      await page.reload({ waitUntil: "networkidle" });
      expect(await said.first().innerText()).toMatch(/^All 3 right/);
      await page.locator("lab-questions button").first().click();
      expect(await said.first().innerText()).toBe("");
      expect(await page.locator("lab-questions").first().locator(":checked").count()).toBe(0);
      expect(await findViolations(page, { include: ["lab-questions"] })).toEqual([]);
    }));

  test("need no JavaScript for the reasons", () =>
    reading(
      "lessons/poolmon/",
      async ({ page }) => {
        const question = page.locator(`#question-${start!.questions[0]!.id}`);
        await question.locator("label").nth(1).click();
        expect(await question.locator(".reasons p").filter({ visible: true }).count()).toBe(1);
        expect(await page.locator(".questions-end").first().isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    ));
});

describe("a term", () => {
  test("says what it means to the pointer, the focus and a finger, and goes by Escape", () =>
    reading(
      "lessons/poolmon/",
      async ({ page }) => {
        const term = page.locator("a.term").first();
        const card = page.locator(".term-card");
        const { says, slug } = loadGlossary().find(({ name }) => name === "Pool tag")!;
        await term.scrollIntoViewIfNeeded();
        await term.focus();
        await page.keyboard.press("Shift+Tab");
        await page.keyboard.press("Tab");
        await card.getByText(says).waitFor();
        const described = await term.getAttribute("aria-describedby");
        expect(await page.locator(`#${described}`).textContent()).toBe(says);
        await page.keyboard.press("Escape");
        expect(await card.isVisible()).toBe(false);

        await term.tap();
        await card.getByText(says).waitFor();
        const [one, other] = [(await term.boundingBox())!, (await card.boundingBox())!];
        expect(other.y >= one.y + one.height || other.y + other.height <= one.y).toBe(true);
        expect(other.x).toBeGreaterThanOrEqual(0);
        expect(other.x + other.width).toBeLessThanOrEqual(320);
        await card.getByRole("link").tap();
        await page.waitForURL(`**/reference/glossary/#${slug}`);

        await page.locator("lab-glossary-filter input").fill("bug chk");
        expect(await page.locator("lab-glossary-filter p").innerText()).toBe("No term has that.");
        await page.locator("lab-glossary-filter input").fill("commit");
        expect(await page.locator("h2").filter({ visible: true }).allInnerTexts()).toContain("Commit limit");
        expect(await page.locator("h2", { hasText: "Churn" }).isVisible()).toBe(false);
        await page.waitForLoadState("networkidle");
      },
      { viewport: { width: 320, height: 700 }, hasTouch: true },
    ));
});

describe("an exercise that is answered by typing", () => {
  const { page: lesson, id, right } = typedExercise();

  test("is checked by Enter, keeps what was typed, and counts as solved", () =>
    reading(`${lesson}/`, async ({ page }, { layoutShift }) => {
      const exercise = page.locator(`#exercise-${id}`);
      const field = exercise.locator("input[type=text]");
      const ended = (outcome: string) => page.locator(`#exercise-${id}[data-outcome="${outcome}"]`).waitFor();
      await exercise.scrollIntoViewIfNeeded();
      const before = await layoutShift();
      await exercise.locator('[data-check="start"]').click();
      await exercise.locator(".check-says").getByText("Type your answer first.").waitFor();
      await field.fill("no answer at all");
      await field.press("Enter");
      await ended("wrong");
      expect(await exercise.locator(".check-stamp").innerText()).toMatch(
        /^checked on the logs of \S+, as they came with this page, /,
      );
      expect((await layoutShift()) - before).toBe(0);
      await page.reload({ waitUntil: "networkidle" });
      expect(await field.inputValue()).toBe("no answer at all");
      await field.fill(right);
      await field.press("Enter");
      await ended("solved");
      expect(await page.locator(`#cell-${id} .solved-mark`).innerText()).toMatch(/^solved on/);
      await exercise.locator('[data-check="reset"]').click();
      expect(await field.inputValue()).toBe("");
      expect(await findViolations(page, { include: [`#cell-${id}`] })).toEqual([]);
    }));
});

describe("progress", () => {
  test("is shown on the path, taken along as a file, forgotten when asked, and added again", () =>
    reading("lessons/poolmon/", async (driver, { layoutShift }) => {
      const { page } = driver;
      await driver.run("snapshots");
      const mark = page.locator("lab-read-mark");
      await mark.scrollIntoViewIfNeeded();
      // Who jumps to the end has not read it.
      expect(await mark.innerText()).toContain("Not marked as read yet.");
      await mark.locator("button").click();
      const state = page.locator('.sidebar [data-page="lessons/poolmon"]');
      expect(await state.innerText()).toBe("read");

      const site = page.url().replace("lessons/poolmon/", "");
      await page.goto(`${site}progress/`, { waitUntil: "networkidle" });
      const line = page.locator('lab-course-progress p[data-page="lessons/poolmon"]');
      expect(await line.innerText()).toMatch(/^Read on \d+ \w+\. 0 of \d exercises solved, .* 1 of \d+ cells run\.$/);
      expect(await layoutShift()).toBe(0);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByText("Export", { exact: true }).click(),
      ]);
      const file = await download.path();
      const dialog = page.getByRole("dialog");
      await page.getByText("Forget all").click();
      await dialog.getByText("This forgets 1 lesson read and 1 cell run").waitFor();
      await page.keyboard.press("Escape");
      expect(await line.innerText()).toMatch(/^Read on/);
      await page.getByText("Forget all").click();
      await dialog.getByText("Forget it").click();
      await expect.poll(() => line.innerText()).toMatch(/^Not read yet\./);

      const choose = page.locator("lab-course-progress input[type=file]");
      await choose.setInputFiles({
        name: "x.json",
        mimeType: "application/json",
        buffer: Buffer.from('{"__proto__":1}'),
      });
      await page.getByText("This is not a progress file of the lab.").waitFor();
      await choose.setInputFiles(file);
      await dialog.getByText("This adds 1 lesson read and 1 cell run.").waitFor();
      await dialog.getByText("Add it").click();
      await expect.poll(() => line.innerText()).toMatch(/^Read on/);
    }));
});
