import AxeBuilder from "@axe-core/playwright";
import { existsSync, openAsBlob } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lessonPages, loadLesson, type Lesson } from "../../src/components/lesson/loadLesson.ts";
import { runLesson } from "../../src/components/lesson/runLesson.ts";
import type { RunResult } from "../../src/notebook/run/Engine.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { LessonDriver } from "./LessonDriver.ts";
import { serveSite, type Site } from "./site.ts";

const lessons = (await Promise.all((await lessonPages()).map(loadLesson))).filter(
  ({ program }) => program.cells.length > 0,
);
const perfmon = lessons.find(({ page }) => page === "lessons/perfmon")!;
const realLogs = "../shared/real-logs";

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page, lets a reader do something in it, and holds that the page had nothing to complain about. */
async function reading<Result>(
  address: string,
  action: (driver: LessonDriver, watched: Awaited<ReturnType<typeof openPage>>) => Promise<Result>,
  options?: BrowserContextOptions,
): Promise<Result> {
  const watched = await openPage(browser, options);
  try {
    await watched.page.goto(site.url + address, { waitUntil: "networkidle" });
    const result = await action(new LessonDriver(watched.page), watched);
    expect(watched.complaints).toEqual([]);
    return result;
  } finally {
    await watched.page.context().close();
  }
}

/** The address of a page, without the slash at its start. */
const addressOf = ({ page }: Lesson) => (page === "index" ? "" : `${page}/`);

/** Engines may differ in the last bit of Math.exp and its kin. */
function expectSameValues(actual: unknown, expected: unknown, path = "value"): void {
  if (typeof actual === "number" && typeof expected === "number") {
    const scale = Math.max(Math.abs(actual), Math.abs(expected), 1);
    if (Math.abs(actual - expected) > 1e-12 * scale) expect(actual, path).toBe(expected);
    return;
  }
  if (typeof expected !== "object" || expected === null) {
    expect(actual, path).toBe(expected);
    return;
  }
  expect(Object.keys(actual as object), path).toEqual(Object.keys(expected));
  for (const [key, part] of Object.entries(expected)) {
    expectSameValues((actual as Record<string, unknown>)[key], part, `${path}.${key}`);
  }
}

/** What the lesson's cells give when these files stand behind its logs, computed in Node. */
async function computedWith(lesson: Lesson, own: Record<string, string>): Promise<Record<string, RunResult>> {
  const files = lesson.logs.map(async ({ name, file }) => [name, await openAsBlob(own[name] ?? file)] as const);
  return runLesson(lesson.program, Object.fromEntries(await Promise.all(files)));
}

describe.each(lessons.map((lesson) => [lesson.page, lesson] as const))("%s", (_, lesson) => {
  test("gives the values it was built with, says so, and moves nothing", async () => {
    await reading(addressOf(lesson), async (driver, { layoutShift }) => {
      for (const id of await driver.cells()) {
        const built = await driver.result(id);
        expect(await driver.stamp(id)).toBe("as built with the lesson");
        const result = await driver.run(id);
        expect(result.failed, id).toBe(false);
        expectSameValues(result.values, lesson.results[id]!.values, id);
        await driver.waitFor(id, "ran");
        expect(await driver.result(id), id).toBe(built);
        expect(await driver.stamp(id)).toMatch(/^run just now, (under 1 ms|[\d,]+ ms|[\d.]+ s)/);
        expect(await driver.announced()).toContain(lesson.program.cells.find((cell) => cell.id === id)!.title);
      }
      expect(await layoutShift()).toBe(0);
    });
  });
});

