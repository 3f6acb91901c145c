import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ancestorsOf, dependentsOf, readersOf, runOrder } from "../../../../src/notebook/graph/cellGraph.ts";
import {
  builtStates,
  isCurrent,
  nextStates,
  type CellEvent,
  type CellStates,
} from "../../../../src/notebook/graph/CellStates.ts";
import { planRun } from "../../../../src/notebook/graph/planRun.ts";
import { compile } from "../compile/helpers.ts";

const program = compile({
  read: 'const rows = await log("poolmon.txt")',
  growth: "const growth = rows",
  top: "const top = growth",
  counters: 'const counters = await log("perfmon.csv")',
  verdict: "[top, counters, rows]",
});

/** The states after events, from a page as it was built. */
const after = (...events: CellEvent[]): CellStates =>
  events.reduce((states, event) => nextStates(program, states, event), builtStates(program));

const ran = (...cells: string[]): CellEvent[] =>
  cells.flatMap((cell) => [
    { type: "started", cell },
    { type: "finished", cell, version: 0, failed: false },
  ]);

const statusesOf = (states: CellStates) =>
  Object.fromEntries(Object.entries(states).map(([id, { status }]) => [id, status]));

describe("the graph of cells", () => {
  test("ancestors come in the order they must run", () => {
    expect(ancestorsOf(program, "verdict")).toEqual(["read", "growth", "top", "counters"]);
    expect(ancestorsOf(program, "read")).toEqual([]);
  });

  test("dependents are everything downstream, in the order of the page", () => {
    expect(dependentsOf(program, "read")).toEqual(["growth", "top", "verdict"]);
    expect(dependentsOf(program, "verdict")).toEqual([]);
  });

  test("a cell above the one it reads runs after it", () => {
    expect(runOrder(compile({ a: "b", b: "const b = 1", c: "2" }))).toEqual(["b", "a", "c"]);
  });

  test("a circle ends the walk instead of running forever", () => {
    const circle = compile({ a: "const a = b", b: "const b = a" });
    expect(ancestorsOf(circle, "a")).toEqual(["b"]);
    expect(dependentsOf(circle, "a")).toEqual(["b"]);
  });

  test("readers of a log are the cells that name it, and those that can name any", () => {
    const lesson = compile({ a: 'log("x")', b: "const f = (n: string) => log(n)", c: 'log("y")' });
    expect(readersOf(lesson, "x")).toEqual(["a", "b"]);
  });

  test("in any graph each cell runs once and after all it needs", () => {
    const graph = fc.array(fc.array(fc.nat(9), { maxLength: 4 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(graph, (edges) => {
        const cells = edges.map((needed, index) => [
          `c${index}`,
          `const n${index} = [${needed
            .filter((one) => one !== index && one < edges.length)
            .map((one) => `n${one}`)
            .join()}]`,
        ]);
        const lesson = compile(Object.fromEntries(cells) as Record<string, string>);
        const order = runOrder(lesson);
        expect(order.toSorted()).toEqual(lesson.cells.map(({ id }) => id).toSorted());
        for (const { id, problem } of lesson.cells) {
          if (problem) continue;
          for (const needed of lesson.dependencies[id]!) expect(order.indexOf(needed)).toBeLessThan(order.indexOf(id));
        }
      }),
      { seed: 20_264, numRuns: 200 },
    );
  });
});

describe("what a run runs", () => {
  test("on a fresh page: all it needs, since no worker holds a value, and nothing else", () => {
    expect(planRun(program, builtStates(program), "top")).toEqual(["read", "growth", "top"]);
  });

  test("what has run is not run again; the cell itself is", () => {
    expect(planRun(program, after(...ran("read", "growth")), "top")).toEqual(["top"]);
    expect(planRun(program, after(...ran("read", "growth", "top")), "top")).toEqual(["top"]);
  });

  test("a stale cell in the middle is run, the cells above it are not", () => {
    const states = after(...ran("read", "growth", "top"), { type: "changed", cells: ["growth"] });
    expect(planRun(program, states, "verdict")).toEqual(["growth", "top", "counters", "verdict"]);
  });

  test("after the worker is gone everything needed is replayed", () => {
    expect(planRun(program, after(...ran("read", "growth"), { type: "lost" }), "growth")).toEqual(["read", "growth"]);
  });

  test("a cell that failed before is tried again", () => {
    const states = after(
      { type: "started", cell: "read" },
      { type: "finished", cell: "read", version: 0, failed: true },
    );
    expect(planRun(program, states, "growth")).toEqual(["read", "growth"]);
  });
});

describe("states of cells", () => {
  test("an edit makes the cell and all that needs it stale, and nothing else", () => {
    expect(statusesOf(after(...ran("read", "growth"), { type: "changed", cells: ["growth"] }))).toEqual({
      read: "ran",
      growth: "stale",
      top: "stale",
      counters: "asBuilt",
      verdict: "stale",
    });
  });

  test("another file behind a log makes exactly its readers and what needs them stale", () => {
    expect(statusesOf(after({ type: "logReplaced", log: "perfmon.csv" }))).toEqual({
      read: "asBuilt",
      growth: "asBuilt",
      top: "asBuilt",
      counters: "stale",
      verdict: "stale",
    });
  });

  test("after Stop a value is absent without being stale", () => {
    expect(statusesOf(after(...ran("read"), { type: "lost" }))).toMatchObject({ read: "absent", growth: "asBuilt" });
  });

  test("a result that comes after an edit is of an older version and changes nothing", () => {
    const states = after({ type: "started", cell: "read" }, { type: "changed", cells: ["read"] });
    expect(isCurrent(states, "read", 0)).toBe(false);
    expect(nextStates(program, states, { type: "finished", cell: "read", version: 0, failed: false })).toBe(states);
  });

  test("an edit above a running cell outdates that run too", () => {
    const states = after({ type: "started", cell: "top" }, { type: "changed", cells: ["read"] });
    expect(isCurrent(states, "top", 0)).toBe(false);
    expect(states.top!.status).toBe("stale");
  });

  test("the states given are left as they are", () => {
    const states = builtStates(program);
    nextStates(program, states, { type: "changed", cells: ["read"] });
    expect(states).toEqual(builtStates(program));
  });
});
