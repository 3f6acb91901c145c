import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { computedWith, expectSameValues, lessonsWithCells, useSite } from "./useSite.ts";

const lessons = await lessonsWithCells();
const perfmon = lessons.find(({ page }) => page === "lessons/perfmon")!;
const realLogs = "../shared/real-logs";
const reading = useSite();

describe("a log of the reader's own", () => {
  const another = "datasets/fabrikam-app2/perfmon.csv";

  test("is what the cells then read, and the sample comes back", async () => {
    const expected = await computedWith(perfmon, { "perfmon.csv": another });
    await reading("lessons/perfmon/", async (driver) => {
      const own = driver.page.locator('lab-own-log[data-name="perfmon.csv"]');
      const built = await driver.result("slope");
      await driver.run("slope");
      await own.locator('[data-action="choose"]').click();
      await driver.page.locator(".ask-for-log input[type=file]").setInputFiles(another);
      await driver.waitFor("slope", "stale");
      expect(await own.locator(".own-log-said").innerText()).toContain("nothing is uploaded");
      expect(await driver.stamp("slope")).toContain("older than the log in use");
      const result = await driver.resultOf("slope", () => own.locator('[data-action="run"]').click());
      expectSameValues(result.values, expected["slope"]!.values);
      await driver.waitFor("slope", "ran");
      expect(await driver.stamp("slope")).toContain("from perfmon.csv");
      await own.locator('[data-action="restore"]').click();
      await driver.waitFor("slope", "asBuilt");
      expect(await driver.result("slope")).toBe(built);
    });
  });

  test("can be dropped on the log, which then shows it", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      const log = driver.page.locator('lab-log[data-name="perfmon.csv"]');
      await log.evaluate((element) => {
        const dataTransfer = new DataTransfer();
        const lines = [
          '"(PDH-CSV 4.0) (Pacific Daylight Time)(420)","\\\\DROPPED\\Memory\\Available MBytes"',
          '"08/14/2012 09:30:00.000","1"',
          "",
        ];
        dataTransfer.items.add(new File([lines.join("\n")], "dropped.csv"));
        element.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
      });
      await driver.waitFor("read", "stale");
      await log.locator(".log-view", { hasText: "DROPPED" }).waitFor();
      const result = await driver.run("read");
      expect(JSON.stringify(result.values)).toContain("DROPPED");
      await driver.waitFor("read", "ran");
      expect(await driver.stamp("read")).toContain("from dropped.csv");
    });
  });

  test("can be pasted as text", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      await driver.page.locator('lab-own-log[data-name="perfmon.csv"] [data-action="choose"]').click();
      const log = [
        '"(PDH-CSV 4.0) (Pacific Daylight Time)(420)","\\\\PASTED\\Memory\\Pool Nonpaged Bytes"',
        '"08/14/2012 09:30:00.000","1"',
        "",
      ];
      await driver.page.locator(".ask-for-log textarea").fill(log.join("\n"));
      await driver.page.getByRole("button", { name: "Use this text" }).click();
      await driver.waitFor("read", "stale");
      const result = await driver.run("read");
      expect(JSON.stringify(result.values)).toContain("PASTED");
    });
  });

  test.skipIf(!existsSync(realLogs)).each([
    ["lessons/perfmon", "read", "perfmon.csv", "perfmon-csv/02-process-instances-30rows.csv", /\b30\b/],
    ["lessons/poolmon", "snapshots", "poolmon.txt", "poolmon/07-server-nic-lab.txt", /\b1 row\b/],
  ])("may be a genuine one: %s reads it in “%s”", async (page, cell, name, file, known) => {
    const lesson = lessons.find((each) => each.page === page)!;
    const path = join(realLogs, file);
    const expected = await computedWith(lesson, { [name]: path });
    await reading(`${page}/`, async (driver) => {
      await driver.page.locator(`lab-own-log[data-name="${name}"] [data-action="choose"]`).click();
      await driver.page.locator(".ask-for-log input[type=file]").setInputFiles(path);
      await driver.waitFor(cell, "stale");
      const result = await driver.run(cell);
      expect(result.failed).toBe(false);
      expectSameValues(result.values, expected[cell]!.values);
      await driver.waitFor(cell, "ran");
      expect(await driver.result(cell)).toMatch(known);
    });
  });
});
