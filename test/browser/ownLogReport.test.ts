import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { OwnLogDriver } from "./OwnLogDriver.ts";
import { useSite } from "./useSite.ts";

const reading = useSite();
const folder = mkdtempSync(join(tmpdir(), "own-log-"));
afterAll(() => rmSync(folder, { recursive: true }));

const perfmon = readFileSync("datasets/contoso-fs1/perfmon.csv", "latin1").split("\r\n");
const poolmon = readFileSync("datasets/contoso-fs1/poolmon.txt", "latin1");
const header = (...counters: string[]) =>
  `"(PDH-CSV 4.0) (Pacific Daylight Time)(420)",${counters.map((path) => `"\\\\SRV1${path}"`).join(",")}\r\n`;
const row = '"08/14/2012 09:30:00.000","4096"\r\n';

describe("of a log of the reader's own the page says", () => {
  test("what it read, and each line that it did not read, which a link shows with its reason", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const own = new OwnLogDriver(page, "perfmon.csv");
      const damaged = perfmon.with(20, "a line of nothing").join("\r\n");
      await own.choose({ name: "server1.csv", text: damaged });
      const report = await own.read();
      expect(report).toContain("CONTOSO-FS1");
      expect(report).toContain("2012-08-14 09:30:00 to 2012-08-14 11:04:45");
      expect(report).toContain("all 97 read");
      expect(report).toContain("Not read: one thing");
      await own.report.getByRole("link", { name: "line 21", exact: true }).click();
      const line = own.log.locator(".log-row.is-current");
      await line.waitFor();
      expect(await line.innerText()).toMatch(/^21\s*a line of nothing ← The line is no sample/);
      expect(await own.log.locator(":scope > .log-problems").isVisible()).toBe(false);
      await page.waitForFunction(() =>
        document.querySelector("#announcements")?.textContent.includes("server1.csv was looked through"),
      );
    }));

  test("that it lacks the pool counters, which columns it has, and the command that records them", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const own = new OwnLogDriver(page, "perfmon.csv");
      await own.choose({ name: "memory.csv", text: header("\\Memory\\Available MBytes") + row });
      const report = await own.read();
      expect(report).toContain("No column is known as a pool counter. The log has \\Memory\\Available MBytes");
      expect(report).toContain('typeperf "\\Memory\\Pool Nonpaged Bytes"');
    }));

  test("that the header is missing of rows that were pasted on the log itself", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const own = new OwnLogDriver(page, "perfmon.csv");
      await own.log.locator(".log-head").focus();
      await own.log.locator(".log-head").evaluate((element, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        element.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
      }, row);
      expect(await own.read()).toContain("No header line was found");
      expect(await own.hear(/Cells read/)).toContain("pasted text");
    }));

  test("that it is UTF-16, or in German, and reads it all the same", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const own = new OwnLogDriver(page, "perfmon.csv");
      const german = header("\\Arbeitsspeicher\\Nicht-Auslagerungsseiten (Bytes)") + row;
      await own.choose({ name: "german.csv", text: Buffer.from(`\ufeff${german}`, "utf16le") });
      const report = await own.read();
      expect(report).toContain("UTF-16LE");
      expect(report).toContain("SRV1");
      expect(report).not.toContain('typeperf "');
    }));

  test("what a PoolMon log holds, and what findstr found", () =>
    reading("lessons/poolmon/", async ({ page }) => {
      const own = new OwnLogDriver(page, "poolmon.txt");
      await own.choose("datasets/fabrikam-app2/poolmon.txt");
      expect(await own.read()).toMatch(/snapshots\s+\d+\s+tags\s+\d+/);
      const drivers = new OwnLogDriver(page, "findstr.txt");
      await drivers.choose("datasets/fabrikam-app2/findstr.txt");
      expect(await drivers.read()).toMatch(/tags searched\s+\w+/);
    }));
});

