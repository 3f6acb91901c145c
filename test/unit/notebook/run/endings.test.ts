import { afterEach, describe, expect, test } from "vitest";
import type { Engine } from "../../../../src/notebook/run/Engine.ts";
import type { NodeEngineOptions } from "../../../../src/notebook/run/nodeEngine.ts";
import { compile } from "../compile/helpers.ts";
import { plain, runCells, runOne, startEngine } from "./helpers.ts";

const engines: Engine[] = [];
const start = async (options?: Partial<NodeEngineOptions>): Promise<Engine> => {
  const engine = await startEngine(options);
  engines.push(engine);
  return engine;
};
afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

const requestOf = (text: string) => ({ cell: compile({ one: text }).cells[0]!, logs: {} });
const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("runs that do not end by themselves", () => {
  test.each([
    ["an endless loop", "for (;;);"],
    [
      "promises that never leave the microtask queue",
      "const again = (): Promise<void> => Promise.resolve().then(again); await again()",
    ],
    ["a promise that is never kept", "await new Promise(() => undefined)"],
  ])("%s is ended by the time limit, in words", async (_, text) => {
    const engine = await start({ timeLimit: 400 });
    const result = await engine.run(requestOf(`display(1);\n${text}`));
    expect(result).toMatchObject({ cell: "one", failed: true, lost: true, ended: "timeLimit" });
    expect(result.values.at(-1)).toMatchObject({
      kind: "error",
      cell: "one",
      message: expect.stringContaining("stopped after 0.4 seconds"),
    });
    expect(result.milliseconds).toBeGreaterThanOrEqual(399);
  });

  test("the time limit says when it will end a run, and is lifted on request", async () => {
    const engine = await start({ timeLimit: 600 });
    expect(engine.endsAt).toBeUndefined();
    const before = Date.now();
    const run = engine.run(requestOf("await new Promise((done) => setTimeout(done, 900)); 5"));
    await soon(100);
    expect(engine.endsAt).toBeGreaterThanOrEqual(before + 600);
    engine.keepGoing();
    expect(engine.endsAt).toBeUndefined();
    expect(plain((await run).values[0])).toBe(5);
  });

  test("a request that has no limit is not ended, and the next one has its limit again", async () => {
    const engine = await start({ timeLimit: 300 });
    const long = requestOf("await new Promise((done) => setTimeout(done, 500)); 6");
    expect(plain((await engine.run({ ...long, hasNoLimit: true })).values[0])).toBe(6);
    expect(await engine.run(long)).toMatchObject({ ended: "timeLimit" });
  });

  test("what it displayed before is kept", async () => {
    const engine = await start({ timeLimit: 400 });
    const { values } = await engine.run(requestOf("display(7); await 0; for (;;);"));
    expect(values.map(plain)[0]).toBe(7);
  });

  test("the next run has a new worker, in which no name is held", async () => {
    const engine = await start({ timeLimit: 1_500 });
    await runCells(engine, { a: "const kept = 1" });
    await engine.run(requestOf("for (;;);"));
    const [, reader] = compile({ a: "const kept = 1", b: "kept" }).cells;
    expect(await engine.run({ cell: reader!, logs: {} })).toMatchObject({ failed: true });
    expect(plain((await runOne(engine, "1 + 1")).values[0])).toBe(2);
  });

  test("Stop ends the run under way at once, and runs that wait start in a new worker", async () => {
    const engine = await start();
    await runOne(engine, "0");
    const endless = engine.run(requestOf("for (;;);"));
    const waiting = engine.run(requestOf("2"));
    await soon(50);
    const before = performance.now();
    engine.stop();
    expect(await endless).toMatchObject({ lost: true, ended: "reader", values: [{ name: "Stopped" }] });
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(plain((await waiting).values[0])).toBe(2);
  });

  test("a cell that fills its memory ends in words", async () => {
    const engine = await start({ memoryLimit: 48 });
    const { values, lost } = await engine.run(
      requestOf('const all = []; for (;;) all.push({ text: "x" + all.length })'),
    );
    expect(lost).toBe(true);
    expect(values[0]).toMatchObject({ kind: "error", message: expect.stringContaining("more than 48 MiB of memory") });
  });

  test("a flood of display calls is cut, and counted", async () => {
    const engine = await start();
    const { values } = await engine.run(requestOf("for (let i = 0; i < 5_000; i++) display(i); 'end'"));
    expect(values).toHaveLength(102);
    expect(values.map(plain).slice(-3)).toEqual([99, "4900 more values were not shown: a cell can show 100.", "end"]);
  });

  test("a flood of large values is cut by size", async () => {
    const engine = await start();
    const { values, failed } = await engine.run(
      requestOf(
        "const rows = Array.from({ length: 5_000 }, (_, i) => ({ i, text: 'x'.repeat(300) }));\nfor (let i = 0; i < 90; i++) display(rows);",
      ),
    );
    expect(failed).toBe(false);
    expect(JSON.stringify(values).length).toBeLessThan(11_000_000);
    expect(plain(values.at(-1))).toMatch(/more values were not shown/);
  });

  test("a disposed engine says so instead of waiting", async () => {
    const engine = await start();
    engine.dispose();
    expect(await engine.run(requestOf("1"))).toMatchObject({ failed: true, values: [{ kind: "error" }] });
  });

  test("a log that cannot be read fails its run and not the engine", async () => {
    const engine = await start();
    const broken = { arrayBuffer: () => Promise.reject(new Error("the disk is gone")) } as unknown as Blob;
    const result = await engine.run({ ...requestOf("1"), logs: { broken } });
    expect(result).toMatchObject({ failed: true, values: [{ message: expect.stringContaining("the disk is gone") }] });
    expect(plain((await runOne(engine, "3")).values[0])).toBe(3);
  });
});
