import typescript from "typescript-5.9";
import { describe, expect, test } from "vitest";
import { sharedNames } from "../../../../src/components/editor/types/sharedNames.ts";
import { compileProgram } from "../../../../src/notebook/compile/compileProgram.ts";

const texts = [
  "const a = 1, b = 2; let c; var d;",
  "const { a, b: { c = 1, ...d }, ...e } = source; const [f, , g = 2, ...h] = list;",
  "function growth() {} async function* pieces() {} class Row {}",
  "import { readPoolmon } from 'pool-leak-lab'; import * as Plot from '@observablehq/plot';",
  "{ const hidden = 1; } if (true) { let inner; function deep() {} } for (const each of []) { each; }",
  "type Bytes = number; interface Row { tag: string }",
  "declare const given: number; const made = 1;",
  "label: { const x = 1; }",
  "await Promise.resolve(); (function named() {})(); [1].map((n) => n)",
];

describe("the names that the types share are the ones that the notebook's compiler shares", () => {
  for (const text of texts) {
    test(text, () => {
      const { cells } = compileProgram([{ id: "one", title: "", text, line: 1 }]);
      expect(cells[0]!.problem).toBeUndefined();
      expect(sharedNames(typescript, text).values.sort()).toEqual([...cells[0]!.owns].sort());
    });
  }
});

test("types are shared with their parameters", () => {
  const text =
    "interface Row<Amount extends number = 1> { a: Amount }\ntype Pair<A, B> = [A, B];\nclass Tag<Name> { name?: Name }";
  expect(sharedNames(typescript, text).types).toEqual([
    { name: "Row", parameters: "<Amount extends number = 1>", arguments: "<Amount>" },
    { name: "Pair", parameters: "<A, B>", arguments: "<A, B>" },
    { name: "Tag", parameters: "<Name>", arguments: "<Name>" },
  ]);
});

test("a text that is being written shares what it has so far", () => {
  expect(sharedNames(typescript, "const done = 1;\nconst \ntype ")).toMatchObject({
    values: expect.arrayContaining(["done"]) as string[],
  });
  expect(sharedNames(typescript, "function ")).toEqual({ values: [], types: [] });
});
