import { cellLanguage } from "./cellLanguage.ts";
import type { monaco } from "./monaco.ts";
import type { Completion, Span } from "./types/LessonQueries.ts";
import { cellFile, cellOfFile } from "./types/lessonFiles.ts";
import type { Types } from "./types/openTypes.ts";

type Model = monaco.editor.ITextModel;
type Suggestion = monaco.languages.CompletionItem & { of: { cell: string; offset: number; completion: Completion } };

/** The address of a cell's text inside Monaco: its path is its file in the lesson as TypeScript sees it. */
export function cellAddress({ Uri }: typeof monaco, cell: string): monaco.Uri {
  return Uri.file(cellFile(cell));
}

export function cellOfAddress(address: monaco.Uri): string | undefined {
  return cellOfFile(address.path);
}

/** The stretch of the text as Monaco counts. */
export function rangeOf(model: Model, { start, length }: Span): monaco.IRange {
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(start + length)];
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** Connects suggestions, hovers, parameter hints and definitions to the worker that knows the types. */
export function registerTypeProviders(api: typeof monaco, types: Types): void {
  const { languages } = api;
  const kinds = kindsOf(languages.CompletionItemKind);

  languages.registerCompletionItemProvider(cellLanguage, {
    triggerCharacters: [".", '"', "'"],
    async provideCompletionItems(model, position, context) {
      const cell = cellOfAddress(model.uri);
      if (cell === undefined) return { suggestions: [] };
      const offset = model.getOffsetAt(position);
      const word = model.getWordUntilPosition(position);
      const atWord = {
        startLineNumber: position.lineNumber,
        startColumn: word.startColumn,
        endLineNumber: position.lineNumber,
        endColumn: word.endColumn,
      };
      const completions = (await ifThere(types.completionsAt(cell, offset, context.triggerCharacter))) ?? [];
      const suggestions = completions.map((completion): Suggestion => ({
        label: completion.source ? { label: completion.name, description: completion.source } : completion.name,
        insertText: completion.name,
        sortText: completion.sortText,
        kind: kinds[completion.kind] ?? languages.CompletionItemKind.Property,
        range: completion.replacement ? rangeOf(model, completion.replacement) : atWord,
        of: { cell, offset, completion },
      }));
      return { suggestions };
    },
    async resolveCompletionItem(item) {
      const { cell, offset, completion } = (item as Suggestion).of;
      const model = api.editor.getModel(cellAddress(api, cell));
      const details = await ifThere(types.detailsOf(cell, offset, completion));
      if (!details || !model) return item;
      const edits = details.edits.map((edit) => ({ range: rangeOf(model, edit), text: edit.text }));
      return {
        ...item,
        detail: details.signature,
        documentation: { value: details.documentation },
        ...(edits.length > 0 && { additionalTextEdits: edits }),
      };
    },
  });

  languages.registerHoverProvider(cellLanguage, {
    async provideHover(model, position) {
      const cell = cellOfAddress(model.uri);
      const hover = cell === undefined ? undefined : await ifThere(types.hoverAt(cell, model.getOffsetAt(position)));
      if (!hover) return null;
      const signature = `\`\`\`${cellLanguage}\n${hover.signature}\n\`\`\``;
      return { range: rangeOf(model, hover), contents: [{ value: signature }, { value: hover.documentation }] };
    },
  });

  languages.registerSignatureHelpProvider(cellLanguage, {
    signatureHelpTriggerCharacters: ["(", ","],
    async provideSignatureHelp(model, position) {
      const cell = cellOfAddress(model.uri);
      const help =
        cell === undefined ? undefined : await ifThere(types.signaturesAt(cell, model.getOffsetAt(position)));
      if (!help) return null;
      const signatures = help.signatures.map(({ label, documentation, parameters }) => ({
        label,
        documentation: { value: documentation },
        parameters: parameters.map((parameter) => ({
          label: parameter.label,
          documentation: { value: parameter.documentation },
        })),
      }));
      return {
        value: { signatures, activeSignature: help.active, activeParameter: help.parameter },
        dispose: () => undefined,
      };
    },
  });

  languages.registerDefinitionProvider(cellLanguage, {
    async provideDefinition(model, position) {
      const cell = cellOfAddress(model.uri);
      const definitions =
        cell === undefined ? [] : await ifThere(types.definitionsAt(cell, model.getOffsetAt(position)));
      const places = (definitions ?? []).map(async (definition) => {
        const uri = api.Uri.file(definition.file);
        const text = (await ifThere(types.textOf(definition.file))) ?? "";
        // Looked for after the wait: the same definition may have been asked for twice.
        const target = api.editor.getModel(uri) ?? api.editor.createModel(text, cellLanguage, uri);
        return { uri, range: rangeOf(target, definition) };
      });
      return Promise.all(places);
    },
  });
}

/** Without the worker nothing is offered; that it is not there is said once, below the code. */
function ifThere<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  return answer.catch(() => undefined);
}

/** Icons by what TypeScript calls the kinds (`ScriptElementKind`). */
function kindsOf(
  kind: typeof monaco.languages.CompletionItemKind,
): Record<string, monaco.languages.CompletionItemKind> {
  return {
    keyword: kind.Keyword,
    var: kind.Variable,
    let: kind.Variable,
    const: kind.Variable,
    parameter: kind.Variable,
    alias: kind.Variable,
    function: kind.Function,
    "local function": kind.Function,
    method: kind.Method,
    property: kind.Field,
    getter: kind.Field,
    class: kind.Class,
    interface: kind.Interface,
    type: kind.Interface,
    module: kind.Module,
    string: kind.Value,
  };
}
