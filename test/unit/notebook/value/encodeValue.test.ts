import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_BYTES, MAX_DEPTH, MAX_ROWS } from "../../../../src/notebook/value/bounds.ts";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import type { TableValue, TreeNode, Value } from "../../../../src/notebook/value/Value.ts";

const asTable = (value: unknown): TableValue => {
  const encoded = encodeValue(value);
  if (encoded.kind !== "table") throw new Error(`not a table: ${JSON.stringify(encoded)}`);
  return encoded;
};
const rootOf = (value: unknown): TreeNode => {
  const encoded = encodeValue(value);
  if (encoded.kind !== "tree") throw new Error(`not a tree: ${JSON.stringify(encoded)}`);
  return encoded.root;
};
const bytesOf = (value: Value): number => Buffer.byteLength(JSON.stringify(value));
const depthOf = (node: TreeNode): number =>
  node.type === "branch" ? 1 + Math.max(0, ...node.entries.map(([, inner]) => depthOf(inner))) : 0;

describe("scalars", () => {
  test("a number is a number, and what JSON cannot hold is named", () => {
    expect(encodeValue(42)).toEqual({ kind: "number", value: 42, unit: "" });
    expect(encodeValue(NaN)).toEqual({ kind: "number", value: "NaN", unit: "" });
    expect(encodeValue(-Infinity)).toEqual({ kind: "number", value: "-Infinity", unit: "" });
    expect(Object.is((encodeValue(-0) as { value: number }).value, 0)).toBe(true);
  });

  test("a Quantity keeps its unit and its interval, an endless end too", () => {
    expect(encodeValue({ kind: "quantity", value: 5, unit: "B/h", low: 4, high: Infinity })).toEqual({
      kind: "number",
      value: 5,
      unit: "B/h",
      low: 4,
      high: "Infinity",
    });
  });

  test("a date is a moment", () => {
    expect(encodeValue(new Date(1000))).toEqual({ kind: "number", value: 1000, unit: "ms" });
    expect(encodeValue(new Date(NaN))).toEqual({ kind: "number", value: "NaN", unit: "ms" });
  });

  test.each([
    ["a long bigint", 10n ** 5000n, "a bigint of more than 2,048 bits"],
    ["a bigint", 12n, "12n"],
    ["a symbol", Symbol("floor"), "floor"],
    [
      "a function",
      function slope(): number {
        return 1;
      },
      "function slope; call it to see its value",
    ],
    ["a promise", Promise.resolve(1), "a Promise; write `await` before it to see its value"],
    ["a pattern", /Pool.*Bytes/gi, "/Pool.*Bytes/gi"],
    ["a file", new Blob(["abc"]), "a file or Blob, 3 bytes; read it with a reader"],
    ["a buffer", new ArrayBuffer(8), "ArrayBuffer, 8 bytes"],
  ])("%s is described in words", (_, value, text) => {
    expect(rootOf(value)).toEqual({ type: "note", text });
  });

  test("undefined is no value, null and booleans are leaves", () => {
    expect(encodeValue(undefined)).toEqual({ kind: "nothing" });
    expect(rootOf(null)).toEqual({ type: "leaf", value: null });
    expect(rootOf(false)).toEqual({ type: "leaf", value: false });
  });

  test("an error that was returned keeps its name and message", () => {
    class ClockError extends Error {}
    expect(encodeValue(new ClockError("it ran backwards"))).toEqual({
      kind: "error",
      name: "ClockError",
      message: "it ran backwards",
    });
  });

  test("a long text is cut, counted, and no character is split", () => {
    const value = encodeValue("😀".repeat(40_000));
    if (value.kind !== "text") throw new Error("not a text");
    expect(value.text.length + value.omitted).toBe(80_000);
    expect(value.text.length).toBeLessThanOrEqual(65_536);
    expect(/\p{Surrogate}/u.test(value.text)).toBe(false);
  });
});

