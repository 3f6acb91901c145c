import { highlight, highlighter } from "../lesson/highlight.ts";
import { registerCellLanguage } from "./cellLanguage.ts";
import { CellSession } from "./CellSession.ts";
import type { Editor, EditorOptions, Place } from "./Editor.ts";
import { followPageTheme } from "./editorTheme.ts";
import { monaco } from "./monaco.ts";
import { quietOptions } from "./quietOptions.ts";
import { cellOfAddress, registerTypeProviders } from "./typeProviders.ts";
import { openTypes, type Types } from "./types/openTypes.ts";

/** The page's one Monaco, moved to the cell that is edited, and the cell that has it now. */
export interface Page {
  types: Types;
  /** what Monaco paints into; it lies in the box of the cell that is edited */
  container: HTMLElement;
  editor: monaco.editor.IStandaloneCodeEditor;
  session?: CellSession;
}

let page: Promise<Page> | undefined;

/**
 * Makes ready what takes time, before anybody opens the editor: the worker that reads TypeScript and the declaration files,
 * the grammar's expressions, and Monaco itself, in a box that nobody sees.
 */
export function prepareMonaco(): Promise<Page> {
  page ??= createPage();
  return page;
}

/** Moves the page's Monaco to a cell; resolves when it is painted there. */
export async function openMonaco(options: EditorOptions): Promise<Editor> {
  const stage = await prepareMonaco();
  stage.session?.close();
  const session = new CellSession(stage, options);
  stage.session = session;
  await session.show();
  return session;
}

async function createPage(): Promise<Page> {
  const types = openTypes(`${import.meta.env.BASE_URL.replace(/\/$/, "")}/editor/types.json`);
  registerCellLanguage(monaco, await highlighter);
  registerTypeProviders(monaco, types);
  followPageTheme(monaco);
  const container = document.createElement("div");
  const overflow = document.createElement("div");
  // Suggestions and hovers are taller than a cell of three lines; the class gives them Monaco's colours.
  overflow.className = "monaco-editor cell-editor-overflow";
  document.body.append(overflow);
  const editor = monaco.editor.create(container, {
    model: null,
    overflowWidgetsDomNode: overflow,
    fixedOverflowWidgets: true,
    ...quietOptions,
  });
  const created: Page = { types, container, editor };
  monaco.editor.registerEditorOpener({
    openCodeEditor(source, resource, selectionOrPosition) {
      const cell = cellOfAddress(resource);
      // What is not on this page is looked at in place.
      if (cell === undefined || !created.session?.leaveFor(cell, placeOf(selectionOrPosition)))
        source.trigger("", "editor.action.peekDefinition", {});
      return true;
    },
  });
  // The grammar's expressions are compiled when first used: better now than between a click and its editor.
  void highlight('import { a } from "b"; const c: Row[] = await f(`d ${1}`, (e) => ({ g: e.h })); // i');
  // Letters measured before the font has come would put the cursor between others.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  return created;
}

function placeOf(target: monaco.IRange | monaco.IPosition | undefined): Place {
  if (!target) return { line: 1, column: 1 };
  return "lineNumber" in target
    ? { line: target.lineNumber, column: target.column }
    : { line: target.startLineNumber, column: target.startColumn };
}
