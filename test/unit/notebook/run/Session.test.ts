import { describe, expect, test, vi } from "vitest";
import { compileProgram } from "../../../../src/notebook/compile/compileProgram.ts";
import type { Engine, RunRequest, RunResult } from "../../../../src/notebook/run/Engine.ts";
import { Session } from "../../../../src/notebook/run/Session.ts";
import { plain, startEngine } from "./helpers.ts";
import { compile } from "../compile/helpers.ts";

const lesson = {
  read: 'const rows = (await (await log("poolmon.txt")).text()).split(",");\nrows',
  growth: "const growth = rows.length",
  top: "growth * 10",
  counters: 'await log("perfmon.csv"); 1',
  broken: "const gone = 1;\ngone.x.y",
  needsBroken: "gone",
};

/** An engine that notes what it is asked to run, and answers when the test says so. */
class ManualEngine implements Engine {
  onStray: Engine["onStray"] = undefined;
  readonly asked: RunRequest[] = [];
  #answers: ((result: RunResult) => void)[] = [];

  run(request: RunRequest): Promise<RunResult> {
    this.asked.push(request);
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  async answer(text: string, more: Partial<RunResult> = {}): Promise<void> {
    await vi.waitFor(() => expect(this.#answers.length).toBeGreaterThan(0));
    const cell = this.asked[this.asked.length - this.#answers.length]!.cell.id;
    this.#answers.shift()!({
      cell,
      values: [{ kind: "text", text, omitted: 0 }],
      failed: false,
      milliseconds: 1,
      ...more,
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  stop(): void {
    for (const answer of this.#answers.splice(0))
      answer({ cell: "", values: [], failed: true, milliseconds: 1, lost: true });
  }
  dispose(): void {
    this.stop();
  }
  warm(): void {
    // Nothing to start.
  }
  readonly endsAt = undefined;
  keepGoing(): void {
    // It has no limit.
  }

  get ids(): string[] {
    return this.asked.map(({ cell }) => cell.id);
  }
}

function open(engine: Engine, cells: Record<string, string> = lesson) {
  const logs = ["poolmon.txt", "perfmon.csv"];
  const loadLog = vi.fn(async (name: string) => new Blob([name === "poolmon.txt" ? "a,b,c" : "x"]));
  const session = new Session({
    program: compile(cells, { logs }),
    engine,
    logs,
    loadLog,
    compile: async (changed) => compileProgram(changed, { logs }),
  });
  const statuses = () => Object.fromEntries(Object.entries(session.states).map(([id, { status }]) => [id, status]));
  const shown = (cell: string) => plain(session.resultOf(cell)?.values[0]);
  return { session, loadLog, statuses, shown };
}

describe("a reader's session over the Node engine", () => {
  test("a lesson is run, edited, given another log, and given back", async () => {
    const engine = await startEngine();
    const { session, loadLog, statuses, shown } = open(engine);
    try {
      await session.run("top");
      expect(shown("top")).toBe(30);
      expect(statuses()).toMatchObject({ read: "ran", growth: "ran", top: "ran", counters: "asBuilt" });
      expect(loadLog.mock.calls).toEqual([["poolmon.txt"]]);

      expect(await session.edit("growth", "const growth: number = rows.length + 1;")).toBeUndefined();
      expect(statuses()).toMatchObject({ read: "ran", growth: "stale", top: "stale" });
      await session.run("top");
      expect(shown("top")).toBe(40);

      session.replaceLog("poolmon.txt", new Blob(["a,b,c,d,e"]));
      expect(statuses()).toMatchObject({ read: "stale", growth: "stale", top: "stale", counters: "asBuilt" });
      await session.run("top");
      expect(shown("top")).toBe(60);

      session.replaceLog("poolmon.txt", undefined);
      await session.reset("growth");
      expect(statuses()).toMatchObject({ read: "asBuilt", growth: "asBuilt", top: "asBuilt" });
      expect(session.resultOf("top")).toBeUndefined();
      await session.run("top");
      expect(shown("top")).toBe(30);
      expect(loadLog).toHaveBeenCalledTimes(1);
    } finally {
      session.dispose();
    }
  });

  test("after Stop results stay, and Run replays what is absent", async () => {
    const engine = await startEngine();
    const { session, statuses, shown } = open(engine);
    try {
      await session.run("growth");
      session.stop();
      expect(statuses()).toMatchObject({ read: "absent", growth: "absent", top: "asBuilt" });
      expect(session.resultOf("read")!.values).toMatchObject([{ kind: "table" }]);
      await session.run("top");
      expect(shown("top")).toBe(30);
      expect(statuses()).toMatchObject({ read: "ran", growth: "ran", top: "ran" });
    } finally {
      session.dispose();
    }
  });

  test("a failed cell fails what needs it in words, with its own place", async () => {
    const engine = await startEngine();
    const { session, statuses } = open(engine);
    try {
      await session.run("needsBroken");
      expect(session.resultOf("broken")!.values[0]).toMatchObject({
        kind: "error",
        cell: "broken",
        line: 2,
        column: 8,
      });
      expect(session.resultOf("needsBroken")!.values[0]).toMatchObject({
        message: "It needs the cell “broken”, which failed.",
      });
      expect(statuses()).toMatchObject({ broken: "failed", needsBroken: "failed" });
    } finally {
      session.dispose();
    }
  });

  test("Run all runs every cell once, and a failure stops only what needs it", async () => {
    const engine = await startEngine();
    const { session, statuses } = open(engine);
    try {
      await session.runAll();
      expect(statuses()).toEqual({
        read: "ran",
        growth: "ran",
        top: "ran",
        counters: "ran",
        broken: "failed",
        needsBroken: "failed",
      });
    } finally {
      session.dispose();
    }
  });
});

describe("running all cells", () => {
  test("can be for some of them, tells of each when it is over, and leaves out what has run", async () => {
    const engine = await startEngine();
    const { session, statuses } = open(engine);
    try {
      await session.run("read");
      const done: string[] = [];
      await session.runAll(["top", "growth", "read"], (cell) => done.push(cell));
      expect(done).toEqual(["read", "growth", "top"]);
      expect(statuses()).toMatchObject({ top: "ran", counters: "asBuilt", broken: "asBuilt" });
    } finally {
      session.dispose();
    }
  });

  test("is ended by Stop: what waits is told of, and not run", async () => {
    const engine = new ManualEngine();
    const { session, statuses } = open(engine);
    const done: string[] = [];
    const all = session.runAll(undefined, (cell) => done.push(cell));
    await engine.answer("rows");
    expect(session.running).toBe("growth");
    session.stop();
    await all;
    expect(session.running).toBeUndefined();
    expect(engine.ids).toEqual(["read", "growth"]);
    expect(done).toEqual(["read", "growth", "top", "counters", "broken", "needsBroken"]);
    expect(statuses()).toMatchObject({ read: "absent", top: "asBuilt" });
  });
});

describe("what a session asks its engine for", () => {
  test("the cells it needs first, and of logs only those the cell names", async () => {
    const engine = new ManualEngine();
    const { session } = open(engine);
    const run = session.run("growth");
    await engine.answer("rows");
    await engine.answer("growth");
    expect(await run).toMatchObject({ cell: "growth", values: [{ text: "growth" }] });
    expect(engine.ids).toEqual(["read", "growth"]);
    expect(engine.asked.map(({ logs }) => Object.keys(logs))).toEqual([["poolmon.txt"], []]);
  });

  test("a result that comes after an edit is never shown", async () => {
    const engine = new ManualEngine();
    const { session, statuses } = open(engine);
    const run = session.run("counters");
    await vi.waitFor(() => expect(engine.ids).toEqual(["counters"]));
    await session.edit("counters", "2");
    await engine.answer("late");
    expect(await run).toBeUndefined();
    expect(session.resultOf("counters")).toBeUndefined();
    expect(statuses()).toMatchObject({ counters: "stale" });
  });

  test("an edit above a cell that waits is run first, in its new text", async () => {
    const engine = new ManualEngine();
    const { session, shown } = open(engine);
    const run = session.run("growth");
    await vi.waitFor(() => expect(engine.ids).toEqual(["read"]));
    await session.edit("read", 'const rows = ["new"]');
    await engine.answer("old rows");
    await engine.answer("new rows");
    await engine.answer("growth");
    await run;
    expect(engine.ids).toEqual(["read", "read", "growth"]);
    expect(engine.asked[1]!.cell.code).toContain('["new"]');
    expect(shown("read")).toBe("new rows");
  });

  test("a text that does not compile is not run, and is shown with its place", async () => {
    const engine = new ManualEngine();
    const { session } = open(engine);
    expect(await session.edit("read", "const rows = (")).toMatchObject({ line: 1 });
    await session.run("read");
    expect(engine.asked).toEqual([]);
    expect(session.resultOf("read")).toMatchObject({
      failed: true,
      values: [{ kind: "error", name: "SyntaxError", line: 1, cell: "read" }],
    });
  });

  test("an edit that takes a name away makes what read it stale", async () => {
    const { session, statuses } = open(new ManualEngine());
    await session.edit("growth", "const otherName = 1");
    expect(statuses()).toMatchObject({ growth: "stale", top: "stale", read: "asBuilt" });
  });

  test("an edit that gives a name away compiles what now reads it anew", async () => {
    const { session, statuses } = open(new ManualEngine(), { a: "1", b: "fresh + 1" });
    await session.edit("a", "const fresh = 2");
    expect(session.program.cells[1]!.reads).toEqual(["fresh"]);
    expect(statuses()).toEqual({ a: "stale", b: "stale" });
  });

  test("runs wait for each other, and Stop drops those that wait", async () => {
    const engine = new ManualEngine();
    const { session, statuses } = open(engine);
    const runs = [session.run("counters"), session.run("read"), session.run("growth")];
    await vi.waitFor(() => expect(engine.ids).toEqual(["counters"]));
    session.stop();
    await Promise.all(runs);
    expect(engine.ids).toEqual(["counters"]);
    expect(statuses()).toMatchObject({ counters: "failed", read: "asBuilt", growth: "asBuilt" });
  });

  test("a run that takes the worker with it leaves what had run absent", async () => {
    const engine = new ManualEngine();
    const { session, statuses } = open(engine);
    const first = session.run("read");
    await engine.answer("rows");
    await first;
    const second = session.run("counters");
    await engine.answer("too long", { failed: true, lost: true });
    await second;
    expect(statuses()).toMatchObject({ read: "absent", counters: "failed" });
  });

  test("a log that cannot be fetched fails the cell, and is asked for again", async () => {
    const engine = new ManualEngine();
    const { session, loadLog } = open(engine);
    loadLog.mockRejectedValueOnce(new Error("The log could not be loaded: try again."));
    expect(await session.run("read")).toMatchObject({
      failed: true,
      values: [{ message: "The log could not be loaded: try again." }],
    });
    const again = session.run("read");
    await engine.answer("rows");
    expect(await again).toMatchObject({ failed: false });
  });

  test("an error after its cell was over is added to what the cell shows", async () => {
    const engine = new ManualEngine();
    const { session, statuses } = open(engine);
    const run = session.run("counters");
    await engine.answer("1");
    await run;
    engine.onStray?.({ kind: "error", name: "Error", message: "late", cell: "counters" });
    expect(session.resultOf("counters")!.values).toMatchObject([{ text: "1" }, { message: "late" }]);
    expect(statuses()).toMatchObject({ counters: "failed" });
  });

  test("listeners hear of every change until they leave", async () => {
    const engine = new ManualEngine();
    const { session, statuses } = open(engine);
    const heard: unknown[] = [];
    const leave = session.subscribe(() => heard.push(statuses().counters));
    const run = session.run("counters");
    await engine.answer("1");
    await run;
    expect(heard).toEqual(["running", "ran"]);
    leave();
    await session.edit("counters", "2");
    expect(heard).toHaveLength(2);
  });
});

describe("inputs", () => {
  const cells = {
    quiet: 'const quietBelow = input.range("quietBelow", { min: 0, max: 100, value: 30 });\nquietBelow',
    twice: "quietBelow * 2",
    other: "1",
  };

  test("a setting makes the cell and what builds on it stale, and the next run gives the new value", async () => {
    const { session, statuses, shown } = open(await startEngine(), cells);
    await session.runAll();
    expect([shown("quiet"), shown("twice")]).toEqual([30, 60]);
    expect(session.resultOf("quiet")?.inputs).toEqual([
      { kind: "range", name: "quietBelow", min: 0, max: 100, step: 1, value: 30 },
    ]);
    session.setInput("quiet", "quietBelow", 12);
    expect(statuses()).toEqual({ quiet: "stale", twice: "stale", other: "ran" });
    await session.run("twice");
    expect([shown("quiet"), shown("twice")]).toEqual([12, 24]);
    expect(session.resultOf("quiet")?.inputs?.[0]?.value).toBe(12);
    session.dispose();
  });

  test("cleared, they have the author's values again, and the page shows what it was built with", async () => {
    const { session, statuses, shown } = open(await startEngine(), cells);
    session.setInput("quiet", "quietBelow", 12);
    expect(session.settingsOf("quiet")).toEqual({ quietBelow: 12 });
    expect(session.settingsOf("twice")).toEqual({});
    await session.run("twice");
    session.clearInputs("quiet");
    expect(session.settingsOf("quiet")).toEqual({});
    expect(statuses()).toEqual({ quiet: "asBuilt", twice: "asBuilt", other: "asBuilt" });
    expect(session.resultOf("quiet")).toBe(undefined);
    await session.run("twice");
    expect(shown("twice")).toBe(60);
    session.dispose();
  });

  test("the same setting again changes nothing", async () => {
    const { session, statuses } = open(await startEngine(), cells);
    session.setInput("quiet", "quietBelow", 12);
    await session.run("quiet");
    session.setInput("quiet", "quietBelow", 12);
    expect(statuses()["quiet"]).toBe("ran");
    session.dispose();
  });
});
