import type ts from "typescript-5.9";
import { whyWithheld } from "../../../notebook/compile/withheldNames.ts";
import type { TypeScript } from "./compilerOptions.ts";
import { cellOfFile, globalsFile } from "./lessonFiles.ts";
import type { CheckedProblem } from "./LessonTypes.ts";

/** The packages a cell can import. */
export const cellPackages = ["pool-leak-lab", "@observablehq/plot"];

const inWords = cellPackages.map((name) => `"${name}"`).join(" and ");

/**
 * TypeScript's problem as the reader of a lesson needs it. Where its own sentence sends one to a project's settings, which
 * a cell does not have, it is replaced by what to do here. Numbers: src/compiler/diagnosticMessages.json of TypeScript 5.9.
 */
export function explainProblem(
  typescript: TypeScript,
  service: ts.LanguageService,
  diagnostic: ts.Diagnostic,
): CheckedProblem {
  const start = diagnostic.start ?? 0;
  const length = Math.max(1, diagnostic.length ?? 1);
  const position = diagnostic.file
    ? typescript.getLineAndCharacterOfPosition(diagnostic.file, start)
    : { line: 0, character: 0 };
  const subject = diagnostic.file?.text.slice(start, start + length) ?? "";
  const original = typescript.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  const message =
    inOurWords(diagnostic.code, subject, {
      imports: () => importsOf(typescript, service, subject),
      isShared: () => isSharedName(service, diagnostic),
    }) ?? original;
  return { message, line: position.line + 1, column: position.character + 1, start, length, code: diagnostic.code };
}

interface Circumstances {
  /** the imports that would give the name the problem is about */
  imports: () => string[];
  /** whether that name is another cell's */
  isShared: () => boolean;
}

function inOurWords(code: number, subject: string, { imports, isShared }: Circumstances): string | undefined {
  switch (code) {
    // "This syntax is not allowed when 'erasableSyntaxOnly' is enabled."
    case 1294:
      return (
        "A cell takes only TypeScript that can be erased: no enum, no namespace, no parameter property, no <type> assertion. " +
        "Write a const object, a plain field, or `as`."
      );
    // "Cannot find module … or its corresponding type declarations", also the form that offers to change the settings.
    case 2307:
    case 2792:
      return `A cell can import from ${inWords} only; other cells' names need no import.`;
    // "Cannot find name …", also the forms with "Did you mean", "install type definitions" and "change your target library".
    case 2304:
    case 2552:
    case 2580:
    case 2581:
    case 2582:
    case 2583:
    case 2584:
    case 2591: {
      const [missing] = imports();
      if (missing !== undefined) return `Imports are local to their cell. Add: ${missing}`;
      // The notebook's compiler refuses these names with the same sentence.
      const reason = whyWithheld(subject);
      if (reason !== undefined || code === 2304 || code === 2552) return reason;
      return `A cell has no ${subject}: it runs in a worker of its own, in the browser, without a page.`;
    }
    // "Cannot assign to … because it is a constant."
    case 2588:
      return isShared()
        ? `${subject} belongs to another cell, which alone can assign to it. Give your value a name of its own.`
        : undefined;
    default:
      return undefined;
  }
}

function importsOf(typescript: TypeScript, service: ts.LanguageService, name: string): string[] {
  const program = service.getProgram();
  if (!program || !/^[\w$]+$/.test(name)) return [];
  const checker = program.getTypeChecker();
  const named = cellPackages.filter((specifier) => {
    const file = program.getSourceFile(`/node_modules/${specifier}/index.d.ts`);
    const symbol = file && checker.getSymbolAtLocation(file);
    return symbol !== undefined && checker.tryGetMemberInModuleExports(name, symbol) !== undefined;
  });
  // A name like `Plot` is chosen by who imports: the lesson's other cells show what it stands for.
  const chosen = program
    .getSourceFiles()
    .flatMap((file) => (cellOfFile(file.fileName) === undefined ? [] : file.statements))
    .filter((statement) => typescript.isImportDeclaration(statement))
    .filter(({ importClause }) => {
      const bindings = importClause?.namedBindings;
      return bindings && typescript.isNamespaceImport(bindings) && bindings.name.text === name;
    });
  return [
    ...named.map((specifier) => `import { ${name} } from "${specifier}";`),
    ...chosen.map((found) => found.getText()),
  ];
}

function isSharedName(service: ts.LanguageService, { file, start = 0 }: ts.Diagnostic): boolean {
  const definitions = file ? service.getDefinitionAtPosition(file.fileName, start) : undefined;
  return definitions?.some((definition) => definition.fileName === globalsFile) ?? false;
}
