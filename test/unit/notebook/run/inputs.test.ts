import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areControls, makeInputs, type InputControl, type InputSettings } from "../../../../src/notebook/run/inputs.ts";

function inputsWith(settings: InputSettings = {}) {
  const controls: InputControl[] = [];
  return { input: makeInputs(settings, (control) => controls.push(control)), controls };
}

describe("an input", () => {
  test("gives the author's value where the reader has set nothing, and is declared with it", () => {
    const { input, controls } = inputsWith();
    expect(input.range("quietBelow", { min: 0, max: 100, value: 30 })).toBe(30);
    expect(input.select("pool", { options: ["nonpaged", "paged"] })).toBe("nonpaged");
    expect(input.text("tag", { value: "Leak" })).toBe("Leak");
    expect(controls).toEqual([
      { kind: "range", name: "quietBelow", min: 0, max: 100, step: 1, value: 30 },
      { kind: "select", name: "pool", options: ["nonpaged", "paged"], value: "nonpaged" },
      { kind: "text", name: "tag", value: "Leak" },
    ]);
  });

  test("gives what the reader has set", () => {
    const { input } = inputsWith({ quietBelow: 12, pool: "paged", days: "7", tag: "CtxL" });
    expect(input.range("quietBelow", { min: 0, max: 100, value: 30 })).toBe(12);
    expect(input.select("pool", { options: ["nonpaged", "paged"] })).toBe("paged");
    expect(input.select("days", { options: [1, 7] }), "a number, as the author wrote it").toBe(7);
    expect(input.text("tag")).toBe("CtxL");
  });

  test("goes back to the author's value where a setting does not fit it any more", () => {
    const { input } = inputsWith({ quietBelow: 900, pool: "session", tag: 5 });
    expect(input.range("quietBelow", { min: 0, max: 100, value: 30 })).toBe(30);
    expect(input.select("pool", { options: ["nonpaged", "paged"], value: "paged" })).toBe("paged");
    expect(input.text("tag", { value: "Leak" })).toBe("Leak");
  });

  test("says in words what its author got wrong", () => {
    const { input } = inputsWith();
    expect(() => input.range("a", { min: 5, max: 1, value: 3 })).toThrow("min below max");
    expect(() => input.range("b", { min: 0, max: 1, value: Number.NaN })).toThrow("finite");
    expect(() => input.select("c", { options: [] })).toThrow("1 to 100 options");
    expect(() => input.text("")).toThrow("needs a name");
    input.text("twice");
    expect(() => input.text("twice")).toThrow("two inputs named “twice”");
  });
});

test("whatever is declared passes the check of messages, and hostile lists do not", () => {
  const { input, controls } = inputsWith();
  input.range("a", { min: 0, max: 1, value: 0.5 });
  input.select("b", { options: ["x", 2] });
  input.text("c");
  expect(areControls(controls)).toBe(true);
  const hostile = [
    { kind: "range", name: "a", min: 0, max: 1, step: 1, value: "<b>" },
    { kind: "html", name: "a", value: "x" },
    null,
    3,
  ];
  for (const control of hostile) expect(areControls([control])).toBe(false);
  expect(areControls(Array.from({ length: 13 }, () => controls[0]))).toBe(false);
  fc.assert(
    fc.property(fc.anything(), (list) => typeof areControls(list) === "boolean"),
    { seed: 11 },
  );
});