describe("a file of another kind is met with", () => {
  const wrong: [name: string, bytes: string, kind: RegExp][] = [
    ["system.evtx", "ElfFile\0", /an event log \(\.evtx\)/],
    ["logs.zip", "PK\x03\x04\x14\0\0\0", /a ZIP archive/],
    ["report.docx", `PK\x03\x04\x14\0${"\0".repeat(24)}[Content_Types].xml word/document.xml`, /a Word document/],
    ["numbers.xlsx", `PK\x03\x04\x14\0${"\0".repeat(24)}[Content_Types].xml xl/workbook.xml`, /an Excel workbook/],
    ["MEMORY.DMP", "PAGEDU64\x0f\0", /a 64-bit crash dump.*!poolused 2/],
    ["scan.pdf", "%PDF-1.7\n", /a PDF/],
    ["empty.csv", "", /an empty file/],
    ["page.html", "<!doctype html><p>not a log", /a web page/],
  ];

  test("what it is, what was expected, and the command that makes it", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const own = new OwnLogDriver(page, "perfmon.csv");
      for (const [name, bytes, kind] of wrong) {
        await own.choose({ name, text: Buffer.from(bytes, "latin1") });
        const said = await own.hear(kind);
        expect(said, name).toContain("Expected here: a counter log as text (CSV)");
        expect(await own.report.locator("code").innerText(), name).toMatch(/^typeperf /);
        expect(await own.control("run").isVisible(), name).toBe(false);
      }
    }));

  test("relog for a binary counter log, copied with one click", () =>
    reading(
      "lessons/perfmon/",
      async ({ page }) => {
        const own = new OwnLogDriver(page, "perfmon.csv");
        const trace = Buffer.alloc(8192);
        trace.writeUInt32LE(8192, 0);
        trace.set([0x02, 0xc0], 0x4a);
        trace.set(Buffer.from("b33b3f933e940d499ced3cbb14c14479", "hex"), 4096);
        await own.choose({ name: "Pool.blg", text: trace });
        await own.hear(/a binary counter log/);
        await own.report.getByRole("button", { name: /^Copy/ }).click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^relog .*-f CSV/);
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    ));

  test("a button that puts it where it belongs", () =>
    reading("lessons/poolmon/", async (driver) => {
      const [counters, pool] = ["perfmon.csv", "poolmon.txt"].map((name) => new OwnLogDriver(driver.page, name));
      await counters!.choose({ name: "pool.log", text: poolmon });
      await counters!.hear(/pool\.log is a PoolMon log/);
      await counters!.report.getByRole("button", { name: "Put it in the place of poolmon.txt" }).click();
      await pool!.hear(/Cells read pool\.log/);
      expect(await counters!.hear(/sample again/)).toBeTruthy();
      expect(await pool!.control("choose").evaluate((button) => button === document.activeElement)).toBe(true);
      expect(await driver.status("snapshots")).toBe("stale");
    }));

  test("a link to the lesson that reads it, where this one has no such log", () =>
    reading("lessons/perfmon/", async ({ page }) => {
      const own = new OwnLogDriver(page, "perfmon.csv");
      await own.choose({ name: "pool.log", text: poolmon });
      await own.hear(/is a PoolMon log/);
      expect(await own.report.getByRole("link", { name: "Part 2 reads such a log" }).getAttribute("href")).toMatch(
        /\/lessons\/poolmon\/$/,
      );
    }));
});

describe("of several files at once", () => {
  test("each goes to the log it stands for, and what stands for none is named and left", () =>
    reading("lessons/poolmon/", async ({ page }) => {
      const [pool, counters, drivers] = ["poolmon.txt", "perfmon.csv", "findstr.txt"].map(
        (name) => new OwnLogDriver(page, name),
      );
      await pool!.drop(
        { name: "pool.log", text: poolmon },
        { name: "perfmon.csv", text: perfmon.join("\r\n") },
        { name: "found.txt", text: "C:\\>findstr /m /l Leak *.sys\r\nmyfault.sys\r\n" },
        { name: "note.txt", text: "call Anna" },
      );
      await counters!.hear(/Cells read perfmon\.csv/);
      await drivers!.hear(/Cells read found\.txt/);
      const said = await pool!.hear(/Left aside/);
      expect(said).toContain("pool.log as poolmon.txt");
      expect(said).toContain("note.txt");
      expect(await pool!.log.locator(".log-name").innerText()).toContain("pool.log");
    }));
});

describe("a file in use", () => {
  test("that changed on disk is said to have, before a cell runs on half of it; chosen again it is read", () =>
    reading("lessons/perfmon/", async (driver) => {
      const own = new OwnLogDriver(driver.page, "perfmon.csv");
      const file = join(folder, "changing.csv");
      writeFileSync(file, header("\\Memory\\Pool Nonpaged Bytes") + row);
      await own.choose(file);
      expect(await own.read()).toMatch(/samples\s+1/);
      writeFileSync(file, header("\\Memory\\Pool Nonpaged Bytes") + row.repeat(3));
      await own.control("run").click();
      expect(await own.hear(/changed on disk/)).toContain("Choose it again");
      await own.choose(file);
      await own.hear(/Cells read changing\.csv/);
      await own.report.locator("dd", { hasText: /^3$/ }).waitFor();
    }));

  test("that is gone when it is chosen leaves the sample where it is", () =>
    reading("lessons/perfmon/", async (driver) => {
      const own = new OwnLogDriver(driver.page, "perfmon.csv");
      const file = join(folder, "gone.csv");
      writeFileSync(file, "x");
      await own.control("choose").click();
      const [chooser] = await Promise.all([
        driver.page.waitForEvent("filechooser"),
        driver.page.locator(".ask-for-log").getByRole("button", { name: "Choose a file" }).click(),
      ]);
      rmSync(file, { force: true });
      // What the browser was told exists has vanished before it is read, as on a share that went away.
      writeFileSync(file, "x");
      await chooser.setFiles(file);
      await own.hear(/Cells read gone\.csv/);
      rmSync(file);
      await own.control("run").click();
      await own.hear(/no longer there/);
    }));

  test("gives way to another, and that to the sample", () =>
    reading("lessons/perfmon/", async (driver) => {
      const own = new OwnLogDriver(driver.page, "perfmon.csv");
      const built = await driver.result("read");
      await own.choose({ name: "first.csv", text: header("\\Memory\\Pool Nonpaged Bytes") + row });
      await own.read();
      await own.choose("datasets/fabrikam-app2/perfmon.csv");
      await own.report.locator("dd", { hasText: "FABRIKAM-APP2" }).waitFor();
      expect(await own.report.innerText()).not.toContain("SRV1");
      await own.control("restore").click();
      await own.hear(/sample again/);
      expect(await own.report.isVisible()).toBe(false);
      expect(await driver.result("read")).toBe(built);
      expect(await driver.status("read")).toBe("asBuilt");
      expect(await own.log.locator(":scope > .log-problems").isVisible()).toBe(true);
      await own.log.locator(".log-view", { hasText: "CONTOSO-FS1" }).waitFor();
    }));
});
