import typescript from "typescript-5.9";
import { expect, test } from "vitest";
import { cellGlobals } from "../../../../src/components/editor/library/cellGlobals.ts";
import { lockDown } from "../../../../src/notebook/run/lockdown.ts";

test("every global value that the types promise is one that the sandbox leaves", () => {
  const file = typescript.createSourceFile("cell.d.ts", cellGlobals, typescript.ScriptTarget.ES2023);
  const promised = file.statements.flatMap((statement) => {
    if (typescript.isFunctionDeclaration(statement)) return [statement.name!.text];
    if (!typescript.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(({ name }) => (name as import("typescript-5.9").Identifier).text);
  });
  expect(promised.length).toBeGreaterThan(10);

  const scope = Object.create(null, { URL: { value: {} }, window: { value: 1, configurable: true } }) as Record<
    string,
    unknown
  >;
  for (const name of promised) Object.defineProperty(scope, name, { value: 1, configurable: true });
  lockDown(scope as unknown as typeof globalThis);
  expect(scope["window"]).toBeUndefined();
  // These are handed to the cell, not found in the worker.
  expect(promised.filter((name) => scope[name] !== 1)).toEqual(["display", "input"]);
});