describe("tables", () => {
  test("columns are the union of keys in order of first appearance, with units by name", () => {
    const table = asTable([
      { poolTag: "CtxL", growthBytesPerHour: 1.5 },
      { poolTag: "Irp ", freedShare: 0.2 },
    ]);
    expect(table.columns).toEqual([
      { name: "poolTag" },
      { name: "growthBytesPerHour", unit: "B/h" },
      { name: "freedShare", unit: "share" },
    ]);
    expect(table.rows).toEqual([
      ["CtxL", 1.5, null],
      ["Irp ", null, 0.2],
    ]);
  });

  test("quantities of one unit lend the column theirs and keep their interval", () => {
    const rate = { kind: "quantity", value: 1, unit: "B/h", low: 0, high: 2 };
    const table = asTable([{ rate }, { rate }]);
    expect(table.columns[0]).toEqual({ name: "rate", unit: "B/h" });
    expect(table.rows[0]).toEqual([{ kind: "number", value: 1, unit: "B/h", low: 0, high: 2 }]);
  });

  test("what is nested in a row is summarised in words", () => {
    const row = {
      list: [1, 2],
      map: new Map([[1, 2]]),
      typed: new Float64Array(3),
      object: { a: 1, b: 2 },
      call: () => 1,
    };
    expect(asTable([row]).rows[0]).toEqual([
      "2 items",
      "Map, 1 entry",
      "Float64Array, 3 numbers",
      "object, 2 properties",
      "function call; call it to see its value",
    ]);
  });

  test("lists of scalars, sets, typed arrays, maps and lists of lists are tables too", () => {
    expect(asTable(["a", "b"]).rows).toEqual([["a"], ["b"]]);
    expect(asTable(new Set([1, 2])).rows).toEqual([[1], [2]]);
    expect(asTable(new Float64Array([1, NaN])).rows).toEqual([[1], ["NaN"]]);
    expect(asTable(new Map([["CtxL", 3]])).rows).toEqual([["CtxL", 3]]);
    expect(asTable([[1, 2], [3]]).rows).toEqual([
      [1, 2],
      [3, null],
    ]);
    expect(asTable([]).totalRows).toBe(0);
  });

  test("a mixture of rows and numbers is a tree", () => {
    expect(rootOf([{ a: 1 }, 2])).toMatchObject({ type: "branch", label: "2 items" });
  });

  test("of a million rows 5,000 are kept and all are counted", () => {
    const table = asTable(Array.from({ length: 1_000_000 }, (_, line) => ({ line })));
    expect(table.rows).toHaveLength(MAX_ROWS);
    expect(table.totalRows).toBe(1_000_000);
  });

  test("of many columns 60 are kept and the rest is counted", () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`c${index}`, index]));
    const table = asTable([wide]);
    expect(table.columns).toHaveLength(60);
    expect(table.omittedColumns).toBe(440);
  });

  test("a kind inside a row is a column like any other", () => {
    expect(asTable([{ kind: "reboot", line: 3 }]).rows).toEqual([["reboot", 3]]);
  });
});

