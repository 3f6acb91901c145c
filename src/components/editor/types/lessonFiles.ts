import type { EditorCell, EditorLesson } from "../Editor.ts";
import type { TypeScript } from "./compilerOptions.ts";
import { sharedNames, type SharedNames } from "./sharedNames.ts";

/**
 * A lesson as TypeScript sees it. A cell is its author's exact text, so no line or column shifts. Its hidden twin
 * `shared/<id>.ts` is that text with its names exported, and `globals.d.ts` gives those names to every other cell:
 * `declare const growth: typeof import("./shared/growth").growth`. Functions, generics and types cross as they are.
 */
const lessonFolder = "/lesson/";
export const globalsFile = `${lessonFolder}globals.d.ts`;

export function cellFile(id: string): string {
  return `${lessonFolder}${id}.ts`;
}

export function cellOfFile(fileName: string): string | undefined {
  return /^\/lesson\/([^/]+)\.ts$/.exec(fileName.replace(/\.d\.ts$/, ".d"))?.[1];
}

function twinFile(id: string): string {
  return `${lessonFolder}shared/${id}.ts`;
}

/** The name of the cell whose twin this is. */
export function cellOfTwin(fileName: string): string | undefined {
  return /^\/lesson\/shared\/([^/]+)\.ts$/.exec(fileName)?.[1];
}

/** All files of a lesson by their names; the library's own files are not among them. */
export function lessonFiles(typescript: TypeScript, lesson: EditorLesson): Map<string, string> {
  const files = new Map<string, string>();
  const sharing = new Map<EditorCell, SharedNames>();
  for (const cell of lesson.cells) {
    files.set(cellFile(cell.id), cell.text);
    if (cell.isExercise) continue;
    const names = sharedNames(typescript, cell.text);
    sharing.set(cell, names);
    files.set(twinFile(cell.id), twinText(cell.text, names));
  }
  files.set(globalsFile, globalsText(sharing, lesson.logs));
  return files;
}

function twinText(text: string, { values, types }: SharedNames): string {
  const names = new Set([...values, ...types.map((type) => type.name)]);
  // On a line of its own: the text may end in a comment.
  return `${text}\n;export { ${[...names].join(", ")} };\n`;
}

function globalsText(sharing: Map<EditorCell, SharedNames>, logs: string[]): string {
  const lines = [`declare function log(name: ${logUnion(logs)}): Promise<Blob>;`];
  const seen = new Set<string>();
  for (const [cell, { values, types }] of sharing) {
    const from = `import("./shared/${cell.id}")`;
    for (const name of values) {
      // A second owner is an error that the notebook's compiler explains; here it would be a riddle about redeclared names.
      if (seen.has(name)) continue;
      seen.add(name);
      lines.push(`declare const ${name}: typeof ${from}.${name};`);
    }
    for (const type of types) {
      if (seen.has(`type ${type.name}`)) continue;
      seen.add(`type ${type.name}`);
      lines.push(`type ${type.name}${type.parameters} = ${from}.${type.name}${type.arguments};`);
    }
  }
  return `${logDocs}${lines.join("\n")}\n`;
}

const logDocs =
  "/** One of the lesson's logs, or your own file in its place. Its bytes are read by the library's readers. */\n";

function logUnion(logs: string[]): string {
  return logs.length === 0 ? "never" : logs.map((log) => JSON.stringify(log)).join(" | ");
}
