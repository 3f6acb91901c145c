import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEngine, type WorkerEvents } from "../../../../src/notebook/run/createEngine.ts";
import { isFromWorker, type FromWorker, type ToWorker } from "../../../../src/notebook/run/protocol.ts";
import type { Value } from "../../../../src/notebook/value/Value.ts";

const table: Value = {
  kind: "table",
  columns: [{ name: "tag" }, { name: "bytes", unit: "B" }],
  rows: [
    ["CtxL", 5],
    [null, { kind: "number", value: "NaN", unit: "B/h", low: 1 }],
  ],
  totalRows: 2,
  omittedColumns: 0,
};

/** One value of every kind. */
const values: Value[] = [
  { kind: "nothing" },
  { kind: "text", text: "a", omitted: 0 },
  { kind: "number", value: 1, unit: "B", low: 0, high: "Infinity" },
  table,
  {
    kind: "tree",
    root: {
      type: "branch",
      label: "Object",
      entries: [
        ["a", { type: "leaf", value: true }],
        ["b", { type: "note", text: "a function" }],
      ],
      omitted: 3,
    },
  },
  {
    kind: "chart",
    plot: { call: "plot", args: [{ fields: { marks: [{ call: "lineY", args: [{ numbers: [1, null] }] }] } }] },
    table,
    omittedPoints: 0,
  },
  { kind: "error", name: "Error", message: "no", cell: "a", line: 1, column: 2 },
  { kind: "extended", type: "verdict", data: { leak: true }, omitted: 0 },
] as Value[];

const messages: FromWorker[] = [
  ...values.map((value): FromWorker => ({ type: "shown", run: 1, value })),
  { type: "finished", run: 1, values: values.slice(0, 2), inputs: [], failed: false, milliseconds: 3.5 },
  { type: "stray", error: values[6] as never },
  { type: "progress", run: 1, log: "perfmon.csv", read: 4096 },
];

describe("messages of the protocol", () => {
  test.each(messages.map((message) => [JSON.stringify(message).slice(0, 70), message] as const))(
    "%s is one",
    (_, message) => {
      expect(isFromWorker(structuredClone(message))).toBe(true);
    },
  );
});

const broken: [what: string, message: unknown][] = [
  ["nothing", undefined],
  ["a text", "finished"],
  ["a list", ["finished"]],
  ["an unknown type", { type: "html", html: "<script>" }],
  ["a type of the prototype's", { type: "constructor" }],
  ["a kind of the prototype's", { type: "shown", run: 1, value: { kind: "toString" } }],
  ["an unknown kind", { type: "shown", run: 1, value: { kind: "html", html: "<img>" } }],
  ["a run that is no number", { type: "shown", run: "1", value: { kind: "nothing" } }],
  [
    "too many last values",
    {
      type: "finished",
      run: 1,
      values: Array(9).fill({ kind: "nothing" }),
      inputs: [],
      failed: false,
      milliseconds: 1,
    },
  ],
  ["a negative time", { type: "finished", run: 1, values: [], inputs: [], failed: false, milliseconds: -1 }],
  [
    "a time that never ends",
    { type: "finished", run: 1, values: [], inputs: [], failed: false, milliseconds: Infinity },
  ],
  ["a row of another width", { type: "shown", run: 1, value: { ...table, rows: [["a"]] } }],
  ["a row that is an object", { type: "shown", run: 1, value: { ...table, rows: [{ length: 2 }] } }],
  ["a scalar that is an object", { type: "shown", run: 1, value: { ...table, rows: [["a", { toString: "x" }]] } }],
  ["fewer rows in all than there are", { type: "shown", run: 1, value: { ...table, totalRows: 1 } }],
  [
    "a column whose name is no text",
    { type: "shown", run: 1, value: { ...table, columns: [{ name: 1 }, { name: "b" }] } },
  ],
  ["a text that is none", { type: "shown", run: 1, value: { kind: "text", text: { length: 1 }, omitted: 0 } }],
  ["a date in a tree", { type: "shown", run: 1, value: { kind: "tree", root: { type: "leaf", value: new Date() } } }],
  ["a number JSON cannot hold", { type: "shown", run: 1, value: { kind: "number", value: NaN, unit: "" } }],
  ["a map as data", { type: "shown", run: 1, value: { kind: "extended", type: "x", data: new Map(), omitted: 0 } }],
  ["a function as data", { type: "shown", run: 1, value: { kind: "extended", type: "x", data: () => 1, omitted: 0 } }],
  ["a stray that is no error", { type: "stray", error: { kind: "nothing" } }],
  ["a huge text", { type: "shown", run: 1, value: { kind: "text", text: "x".repeat(5_000_000), omitted: 0 } }],
  [
    "a list of holes",
    { type: "shown", run: 1, value: { kind: "extended", type: "x", data: new Array(1e9), omitted: 0 } },
  ],
];

const cyclic: Record<string, unknown> = { kind: "extended", type: "x", omitted: 0 };
cyclic.data = cyclic;

