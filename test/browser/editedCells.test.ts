import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { expectSameValues, useSite } from "./useSite.ts";

const perfmon = await loadLesson("lessons/perfmon");
const reading = useSite();

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

describe("an input of a cell", () => {
  test("is a control beside the result; setting it by keyboard runs the cell and what builds on it with the new value", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      const text = 'const quietBelow = input.range("quietBelow", { min: 0, max: 100, value: 30 });\nquietBelow * 1000';
      await driver.edit("problems", text);
      const first = await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      expect(first.values).toEqual([{ kind: "number", value: 30_000, unit: "" }]);
      const control = driver.cell("problems").getByRole("slider", { name: "Quiet below" });
      await control.focus();
      const second = await driver.resultOf("problems", () => driver.page.keyboard.press("ArrowRight"));
      expect(second.values).toEqual([{ kind: "number", value: 31_000, unit: "" }]);
      await driver.waitFor("problems", "ran");
      expect(await control.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await driver.cell("problems").locator("output").textContent()).toBe("31");
    });
  });

  test("that is dragged fast runs for the newest value, not for each one between", async () => {
    await reading("lessons/perfmon/", async (driver) => {
      await driver.edit("problems", 'input.range("quietBelow", { min: 0, max: 100, value: 30 })');
      await driver.resultOf("problems", () => driver.page.keyboard.press("Control+Enter"));
      const runs: unknown[] = [];
      await driver.page.exposeFunction("noteRun", (value: unknown) => runs.push(value));
      await driver.page.evaluate(() => {
        addEventListener("cell-result", (event) => {
          const { values } = (event as CustomEvent<{ values: { value: unknown }[] }>).detail;
          void (globalThis as unknown as { noteRun(value: unknown): void }).noteRun(values.at(-1)?.value);
        });
        const slider = document.querySelector<HTMLInputElement>('[data-input="quietBelow"]')!;
        for (let value = 31; value <= 80; value++) {
          slider.value = String(value);
          slider.dispatchEvent(new Event("input", { bubbles: true }));
        }
      });
      await expect.poll(() => runs.at(-1)).toBe(80);
      expect(runs.length).toBeLessThan(10);
    });
  });
});