describe("a cell", () => {
  test("that stands alone on its own address runs with what it needs", async () => {
    await reading("lessons/perfmon/cells/slope/", async (driver) => {
      expect(await driver.cells()).toEqual(["slope"]);
      const result = await driver.run("slope");
      expectSameValues(result.values, perfmon.results["slope"]!.values);
    });
  });

  test("runs by keyboard, and its Run button keeps the focus", async () => {
    await reading("lessons/perfmon/cells/problems/", async (driver) => {
      await driver.control("problems", "run").focus();
      const result = await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      expect(result.failed).toBe(false);
      await driver.waitFor("problems", "ran");
      expect(await driver.control("problems", "run").evaluate((button) => button === document.activeElement)).toBe(
        true,
      );
    });
  });

  test("is run by a double click, not run and stopped", async () => {
    await reading("lessons/perfmon/cells/verdict/", async (driver) => {
      const result = await driver.resultOf("verdict", () => driver.control("verdict", "run").dblclick());
      expect(result.failed).toBe(false);
      await driver.waitFor("verdict", "ran");
    });
  });

  test("shows its result without JavaScript, and nothing that cannot be pressed", async () => {
    await reading(
      "lessons/perfmon/",
      async (driver) => {
        expect(await driver.result("read")).toContain("CONTOSO-FS1");
        expect(await driver.cell("curve").locator("svg").count()).toBe(1);
        expect(await driver.control("read", "run").isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });

  test("fetches nothing that runs or edits before somebody comes near it", async () => {
    await reading("lessons/perfmon/", async ({ page }) => {
      const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
      expect(fetched.filter((name) => /runtime|programs|sandbox|LessonPage|compile|monaco|editor/i.test(name))).toEqual(
        [],
      );
      expect(await page.locator("iframe").count()).toBe(0);
    });
  });

  test("shows the rows that were left out when it is asked to", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      await driver.edit("problems", "Array.from({ length: 60 }, (_, index) => ({ index }))");
      await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      const rows = driver.cell("problems").locator("tbody tr");
      expect(await rows.count()).toBe(20);
      await driver.control("problems", "rows").click();
      expect(await rows.count()).toBe(60);
      expect(await driver.control("problems", "rows").isVisible()).toBe(false);
    });
  });
});

test.each(["light", "dark"] as const)(
  "what is seen only after something was done is accessible too, in the %s theme",
  async (colorScheme) => {
    await reading(
      "lessons/perfmon/",
      async (driver) => {
        const violationsIn = async (part: string) => {
          const { violations } = await new AxeBuilder({ page: driver.page })
            .include(part)
            .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
            .analyze();
          return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
        };
        await driver.edit("problems", "null.nothing");
        await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
        await driver.waitFor("problems", "failed");
        await driver.page.keyboard.press("Escape");
        expect(await violationsIn("#cell-problems")).toEqual([]);
        const own = driver.page.locator('lab-own-log[data-name="perfmon.csv"]');
        await own.locator('[data-action="choose"]').click();
        expect(await violationsIn(".ask-for-log")).toEqual([]);
        await driver.page.locator(".ask-for-log input[type=file]").setInputFiles("datasets/fabrikam-app2/perfmon.csv");
        await driver.waitFor("read", "stale");
        expect(await violationsIn("#log-perfmon-csv")).toEqual([]);
        expect(await violationsIn("#cell-read")).toEqual([]);
        await driver.run("curve");
        expect(await violationsIn("#cell-curve")).toEqual([]);
      },
      { colorScheme },
    );
  },
);

test("a page without a cell loads no script of cells", async () => {
  await reading("lessons/driver-verifier/", async ({ page }) => {
    const scripts = await page
      .locator("script[src]")
      .evaluateAll((all) => all.map((script) => script.getAttribute("src")!));
    expect(scripts.filter((script) => /Cell|OwnLog|lesson/i.test(script))).toEqual([]);
  });
});

