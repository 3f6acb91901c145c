import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeLargeCounterLog, type LargeCounterLog } from "../bench/writeLargeCounterLog.ts";
import { OwnLogDriver } from "./OwnLogDriver.ts";
import { useSite } from "./useSite.ts";

const reading = useSite();
const folder = mkdtempSync(join(tmpdir(), "large-log-"));
const file = join(folder, "large.csv");
let written: LargeCounterLog;
beforeAll(async () => {
  written = await writeLargeCounterLog(file, 700_000_000);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a log of 700 MB is read with progress, in the cell and beside the log, and says what was left aside", () =>
  reading("lessons/perfmon/", async (driver) => {
    const own = new OwnLogDriver(driver.page, "perfmon.csv");
    await own.choose(file);
    await own.report.locator("p", { hasText: /Looking through large\.csv: \d+ %/ }).waitFor();
    expect(await own.read()).toMatch(/counters\s+\d+ of 400 read, \d+ left aside/);
    const running = driver.cell("read").locator(".cell-stamp", { hasText: /running, .*\d+ % of large\.csv read/ });
    await Promise.all([
      running.waitFor(),
      own.log.locator(".own-log-progress", { hasText: /^0 of \d+ done, \d+ % of large\.csv read$/ }).waitFor(),
      own.control("run").click(),
    ]);
    expect(await own.hear(/ran\./)).toMatch(/All \d+ cells that build on large\.csv ran\.$/);
    expect(await own.log.locator(".own-log-progress").innerText()).toBe("");
    expect(await driver.result("read")).toContain(written.samples.toLocaleString("en"));
  }));

test("reading it is stopped in the place where it was started, at once, and goes on later", () =>
  reading("lessons/perfmon/", async (driver) => {
    const own = new OwnLogDriver(driver.page, "perfmon.csv");
    await own.choose(file);
    await own.control("run").waitFor();
    await own.control("run").focus();
    await driver.page.keyboard.press("Enter");
    await driver
      .cell("read")
      .locator(".cell-stamp", { hasText: /% of large\.csv read/ })
      .waitFor();
    expect(await own.control("stop").evaluate((button) => button === document.activeElement)).toBe(true);
    const before = Date.now();
    await driver.page.keyboard.press("Enter");
    await own.hear(/Stopped before all cells/);
    expect(Date.now() - before).toBeLessThan(1_000);
    expect(await driver.status("read")).toBe("stopped");
    expect(await own.control("run").evaluate((button) => button === document.activeElement)).toBe(true);
    const [result] = await Promise.all([
      driver.run("read"),
      own.log.locator(".own-log-progress", { hasText: /^\d+ % of large\.csv read$/ }).waitFor(),
    ]);
    expect(result.failed).toBe(false);
    expect(await own.log.locator(".own-log-progress").innerText()).toBe("");
  }));

test("looking through it ends when another file is put in its place, or the reader has seen enough", () =>
  reading("lessons/perfmon/", async (driver) => {
    const own = new OwnLogDriver(driver.page, "perfmon.csv");
    await own.choose(file);
    await own.report.getByRole("button", { name: "Stop looking" }).click();
    expect(await own.report.innerText()).toContain("large.csv was not looked through to its end");
    await own.choose(file);
    await own.report.locator("p", { hasText: /\d+ %/ }).waitFor();
    await own.choose("datasets/fabrikam-app2/perfmon.csv");
    await own.report.getByText("FABRIKAM-APP2").waitFor();
    await driver.page.waitForTimeout(1_000);
    expect(await own.report.innerText()).not.toContain("large.csv");
  }));

test("its lines are there although it is not held: any is shown, and words are found in it", () =>
  reading("lessons/perfmon/", async (driver) => {
    const own = new OwnLogDriver(driver.page, "perfmon.csv");
    await own.choose(file);
    const lines = (written.samples + 1).toLocaleString("en");
    await own.log.locator(".log-name", { hasText: `large.csv · ${lines} lines` }).waitFor({ timeout: 30_000 });
    expect(await own.log.locator(".log-row").first().innerText()).toContain("(PDH-CSV 4.0)");
    await own.log.locator(".log-view").evaluate((view) => (view.scrollTop = view.scrollHeight));
    const last = own.log.locator(".log-row").last();
    await own.log.locator(".log-row", { hasText: `${written.samples + 1}"` }).waitFor();
    expect(await last.innerText()).toMatch(new RegExp(`^${written.samples + 1}\\s*"\\d\\d/\\d\\d/\\d{4} `));
    const input = own.log.locator(".log-find input");
    await input.fill("08/15/2012 00:00:");
    await input.press("Enter");
    const found = own.log.locator(".log-row.is-current");
    await found.waitFor();
    // 4 samples a minute since 09:30:00 of the 14th, below the header
    expect(await found.locator(".log-number").innerText()).toBe(String(14.5 * 240 + 2));
    expect(await found.locator("mark").innerText()).toBe("08/15/2012 00:00:");
  }));
