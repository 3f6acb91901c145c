import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeFinalCase } from "../../src/pool/simulator/finalCase/makeFinalCase.ts";
import type { Report } from "../../src/pool/simulator/finalCase/report/Report.ts";
import { reportOf } from "../../src/pool/simulator/finalCase/report/reportOf.ts";
import { findViolations } from "./findViolations.ts";
import { useSite } from "./useSite.ts";

const read = useSite();
const { answers, texts, machine } = makeFinalCase(7);

const said = (page: Page) => page.locator("lab-final-case .case-said");

async function makeLogs(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make its logs" }).click();
  await page.locator("lab-final-case .case-files").waitFor({ timeout: 30_000 });
}

/** Types a report as a reader does. */
async function fill(page: Page, report: Partial<Report>): Promise<void> {
  const form = page.locator("lab-case-report form");
  for (const [name, value] of Object.entries(report)) {
    const field = form.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((element) => (element as HTMLInputElement).type);
    if (kind === "radio") await form.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === "select-one") await field.selectOption(value);
    else await field.fill(value);
  }
}

const statusOf = (page: Page, fact: string) => page.locator(`[data-fact="${fact}"]`).getAttribute("data-status");

test(
  "a case is made in the browser, read by views and cells, reported wrongly and rightly, and opened in a lesson",
  { timeout: 60_000 },
  () =>
    read("case/?seed=7", async (driver, { page }) => {
      await makeLogs(page);
      expect(await said(page).textContent()).toContain(machine);

      // The logs of the case stand behind views, downloads and cells.
      const log = page.locator('lab-log[data-name="poolmon.txt"]');
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        log.getByRole("link", { name: /^Download/ }).click(),
      ]);
      expect(download.suggestedFilename()).toBe("poolmon.txt");
      const stream = await download.createReadStream();
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      expect(Buffer.concat(parts).toString("latin1")).toBe(texts.get("poolmon.txt"));
      await driver.run("held");
      expect(await page.locator('lab-cell[data-cell="held"] .cell-result').innerText()).toContain(
        answers.mistakes.largestTags[0]!.trimEnd(),
      );

      // A report that falls for the decoys is told so by name, and never the answer.
      await fill(page, {
        ...{ pool: answers.pool, tag: answers.second.tag, driver: answers.mistakes.foreignDriver },
        ...{ rate: (answers.bytesPerHour / 1e6).toFixed(1), process: answers.mistakes.freedProcess, next: "restart" },
      });
      await page.getByRole("button", { name: "Check the report" }).click();
      await page.locator('[data-fact="next"][data-status="wrong"]').waitFor();
      const report = page.locator("lab-case-report");
      expect(await report.innerText()).toMatch(/second grower[^]*MB for MiB|MB for MiB[^]*second grower/);
      expect(await report.innerText()).toContain("inside a longer word");
      expect(await report.locator(".report-outcome").textContent()).toContain("1 of 10 facts is right");
      expect(await report.innerHTML()).not.toContain(answers.driver);

      // What was typed is there after the page is loaded again, without the case's logs.
      await page.reload({ waitUntil: "load" });
      await expect.poll(() => page.locator('[name="driver"]').inputValue()).toBe(answers.mistakes.foreignDriver);
      const facts = reportOf(answers);
      await fill(page, facts);
      await page.getByRole("button", { name: "Check the report" }).click();
      await expect.poll(() => report.locator(".report-outcome").textContent()).toContain("All 10 facts are right");
      expect(await statusOf(page, "site")).toBe("right");
      expect(await findViolations(page)).toEqual([]);

      // The lesson gets the logs that it has by the same names.
      await page.goto(page.url().replace(/case\/.*/, "lessons/poolmon/?case=7"), { waitUntil: "load" });
      await expect
        .poll(() => page.locator(".case-notice").textContent(), { timeout: 30_000 })
        .toContain(`${machine}, case 7, stand in the place`);
      await driver.run("verdict");
      await expect
        .poll(() => page.locator('lab-cell[data-cell="verdict"] .cell-result').innerText())
        .toContain(answers.tag.trimEnd());
    }),
);

test(
  "the answers of cases are listed when somebody asks for them, and a phone has room for the report",
  { timeout: 60_000 },
  () =>
    read(
      "workshop/answers/?seed=7",
      async (_, { page }) => {
        expect(await page.locator("main").innerText()).not.toContain(answers.driver);
        await page.getByRole("button", { name: "Show the answers for case 7" }).click();
        await expect.poll(() => page.locator(".answers-table tbody tr").count(), { timeout: 30_000 }).toBe(1);
        expect(await page.locator(".answers-table").innerText()).toContain(answers.driver);
        await page.goto(page.url().replace(/workshop\/.*/, "case/"), { waitUntil: "load" });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        await page.getByRole("button", { name: "Another case" }).click();
        expect(await said(page).textContent()).toContain("is kept");
      },
      { viewport: { width: 320, height: 640 } },
    ),
);
