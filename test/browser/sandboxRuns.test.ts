import { describe, expect, test } from "vitest";
import type { RunResult } from "../../src/notebook/run/Engine.ts";
import { useSandbox } from "./SandboxHarness.ts";

const sandbox = useSandbox();

describe("a run", () => {
  test("gives the value of a cell that uses another cell's names, the library and a log", async () => {
    const [, second] = await sandbox.run(
      `import { grow } from "pool-leak-lab"; const base = grow(41);`,
      `const text = await (await log("a.txt")).text(); [{ base, lines: text.split("\\n").length }]`,
    );
    expect(second).toMatchObject({ failed: false, values: [{ kind: "table", rows: [[42, 2]] }] });
    expect(sandbox.watched.complaints).toEqual([]);
  });

  test("that throws says where", async () => {
    const [result] = await sandbox.run("const a = 1;\nnull.b;");
    expect(result).toMatchObject({
      failed: true,
      values: [{ kind: "error", name: "TypeError", cell: "cell1", line: 2 }],
    });
    expect(sandbox.watched.complaints).toEqual([]);
  });

  test("is fast in a warm worker", async () => {
    await sandbox.run("1");
    const milliseconds = await sandbox.page.evaluate<number>(
      `(async () => {
        const cell = { id: "fast", code: "export default async () => ({ value: 1, names: {} })", insertions: [], owns: [], reads: [], imports: [] };
        const started = performance.now();
        await engine.run({ cell, logs: {} });
        return performance.now() - started;
      })()`,
    );
    // The budget is 30 ms; a test that also runs on a busy machine only holds that nothing is started anew.
    expect(milliseconds).toBeLessThan(1000);
  });
});

describe("ending a run", () => {
  test("Stop ends an endless loop, and the next run works", async () => {
    const stopped = await sandbox.page.evaluate<RunResult>(
      `(async () => {
        const cell = { id: "loop", code: "export default async () => { for (;;); }", insertions: [], owns: [], reads: [], imports: [] };
        const running = engine.run({ cell, logs: {} });
        setTimeout(() => engine.stop(), 300);
        return running;
      })()`,
    );
    expect(stopped).toMatchObject({ failed: true, lost: true, values: [{ kind: "error", name: "Stopped" }] });
    expect(await sandbox.run("1 + 1")).toMatchObject([{ failed: false, values: [{ kind: "number", value: 2 }] }]);
  });

  test("the time limit, and nothing before it, ends a loop in words", async () => {
    // Longer than a frame may be silent: one whose worker is busy is not taken for dead.
    await sandbox.page.evaluate("engine.dispose(); engine = open({ timeLimit: 4000 });");
    const result = await sandbox.runRaw("for (;;);");
    expect(result).toMatchObject({ failed: true, lost: true });
    expect(JSON.stringify(result.values)).toContain("stopped after");
    expect(await sandbox.run("1 + 1")).toMatchObject([{ failed: false }]);
  });

  test("a frame that goes to another document is closed, and the next run opens a new one", async () => {
    await sandbox.run("1");
    const running = sandbox.runRaw("await new Promise(() => {});");
    await sandbox.page.waitForTimeout(100);
    // Only the page itself can do this; a worker has no way to.
    await sandbox.page.evaluate(`document.querySelector("iframe").src = "/other.html"`);
    expect(await running).toMatchObject({ failed: true, lost: true });
    expect(await sandbox.page.locator("iframe").count()).toBe(0);
    expect(await sandbox.run("1 + 1")).toMatchObject([{ failed: false }]);
  });
});

test("a frame whose process is gone is noticed before the time limit, and the next run opens a new one", async () => {
  await sandbox.run("1");
  const report = new Promise<string>((resolve) => (sandbox.onReport = resolve));
  await sandbox.page.evaluate(`void (async () => {
    const cellOf = (code) => ({ id: "c", code: "export default async () => { " + code + " }", insertions: [], owns: [], reads: [], imports: [] });
    const started = performance.now();
    const first = await engine.run({ cell: cellOf("for (;;);"), logs: {} });
    const milliseconds = performance.now() - started;
    const second = await engine.run({ cell: cellOf("return { value: 2, names: {} }"), logs: {} });
    await fetch("/report", { method: "POST", body: JSON.stringify({ first, milliseconds, second }) });
  })()`);
  const frame = sandbox.page.frames().find((each) => each.url().endsWith("/sandbox.html"))!;
  const session = await sandbox.page.context().newCDPSession(frame);
  // What a worker that fills its memory does to the process of its frame, without the memory.
  session.send("Page.crash").catch(() => undefined);
  const { first, milliseconds, second } = JSON.parse(await report) as {
    first: RunResult;
    milliseconds: number;
    second: RunResult;
  };
  expect(JSON.stringify(first)).toContain("no longer answers");
  expect(milliseconds).toBeLessThan(8000);
  expect(second).toMatchObject({ failed: false, values: [{ kind: "number", value: 2 }] });
});
