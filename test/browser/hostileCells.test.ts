import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines } from "./engines/engines.ts";
import { HostileReader } from "./hostile/HostileReader.ts";
import { monsters } from "./hostile/monsters.ts";
import { poisons } from "./hostile/poisons.ts";
import { expectSameValues, lessonsWithCells } from "./useSite.ts";

const perfmon = (await lessonsWithCells()).find(({ page }) => page === "lessons/perfmon")!;

/** Milliseconds for which the page may be busy with one message: far from a hang, however busy the machine is. */
const longestWait = 2000;

describe.each(engines)("in $name", ({ name, isHere, open }) => {
  let reader: HostileReader;
  beforeAll(async () => {
    if (isHere) reader = await HostileReader.start(open);
  });
  afterAll(() => reader?.close());

  /** Another cell, which nobody edited, still gives what the page was built with. */
  async function expectHonest(...ids: string[]): Promise<void> {
    for (const id of ids) {
      const { failed, values } = await reader.run(id);
      expect(failed, JSON.stringify(values)).toBe(false);
      expectSameValues(values, perfmon.results[id]!.values, id);
    }
  }

  describe("a cell does not change what others give, by changing", () => {
    test.skipIf(!isHere).for(poisons)("%s", async ([, text]) => {
      const program = `import { fitLine } from "pool-leak-lab";\nvoid fitLine;\ntry {\n${text}\n} catch {}\n"tried"`;
      const result = await reader.runEdit("problems", program);
      expect(result).toMatchObject({ failed: false, values: [{ text: "tried" }] });
      await expectHonest("read", "slope");
    });
  });

  describe("a cell's value is shown within its bounds, and the page stays awake:", () => {
    test.skipIf(!isHere).for(monsters)("%s", async ([, text, shown]) => {
      const { result, wait } = await reader.runEditAndWatch("problems", text);
      expect(JSON.stringify(result.values)).toContain(shown);
      expect(JSON.stringify(result.values).length).toBeLessThan(12_000_000);
      expect(wait).toBeLessThan(longestWait);
      await expectHonest("read");
    });
  });

  describe("a run that does not end is ended:", () => {
    test.skipIf(!isHere).for([
      ["a loop", "for (;;);"],
      ["promises without end", "for (;;) await null;"],
      ["promises that make promises", "const go = (): unknown => Promise.resolve().then(go);\nawait go();"],
    ] as const)("%s, by Stop", async ([, text]) => {
      expect(await reader.runEditAndStop("problems", text)).toMatchObject({ status: "stopped" });
      await expectHonest("read");
    });

    test.skipIf(!isHere || name !== "Chromium")("promises without end, by the time limit, in words", async () => {
      const result = await reader.runEdit("problems", "for (;;) await null;");
      expect(JSON.stringify(result.values)).toContain("This cell was stopped after");
      await expectHonest("read");
    });
  });

  test.skipIf(!isHere)("what a cell leaves behind does not show anything in another cell", async () => {
    const later = `const stay = display;\nconst again = async () => { for (let i = 0; i < 2000; i++) { await new Blob(["x"]).text(); try { stay("forged"); } catch {} } };\nvoid again();\n"left"`;
    expect(await reader.runEdit("problems", later)).toMatchObject({ failed: false });
    await expectHonest("read", "slope");
  });
});