describe("an edited cell", () => {
  test("gives its new value, makes what depends on it stale, and goes back to the lesson's", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      const built = await driver.result("floor");
      await driver.run("floor-chart");
      await driver.waitFor("floor-chart", "ran");
      const { source } = perfmon.program.cells.find(({ id }) => id === "floor")!;
      await driver.edit("floor", `${source}\nfloor.length * 1000`);
      await driver.waitFor("floor", "stale");
      expect(await driver.stamp("floor")).toBe("older than the code above");
      expect(await driver.status("floor-chart")).toBe("stale");
      expect(await driver.stamp("floor-chart")).toContain("older than the code of “");
      expect(await driver.status("curve")).toBe("ran");

      const count = perfmon.results["floor"]!.values.at(-1)!;
      const rows = count.kind === "table" ? count.totalRows : Number.NaN;
      const result = await driver.resultOf("floor", () => driver.page.keyboard.press("Control+Enter"));
      expect(result.values).toEqual([{ kind: "number", value: rows * 1000, unit: "" }]);
      await driver.waitFor("floor", "ran");

      await driver.control("floor", "reset").click();
      await driver.waitFor("floor", "asBuilt");
      await driver.waitFor("floor-chart", "asBuilt");
      expect(await driver.result("floor")).toBe(built);
      expect(await driver.control("floor", "reset").isVisible()).toBe(false);
    });
  });

  // A run waits for the compiler; the delay before compiling must not make it run the old text.
  test.each([0, 150, 200, 250])("is run as it is %i ms after the last key", async (wait) => {
    await reading("lessons/perfmon/", async (driver) => {
      await driver.edit("problems", `1000 + ${wait}`);
      await driver.page.waitForTimeout(wait);
      const result = await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      expect(result.values).toEqual([{ kind: "number", value: 1000 + wait, unit: "" }]);
    });
  });

  test("that throws shows the line in the reader's own text", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      await driver.edit("problems", "const first = problems[0];\nfirst.nothing.at(0)");
      const result = await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      expect(result.values).toMatchObject([{ kind: "error", name: "TypeError", cell: "problems", line: 2 }]);
      await driver.waitFor("problems", "failed");
      expect(await driver.result("problems")).toContain("first.nothing.at(0)");
      expect(await driver.stamp("problems")).toContain("stopped with an error");
      expect(await driver.announced()).toContain("TypeError");
    });
  });

  test.each([
    ["fetch", `await fetch("/logs/contoso-fs1/perfmon.csv")`],
    ["a computed name", `const name = "fe" + "tch"; await (globalThis as any)[name]("/logs/contoso-fs1/perfmon.csv")`],
    ["import from an address", `await import("/runtime/library.js")`],
  ])("cannot reach the network by %s", async (_, text) => {
    await reading("lessons/perfmon/", async (driver) => {
      await driver.edit("problems", text);
      const asked: string[] = [];
      driver.page.on("request", (request) => asked.push(request.url()));
      const result = await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      expect(result.failed).toBe(true);
      // The page itself fetches the log of the cell above, the compiler and the sandbox, the editor its types.
      const own = /\.js$|sandbox\.html$|\/programs\/|\/editor\/types\.json$|^blob:/;
      expect(
        asked.filter((address) => !own.test(address) && !address.endsWith("/logs/contoso-fs1/perfmon.csv")),
      ).toEqual([]);
    });
  });

  test("that loops forever is stopped, keeps its former result, and the next run works", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      const built = await driver.result("problems");
      await driver.edit("problems", "for (;;) {}");
      await driver.page.keyboard.press("Control+Enter");
      await driver.waitFor("problems", "running");
      await driver.control("problems", "stop").click();
      await driver.waitFor("problems", "stopped");
      expect(await driver.result("problems")).toBe(built);
      expect(await driver.stamp("problems")).toContain("stopped before it was done");
      await driver.control("problems", "reset").click();
      const result = await driver.run("problems");
      expectSameValues(result.values, perfmon.results["problems"]!.values);
    });
  });

  test("on a touch device is edited in a plain text box", async () => {
    await reading(
      "lessons/perfmon/",
      async (driver) => {
        await driver.cell("problems").scrollIntoViewIfNeeded();
        await driver.control("problems", "edit").tap();
        await driver.cell("problems").locator("textarea").fill("6 * 7");
        const result = await driver.resultOf("problems", () => driver.control("problems", "run").tap());
        expect(result.values).toEqual([{ kind: "number", value: 42, unit: "" }]);
      },
      { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
    );
  });
});

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