describe("what is no message", () => {
  test.each(broken)("%s", (_, message) => expect(isFromWorker(message)).toBe(false));

  test("a circle", () => expect(isFromWorker({ type: "shown", run: 1, value: cyclic })).toBe(false));

  test("a tree without an end", () => {
    const root: Record<string, unknown> = { type: "branch", label: "x", omitted: 0 };
    root.entries = [["again", root]];
    expect(isFromWorker({ type: "shown", run: 1, value: { kind: "tree", root } })).toBe(false);
  });

  test("a list that shares its parts until it is huge", () => {
    let data: unknown = "x".repeat(1_000);
    for (let level = 0; level < 20; level++) data = [data, data];
    expect(isFromWorker({ type: "shown", run: 1, value: { kind: "extended", type: "x", data, omitted: 0 } })).toBe(
      false,
    );
  });

  test("any message with one part exchanged is refused, or is one still", () => {
    const paths = (part: unknown, path: string[] = []): string[][] =>
      typeof part === "object" && part !== null
        ? [path, ...Object.entries(part).flatMap(([name, entry]) => paths(entry, [...path, name]))]
        : [path];
    const anything = fc.anything({
      withDate: true,
      withMap: true,
      withBigInt: true,
      withTypedArray: true,
      maxDepth: 2,
    });
    const chosen = fc
      .constantFrom(...messages)
      .chain((message) => fc.tuple(fc.constant(message), fc.constantFrom(...paths(message)), anything));
    fc.assert(
      fc.property(chosen, ([message, path, part]) => {
        const changed = structuredClone(message) as unknown as Record<string, unknown>;
        const last = path.at(-1);
        if (last === undefined) return void expect(typeof isFromWorker(part)).toBe("boolean");
        const holder = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, changed);
        holder[last] = part;
        if (!isFromWorker(changed)) return;
        // What passes is plain data that means the same when it is written down and read again.
        expect(JSON.parse(JSON.stringify(changed))).toEqual(JSON.parse(JSON.stringify(structuredClone(changed))));
        expect(["shown", "progress", "finished", "stray"]).toContain(changed.type);
      }),
      { seed: 20_265, numRuns: 2_000 },
    );
  });

  test("anything at all is answered without an error", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (message) => {
        expect(isFromWorker(message)).toBe(false);
      }),
      { seed: 20_266, numRuns: 1_000 },
    );
  });
});

describe("an engine over a worker that lies", () => {
  const request = { cell: { id: "a", code: "", insertions: [], owns: [], reads: [], imports: [] }, logs: {} };

  /** An engine whose worker says, on every run, what the test wants it to. */
  function engineSaying(say: (events: WorkerEvents, run: number) => void, timeLimit = 200) {
    return createEngine({
      modules: {},
      timeLimit,
      start: (events) => ({
        post: (message: ToWorker) => {
          if (message.type === "run") queueMicrotask(() => say(events, message.run));
        },
        terminate: () => undefined,
      }),
    });
  }
  const finished = (run: number) => ({ type: "finished", run, values: [], inputs: [], failed: false, milliseconds: 1 });

  test("messages of another run and of no shape change nothing", async () => {
    const engine = engineSaying((events, run) => {
      events.message({ type: "shown", run: run + 1, value: { kind: "text", text: "forged", omitted: 0 } });
      events.message({ type: "finished", run, values: [{ kind: "html" }], inputs: [], failed: false, milliseconds: 1 });
      events.message(null);
      events.message({ type: "shown", run, value: { kind: "text", text: "true", omitted: 0 } });
      events.message(finished(run));
      events.message({ type: "shown", run, value: { kind: "text", text: "late", omitted: 0 } });
    });
    expect(await engine.run(request)).toMatchObject({ failed: false, values: [{ text: "true" }] });
  });

  test("a worker that only sends nonsense is a silent one", async () => {
    const engine = engineSaying((events) => events.message({ type: "finished" }), 50);
    expect(await engine.run(request)).toMatchObject({ failed: true, lost: true });
  });

  test("a flood beyond what a run may show is not kept", async () => {
    const engine = engineSaying((events, run) => {
      for (let index = 0; index < 10_000; index++) events.message({ type: "shown", run, value: { kind: "nothing" } });
      events.message(finished(run));
    });
    expect((await engine.run(request)).values).toHaveLength(100);
  });

  test("a worker that ends says why, and the next run starts another", async () => {
    let starts = 0;
    const engine = createEngine({
      modules: {},
      start: (events) => {
        const isFirst = starts++ === 0;
        return {
          post: (message) => {
            if (message.type !== "run") return;
            queueMicrotask(() => (isFirst ? events.ended("It broke.") : events.message(finished(message.run))));
          },
          terminate: () => undefined,
        };
      },
    });
    expect(await engine.run(request)).toMatchObject({ failed: true, lost: true, values: [{ message: "It broke." }] });
    expect(await engine.run(request)).toMatchObject({ failed: false });
    expect(starts).toBe(2);
  });

  test("what a killed worker still says is not heard", async () => {
    const all: WorkerEvents[] = [];
    const engine = createEngine({
      modules: {},
      start: (events) => {
        all.push(events);
        return { post: () => undefined, terminate: () => undefined };
      },
    });
    const first = engine.run(request);
    await Promise.resolve();
    engine.stop();
    await first;
    const second = engine.run(request);
    await Promise.resolve();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, 5));
    all[0]!.message(finished(2));
    all[0]!.ended("It broke.");
    all[1]!.message({ ...finished(2), milliseconds: 42 });
    expect(await second).toMatchObject({ failed: false, milliseconds: 42 });
  });

  test("a worker that cannot be started is a failed result", async () => {
    const engine = createEngine({
      modules: {},
      start: () => {
        throw new Error("no workers here");
      },
    });
    expect(await engine.run(request)).toMatchObject({
      failed: true,
      values: [{ message: expect.stringContaining("no workers here") }],
    });
  });

  test("a spare is started in the place of a killed worker", () => {
    let starts = 0;
    const engine = createEngine({
      modules: {},
      keepSpare: true,
      start: () => {
        starts++;
        return { post: () => undefined, terminate: () => undefined };
      },
    });
    engine.warm();
    engine.warm();
    expect(starts).toBe(1);
    engine.stop();
    expect(starts).toBe(2);
    engine.dispose();
    engine.warm();
    expect(starts).toBe(2);
  });
});
