import type ts from "typescript-5.9";
import { cellPackages } from "./explainProblem.ts";
import { cellFile, cellOfFile, cellOfTwin, globalsFile } from "./lessonFiles.ts";
import type { LessonTypes } from "./LessonTypes.ts";

/** A stretch of a cell's text. */
export interface Span {
  start: number;
  length: number;
}

export interface Completion {
  name: string;
  kind: string;
  sortText: string;
  replacement?: Span;
  /** the package whose import comes with it */
  source?: string;
  data?: ts.CompletionEntryData;
}

export interface CompletionDetails {
  signature: string;
  documentation: string;
  /** what else is written when it is taken: its import */
  edits: (Span & { text: string })[];
}

export interface Hover extends Span {
  signature: string;
  /** Markdown */
  documentation: string;
}

export interface Signatures {
  active: number;
  parameter: number;
  signatures: { label: string; documentation: string; parameters: { label: string; documentation: string }[] }[];
}

export interface Definition extends Span {
  /** the cell it stands in; otherwise a declaration file of the library */
  cell?: string;
  file: string;
}

const preferences: ts.UserPreferences = {
  includeCompletionsForModuleExports: true,
  includeCompletionsWithInsertText: false,
  quotePreference: "double",
};

export function completionsAt({ service }: LessonTypes, cell: string, offset: number, trigger?: string): Completion[] {
  const character = trigger as ts.CompletionsTriggerCharacter | undefined;
  const options = { ...preferences, ...(character ? { triggerCharacter: character } : {}) };
  const found = service.getCompletionsAtPosition(cellFile(cell), offset, options);
  return (
    (found?.entries ?? [])
      // The twins export the lesson's names as well; cells see those without an import.
      .filter(({ source }) => source === undefined || cellPackages.includes(source))
      .map(({ name, kind, sortText, replacementSpan, source, data }) => ({
        name,
        kind,
        sortText,
        ...(replacementSpan && { replacement: replacementSpan }),
        ...(source !== undefined && { source }),
        ...(data && { data }),
      }))
  );
}

export function detailsOf(
  types: LessonTypes,
  cell: string,
  offset: number,
  { name, source, data }: Pick<Completion, "name" | "source" | "data">,
): CompletionDetails | undefined {
  const format = {
    indentSize: 2,
    tabSize: 2,
    convertTabsToSpaces: true,
    semicolons: "insert" as ts.SemicolonPreference,
  };
  const details = types.service.getCompletionEntryDetails(
    cellFile(cell),
    offset,
    name,
    format,
    source,
    preferences,
    data,
  );
  if (!details) return undefined;
  const changes = (details.codeActions ?? []).flatMap((action) => action.changes);
  return {
    signature: inText(details.displayParts),
    documentation: inMarkdown(details.documentation, details.tags),
    // A new import goes on the line above, as lessons write it, not two lines above.
    edits: changes
      .filter((change) => change.fileName === cellFile(cell))
      .flatMap((change) =>
        change.textChanges.map(({ span, newText }) => ({ ...span, text: newText.replace(/\n+$/, "\n") })),
      ),
  };
}

export function hoverAt(types: LessonTypes, cell: string, offset: number): Hover | undefined {
  const here = types.service.getQuickInfoAtPosition(cellFile(cell), offset);
  if (!here) return undefined;
  // Another cell's name is described where it is declared, with its own docs, not as the alias of an import.
  const [definition] = types.service.getDefinitionAtPosition(cellFile(cell), offset) ?? [];
  const origin = definition?.fileName === globalsFile ? originOf(types, definition) : undefined;
  const there = origin && types.service.getQuickInfoAtPosition(origin.fileName, origin.textSpan.start);
  const told = there ?? here;
  const owner = origin && cellOfTwin(origin.fileName);
  const documentation = inMarkdown(told.documentation, told.tags);
  return {
    ...here.textSpan,
    // That an imported name is an alias is TypeScript's view; the import stands above.
    signature: inText(told.displayParts)
      .replace(/^\(alias\) /, "")
      .replace(/\nimport .*$/s, ""),
    documentation: owner ? `${documentation}\n\nFrom the cell \`${owner}\`.`.trim() : documentation,
  };
}

export function signaturesAt({ service }: LessonTypes, cell: string, offset: number): Signatures | undefined {
  const help = service.getSignatureHelpItems(cellFile(cell), offset, undefined);
  if (!help) return undefined;
  return {
    active: help.selectedItemIndex,
    parameter: help.argumentIndex,
    signatures: help.items.map((item) => ({
      label:
        inText(item.prefixDisplayParts) +
        item.parameters.map((parameter) => inText(parameter.displayParts)).join(inText(item.separatorDisplayParts)) +
        inText(item.suffixDisplayParts),
      // Each parameter has its docs beside it.
      documentation: inMarkdown(
        item.documentation,
        item.tags.filter(({ name }) => name !== "param"),
      ),
      parameters: item.parameters.map((parameter) => ({
        label: inText(parameter.displayParts),
        documentation: inText(parameter.documentation),
      })),
    })),
  };
}

export function definitionsAt(types: LessonTypes, cell: string, offset: number): Definition[] {
  const found = types.service.getDefinitionAtPosition(cellFile(cell), offset) ?? [];
  return found.map((definition) => {
    const origin = definition.fileName === globalsFile ? originOf(types, definition) : definition;
    const { fileName, textSpan } = origin ?? definition;
    // The twin begins with the cell's own text, so places in it are places in the cell.
    const owner = cellOfTwin(fileName) ?? cellOfFile(fileName);
    return owner === undefined ? { ...textSpan, file: fileName } : { ...textSpan, file: cellFile(owner), cell: owner };
  });
}

/** From `declare const growth: typeof import("./shared/growth").growth` to the `growth` of the twin. */
function originOf({ service }: LessonTypes, definition: ts.DefinitionInfo): ts.DefinitionInfo | undefined {
  const text = service.getProgram()?.getSourceFile(globalsFile)?.text ?? "";
  const lineEnd = text.indexOf("\n", definition.textSpan.start);
  const declaration = text.slice(definition.textSpan.start, lineEnd);
  const reference = /import\("[^"]*"\)\.(?=[\w$])/.exec(declaration);
  if (!reference) return undefined;
  const place = definition.textSpan.start + reference.index + reference[0].length;
  return service.getDefinitionAtPosition(globalsFile, place)?.[0];
}

function inText(parts: readonly ts.SymbolDisplayPart[] | undefined): string {
  return (parts ?? []).map((part) => part.text).join("");
}

function inMarkdown(documentation?: readonly ts.SymbolDisplayPart[], tags?: readonly ts.JSDocTagInfo[]): string {
  const paragraphs = [inText(documentation), ...(tags ?? []).map((tag) => `*@${tag.name}* ${inText(tag.text)}`.trim())];
  return paragraphs.filter(Boolean).join("\n\n");
}
