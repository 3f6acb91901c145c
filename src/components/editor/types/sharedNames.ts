import type ts from "typescript-5.9";
import type { TypeScript } from "./compilerOptions.ts";

/** The top-level names of a cell: what its hidden twin exports, and what the lesson's other cells see. */
export interface SharedNames {
  values: string[];
  types: SharedType[];
}

export interface SharedType {
  name: string;
  /** the type parameters as written, `` for none: `<Row extends object>` */
  parameters: string;
  /** their names only: `<Row>` */
  arguments: string;
}

/** The names that the cell declares at its top level; what stands in a block, and what it imports, is its own. */
export function sharedNames(typescript: TypeScript, text: string): SharedNames {
  const file = typescript.createSourceFile(
    "cell.ts",
    text,
    typescript.ScriptTarget.ES2023,
    false,
    typescript.ScriptKind.TS,
  );
  const values = new Set<string>();
  const types = new Map<string, SharedType>();
  for (const statement of file.statements) {
    // What is only declared has no value to share.
    const isDeclared = typescript.canHaveModifiers(statement) && isDeclaration(statement);
    if (typescript.isVariableStatement(statement)) {
      if (isDeclared) continue;
      for (const { name } of statement.declarationList.declarations) addBinding(name);
    } else if (typescript.isFunctionDeclaration(statement) || typescript.isClassDeclaration(statement)) {
      if (statement.name && !isDeclared) values.add(statement.name.text);
      if (statement.name && typescript.isClassDeclaration(statement)) addType(statement.name, statement.typeParameters);
    } else if (typescript.isInterfaceDeclaration(statement) || typescript.isTypeAliasDeclaration(statement)) {
      addType(statement.name, statement.typeParameters);
    }
  }
  return { values: [...values].filter(Boolean), types: [...types.values()] };

  function isDeclaration(statement: ts.HasModifiers): boolean {
    const modifiers = typescript.getModifiers(statement) ?? [];
    return modifiers.some(({ kind }) => kind === typescript.SyntaxKind.DeclareKeyword);
  }

  function addBinding(name: ts.BindingName): void {
    if (typescript.isIdentifier(name)) {
      values.add(name.text);
      return;
    }
    for (const element of name.elements) {
      if (!typescript.isOmittedExpression(element)) addBinding(element.name);
    }
  }

  function addType(name: ts.Identifier, parameters: ts.NodeArray<ts.TypeParameterDeclaration> | undefined): void {
    // While somebody types `type ` there is a declaration without a name.
    if (!name.text) return;
    types.set(name.text, {
      name: name.text,
      parameters: parameters ? `<${text.slice(parameters.pos, parameters.end)}>` : "",
      arguments: parameters ? `<${parameters.map((parameter) => parameter.name.text).join(", ")}>` : "",
    });
  }
}
