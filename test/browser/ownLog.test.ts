import { existsSync, readFileSync } from "node:fs";
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

  test("of another kind is named, with what to do, and no cell is offered for it", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const own = page.locator('lab-own-log[data-name="perfmon.csv"]');
      const give = async (name: string, buffer: Buffer, words: RegExp) => {
        await own.locator('[data-action="choose"]').click();
        await page
          .locator(".ask-for-log input[type=file]")
          .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
        await own.locator(".own-log-said", { hasText: words }).waitFor();
        expect(await own.locator('[data-action="run"]').isVisible()).toBe(false);
      };
      const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
      await give("screen.png", picture, /screen\.png is a picture.*not a log like perfmon\.csv/);
      await give("nothing.csv", Buffer.alloc(0), /nothing\.csv is an empty file/);
      await give("poolmon.txt", readFileSync("datasets/contoso-fs1/poolmon.txt"), /poolmon\.txt is a PoolMon log/);
      expect(await page.locator('lab-log[data-name="perfmon.csv"] .log-name').innerText()).toContain("poolmon.txt");
      await own.locator('[data-action="restore"]').click();
      await own.locator(".own-log-said", { hasText: "the sample again" }).waitFor();
      expect(await own.locator('[data-action="choose"]').evaluate((button) => button === document.activeElement)).toBe(
        true,
      );
    }));

  test("runs through all that builds on it, and the page says when it has", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const own = page.locator('lab-own-log[data-name="perfmon.csv"]');
      await own.locator('[data-action="choose"]').click();
      await page.locator(".ask-for-log input[type=file]").setInputFiles(another);
      const run = own.locator('[data-action="run"]');
      await run.waitFor();
      const count = Number(/\d+/.exec(await run.innerText())![0]);
      const words = await own.locator(".own-log-progress").evaluateHandle((progress) => {
        const seen: string[] = [];
        new MutationObserver(() => seen.push(progress.textContent)).observe(progress, { childList: true });
        return seen;
      });
      await run.click();
      await own.locator(".own-log-said", { hasText: `All ${count} cells` }).waitFor();
      expect((await words.jsonValue()).join(" ")).toContain(`${count} of ${count} done`);
    }));

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
      // One that misses the place must not be opened by the browser, which would leave the page.
      const isKept = await driver.page.locator("h1").evaluate((element) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["beside"], "beside.csv"));
        return !element.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
      });
      expect(isKept).toBe(true);
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
