import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines } from "./engines/engines.ts";
import { EngineReader } from "./engines/EngineReader.ts";
import { serveSite, type Site } from "./site.ts";
import { expectSameValues, lessonsWithCells } from "./useSite.ts";

const lessons = (await lessonsWithCells()).filter(({ page }) => page.includes("/"));

// Chromium has tests of its own for all of this, by hand and eye: cells.test.ts and its neighbours.
describe.each(engines.filter(({ name }) => name !== "Chromium"))("in $name", ({ isHere, open }) => {
  let reader: EngineReader;
  let site: Site;
  beforeAll(async () => {
    if (!isHere) return;
    site = await serveSite();
    reader = new EngineReader(await open());
  });
  afterAll(async () => {
    await reader?.browser.close();
    await site?.close();
  });

  test.skipIf(!isHere).for(lessons)("every cell of $page gives the value it was built with", async (lesson) => {
    await reader.open(`${site.url}${lesson.page}/`);
    const cells = await reader.cells();
    expect(cells.length).toBeGreaterThan(0);
    for (const id of cells) {
      const result = await reader.run(id);
      expect(result.failed, JSON.stringify(result.values)).toBe(false);
      expectSameValues(result.values, lesson.results[id]!.values, id);
    }
  });

  test.skipIf(!isHere)("an edit runs, and a wrong one says where it is wrong", async () => {
    await reader.open(`${site.url}lessons/perfmon/`);
    expect(await reader.runEdit("problems", "const two: number = 2;\n[{ two }]")).toMatchObject({
      failed: false,
      values: [{ kind: "table", rows: [[2]] }],
    });
    expect(await reader.runEdit("problems", "const fine = 1;\n  null.nothing")).toMatchObject({
      failed: true,
      values: [{ kind: "error", name: "TypeError", cell: "problems", line: 2 }],
    });
  });

  test.skipIf(!isHere)("Stop ends an endless loop, and the next run works", async () => {
    await reader.open(`${site.url}lessons/perfmon/`);
    expect(await reader.runEditAndStop("problems", "for (;;);")).toMatchObject({ status: "stopped" });
    expect(await reader.runEdit("problems", "1 + 1")).toMatchObject({ failed: false, values: [{ value: 2 }] });
  });
});
