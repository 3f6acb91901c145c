/**
 * `npm pack` and `npm publish` run this first: it writes `lib/`, the library with its types and the command line, as JavaScript
 * that Node 20 runs. Nothing else of `src` is in it: only what these two import.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import ts from "typescript";

const host: ts.ParseConfigFileHost = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (diagnostic) => fail([diagnostic]),
};
const config = ts.getParsedCommandLineOfConfigFile("tsconfig.lib.json", {}, host);
if (!config) throw new Error("tsconfig.lib.json cannot be read.");
if (config.errors.length > 0) fail(config.errors);

// What an earlier build left would be packed too.
rmSync("lib", { recursive: true, force: true });
const program = ts.createProgram(config.fileNames, config.options);
const { diagnostics } = program.emit(undefined, writeFile);
const errors = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
if (errors.length > 0) fail(errors);

function writeFile(file: string, text: string): void {
  const isDeclaration = file.endsWith(".d.ts");
  // Nobody imports the command line, nor what makes its cases.
  if (isDeclaration && /lib\/(?:cli|pool\/simulator)\//.test(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, isDeclaration ? withScriptEndings(text) : text);
}

/**
 * The compiler rewrites `.ts` to `.js` in scripts and leaves it in declarations
 * (https://github.com/microsoft/TypeScript/issues/61037), where not every reader of types finds the file then.
 */
function withScriptEndings(declarations: string): string {
  return declarations.replaceAll(/(\bfrom |\bimport\()"(\.{1,2}\/[^"\n]{1,200})\.ts"/g, '$1"$2.js"');
}

function fail(problems: readonly ts.Diagnostic[]): never {
  const format = { getCanonicalFileName: (name: string) => name, getCurrentDirectory: ts.sys.getCurrentDirectory };
  console.error(ts.formatDiagnostics(problems, { ...format, getNewLine: () => ts.sys.newLine }));
  process.exit(1);
}