describe("trees and extended values", () => {
  test("a counter log shows its shape, and a few numbers of each column", () => {
    const log = { machine: "CONTOSO-FS1", times: new Float64Array(2880), sourceBytes: 81 };
    const root = rootOf(log);
    if (root.type !== "branch") throw new Error("no branch");
    expect(root.label).toBe("3 properties");
    const [, times, size] = root.entries;
    expect(times![1]).toMatchObject({ label: "Float64Array, 2,880 numbers", omitted: 2875 });
    expect(size![1]).toEqual({ type: "leaf", value: { kind: "number", value: 81, unit: "B" } });
  });

  test("a cycle is said, not followed", () => {
    const loop: Record<string, unknown> = {};
    loop["self"] = loop;
    expect(rootOf(loop)).toMatchObject({
      entries: [["self", { type: "note", text: "this object stands in itself; see above" }]],
    });
  });

  test("a tree ends at four levels and says what lies below", () => {
    const deep = { a: { b: { c: { d: { e: 1 } } } } };
    expect(depthOf(rootOf(deep))).toBe(MAX_DEPTH);
    expect(JSON.stringify(rootOf(deep))).toContain("object, 1 property, too deep to show");
  });

  test("an object of another kind crosses as its own data, quantities too", () => {
    const rate = { kind: "quantity", value: 1, unit: "B/h" };
    expect(encodeValue({ kind: "verdict", rate, reasons: [{ text: "the floor rises" }], next: undefined })).toEqual({
      kind: "extended",
      type: "verdict",
      data: { kind: "verdict", rate, reasons: [{ text: "the floor rises" }] },
      omitted: 0,
    });
  });

  test("what an extended value leaves out is counted", () => {
    const value = encodeValue({ kind: "stacks", frames: Array.from({ length: 1000 }, (_, index) => index) });
    expect(value).toMatchObject({ omitted: 800 });
  });

  test("a property named __proto__ stays data", () => {
    const value = encodeValue(JSON.parse('{"kind":"verdict","__proto__":{"polluted":1}}'));
    if (value.kind !== "extended") throw new Error("not extended");
    expect(Object.hasOwn(value.data as object, "__proto__")).toBe(true);
    expect((value.data as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("hostile values", () => {
  const boom = (): never => {
    throw new Error("boom");
  };

  test("a getter is not called, in a row, a tree or an extended value", () => {
    let calls = 0;
    const trap = (more: object = {}): object =>
      Object.defineProperty({ ...more }, "secret", { enumerable: true, get: () => ++calls });
    expect(asTable([trap()]).rows[0]).toEqual(["(a getter, not called)"]);
    expect(rootOf(trap())).toMatchObject({ entries: [["secret", { type: "note", text: "a getter, not called" }]] });
    encodeValue(trap({ kind: "verdict" }));
    encodeValue(new Map([[1, trap()]]));
    expect(calls).toBe(0);
  });

  test("a proxy whose every trap throws is said to be unreadable, alone and in company", () => {
    const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, boom]));
    const proxy: object = new Proxy({}, traps);
    const { proxy: revoked, revoke } = Proxy.revocable([], {});
    revoke();
    for (const hostile of [proxy, revoked]) {
      expect(rootOf(hostile)).toEqual({ type: "note", text: "(could not be read)" });
      expect(asTable([{ fine: 1, hostile }]).rows).toEqual([[1, "(could not be read)"]]);
    }
  });

  test("a list that lies about its length is read to the bound only", () => {
    const liar = new Proxy([1], {
      getOwnPropertyDescriptor: (target, name) =>
        name === "length"
          ? { value: 4_000_000_000, writable: true, enumerable: false, configurable: false }
          : Reflect.getOwnPropertyDescriptor(target, name),
    });
    const table = asTable(liar);
    expect(table.rows.length).toBeLessThanOrEqual(MAX_ROWS);
    expect(asTable(new Array(4_000_000_000)).totalRows).toBe(4_000_000_000);
  });

  test("an object that looks like a Map, a Date or a chart is an object", () => {
    expect(rootOf(Object.create(Map.prototype))).toMatchObject({ type: "branch" });
    expect(rootOf({ chart: "plot" })).toMatchObject({ type: "branch" });
  });

  test("a million keys, repeated, are listed once and not for ever", () => {
    const big = Object.fromEntries(Array.from({ length: 250_000 }, (_, index) => [`k${index}`, index]));
    for (const value of [
      big,
      Array(5000).fill(big),
      Array(200).fill(Array(200).fill(big)),
      { kind: "x", big: Array(200).fill(big) },
    ]) {
      expect(bytesOf(encodeValue(value))).toBeLessThanOrEqual(MAX_BYTES);
    }
  });

  test("text that grows in JSON stays within two megabytes", () => {
    const wide = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}`, "\u0000\ud800".repeat(300)]));
    expect(bytesOf(encodeValue(Array(5000).fill(wide)))).toBeLessThanOrEqual(MAX_BYTES);
    expect(bytesOf(encodeValue("\u0000".repeat(1_000_000)))).toBeLessThanOrEqual(MAX_BYTES);
  });

  test("whatever it is given: no throw, bounded, the same after JSON and after structured clone", () => {
    const anything = fc.anything({
      maxDepth: 6,
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        const encoded = encodeValue(value);
        expect(JSON.parse(JSON.stringify(encoded))).toEqual(encoded);
        expect(structuredClone(encoded)).toEqual(encoded);
        expect(bytesOf(encoded)).toBeLessThanOrEqual(MAX_BYTES);
        if (encoded.kind === "tree") expect(depthOf(encoded.root)).toBeLessThanOrEqual(MAX_DEPTH);
      }),
      { seed: 20120814, numRuns: 500 },
    );
  });
});
