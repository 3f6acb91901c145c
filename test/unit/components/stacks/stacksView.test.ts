import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readStacks } from "../../../../src/components/stacks/readStacks.ts";
import { stacksView } from "../../../../src/components/stacks/stacksView.ts";
import type { ExtendedValue } from "../../../../src/notebook/value/Value.ts";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import { showStacks, type GivenStack } from "../../../../src/pool/analyzers/stacks/showStacks.ts";
import type { StackSet } from "../../../../src/pool/analyzers/stacks/StackSet.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const context = {
  document: document as unknown as Document,
  maxRows: 20,
  logOf: (line: number, log: string | undefined) => (log ? { log, href: `#log-${line}` } : undefined),
};

const stacks: GivenStack[] = [
  { frames: ["nt!Alloc", "drv+0x10", "drv+0x20", "nt!Io", "nt!Call"], value: 19, role: "outstanding", line: 9 },
  { frames: ["nt!Alloc", "drv+0x10", "drv+0x30", "nt!Io", "nt!Call"], value: 10, role: "alloc" },
  { frames: ["nt!Free", "drv+0x40", "nt!Io", "nt!Call"], value: 1, role: "free", says: "all of them" },
];
const setOf = (layout: StackSet["layout"], given = stacks): StackSet =>
  showStacks(given, { layout, measure: "blocks", log: "hits.txt" });
const shown = (set: object) => stacksView.view(encodeValue(set) as ExtendedValue, context);
const texts = (element: Element, selector: string) =>
  [...element.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe("stacks side by side", () => {
  const element = shown(setOf("side by side"));

  test("say for each what it does, how much, and where the log has it", () => {
    expect(texts(element, ".stack-head")).toEqual([
      "Allocates, not freed 19 blocks, line 9",
      "Allocates 10 blocks",
      "Frees 1 block all of them",
    ]);
    expect(element.querySelector("a")?.getAttribute("data-line")).toBe("9");
    expect(element.querySelector("a")?.getAttribute("data-log")).toBe("hits.txt");
  });

  test("stand on the callers that all share, the newest frame on top", () => {
    const columns = [...element.querySelectorAll("ol")].map((list) => texts(list, "li"));
    expect(columns.map(({ length }) => length)).toEqual([5, 5, 5]);
    expect(columns[2]).toEqual(["", "nt!Free", "drv+0x40", "nt!Io", "nt!Call"]);
    expect(texts(element, ".stack-shared")).toEqual(["nt!Io", "nt!Io", "nt!Io"]);
  });

  test("mark the owner of each, in the leak's colour only where something leaks", () => {
    expect(texts(element, ".stack-owner")).toEqual(["drv+0x10", "drv+0x10", "drv+0x40"]);
    expect(texts(element, ".stack-mark")).toEqual(["drv+0x10"]);
  });
});

describe("a flame graph", () => {
  const element = shown(setOf("flame"));
  const boxOf = (words: string) =>
    [...element.querySelectorAll(".flame-box")].find(({ textContent }) => textContent.includes(words));

  test("folds by caller, as wide as the values", () => {
    expect(texts(element, ".flame-read")).toEqual([
      "nt!Call: 30 blocks, 100 %",
      "nt!Io: 30 blocks, 100 %",
      "drv+0x20: 19 blocks, 63 %",
      "drv+0x10: 19 blocks, 63 %, the leak's owner",
      "nt!Alloc: 19 blocks, 63 %",
      "drv+0x30: 10 blocks, 33 %",
      "drv+0x10: 10 blocks, 33 %",
      "nt!Alloc: 10 blocks, 33 %",
      "drv+0x40: 1 block, 3.3 %",
      "nt!Free: 1 block, 3.3 %",
    ]);
    expect(boxOf("drv+0x20")?.parentElement?.getAttribute("style")).toBe("inline-size: 63.333%");
    expect(boxOf("drv+0x10: 19")?.parentElement?.getAttribute("style")).toBe("inline-size: 100.000%");
  });

  test("is reached by keyboard box by box, and backed by a table", () => {
    const boxes = [...element.querySelectorAll(".flame-box:not(.flame-all)")];
    expect(boxes.every((box) => box.getAttribute("tabindex") === "0")).toBe(true);
    expect(texts(element, "tbody tr")[0]).toBe(
      "19 blocks63.3 %drv+0x10nt!Alloc < drv+0x10 < drv+0x20 < nt!Io < nt!Call",
    );
  });

  test("wears the leak's colour at the owner of what leaks, and modules wear greys of their own", () => {
    expect(texts(element, ".flame-mark .flame-name")).toEqual(["drv+0x10"]);
    const shade = (words: string) => boxOf(words)?.getAttribute("data-shade");
    expect(shade("drv+0x20")).not.toBe(shade("nt!Io"));
    expect(shade("drv+0x20")).toBe(shade("drv+0x40"));
  });

  test("draws nothing as no width", () => {
    const none = shown(setOf("flame", [{ frames: ["nt!Call"], value: 0 }]));
    expect(texts(none, ".flame-read")).toEqual(["nt!Call: 0 blocks, 0.0 %"]);
  });
});

describe("what comes from the worker", () => {
  const set = setOf("flame");

  test("is taken when it has the shape", () => {
    expect(readStacks(JSON.parse(JSON.stringify(set)))).toEqual(set);
    expect(readStacks({ ...set, log: null })).not.toHaveProperty("log");
  });

  test.each([
    ["no layout", { ...set, layout: "round" }],
    ["no measure", { ...set, measure: "kg" }],
    ["no stacks", { ...set, stacks: [] }],
    ["an empty stack", { ...set, stacks: [{ ...set.stacks[0], frames: [] }] }],
    ["a frame that is no text", { ...set, stacks: [{ ...set.stacks[0], frames: [{}] }] }],
    ["a value below nothing", { ...set, stacks: [{ ...set.stacks[0], value: -1 }] }],
    ["a value in words", { ...set, stacks: [{ ...set.stacks[0], value: "NaN" }] }],
    ["a role nobody knows", { ...set, stacks: [{ ...set.stacks[0], role: "leak" }] }],
    ["a line of no log", { ...set, stacks: [{ ...set.stacks[0], line: 0.5 }] }],
    ["a list", []],
    ["nothing", null],
  ])("is refused with %s", (_, data) => {
    expect(readStacks(data)).toBeUndefined();
  });

  test("is described in a sentence", () => {
    expect(stacksView.describe?.(encodeValue(set) as ExtendedValue)).toBe(
      "3 stacks, 30 blocks; the leak's owner is drv+0x10 with 19 blocks",
    );
  });
});
