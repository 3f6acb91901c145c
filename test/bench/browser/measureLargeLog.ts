import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { BrowserMemory } from "./BrowserMemory.ts";
import type { Figure } from "./figures.ts";
import { makeLargeLog } from "./makeLargeLog.ts";
import { openLesson } from "./openLesson.ts";

const mebibyte = 2 ** 20;
const isWhole = process.env["BENCH_GIGABYTE"] === "1";

/** A large counter log of the reader's own, read by the lesson's first cell. 256 MiB, or a gibibyte with BENCH_GIGABYTE=1. */
export async function measureLargeLog(browser: Browser, address: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const path = join(folder, "large.csv");
    const { bytes, rows } = await makeLargeLog(path, (isWhole ? 1024 : 256) * mebibyte);
    const lesson = await openLesson(browser, address);
    const { driver, page } = lesson;
    await lesson.timed(() => driver.control("read", "run").click({ force: true }));
    const memory = await BrowserMemory.of(browser);
    const before = await memory.now();
    await page.locator('lab-own-log[data-name="perfmon.csv"] [data-action="choose"]').click();
    await page.locator(".ask-for-log input[type=file]").setInputFiles(path);
    await driver.waitFor("read", "stale");
    await page.waitForTimeout(500);
    memory.watch();
    page.setDefaultTimeout(300_000);
    const { asked, drawn } = await lesson.timed(() => driver.control("read", "run").click({ force: true }));
    const peak = memory.stop();
    const status = await driver.status("read");
    const said =
      status === "ran"
        ? `${rows.toLocaleString("en")} rows`
        : `the cell ${status}: ${(await driver.result("read")).slice(0, 120)}`;
    await lesson.close();
    const seconds = (drawn - asked) / 1000;
    const size = `${Math.round(bytes / mebibyte)} MiB`;
    return [
      { what: `A log of ${size}: Run to result`, samples: [drawn - asked], unit: "ms", note: said },
      { what: "the same, per second", samples: [bytes / mebibyte / seconds], unit: "MiB/s" },
      {
        what: "the same, peak memory above the idle page",
        samples: before === undefined ? [] : [(peak - before) / mebibyte],
        unit: "MiB",
        budget: 300,
        note:
          before === undefined
            ? "this system does not say"
            : `all processes of the browser; idle ${Math.round(before / mebibyte)} MiB, peak ${Math.round(peak / mebibyte)} MiB`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
