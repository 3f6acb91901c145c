import type { HighlighterCore } from "shiki/core";
import { highlighter } from "../lesson/highlight.ts";
import { registerCellLanguage } from "./cellLanguage.ts";
import { CellSession } from "./CellSession.ts";
import type { Editor, EditorOptions } from "./Editor.ts";
import { followPageTheme } from "./editorTheme.ts";
import { monaco } from "./monaco.ts";
import { cellOfAddress, registerTypeProviders } from "./typeProviders.ts";
import { openTypes, type Types } from "./types/openTypes.ts";

/** The page's one Monaco, moved to the cell that is edited, and the cell that has it now. */
interface Page {
  types: Types;
  /** what Monaco paints into; it lies in the box of the cell that is edited */
  container: HTMLElement;
  editor: monaco.editor.IStandaloneCodeEditor;
  session?: CellSession;
}

let types: Types | undefined;
let page: Page | undefined;

/** Starts what takes time before anybody opens the editor: the worker that reads TypeScript and the declaration files. */
export function prepareMonaco(): Types {
  types ??= openTypes(`${import.meta.env.BASE_URL.replace(/\/$/, "")}/editor/types.json`);
  return types;
}

/** Moves the page's Monaco to a cell; resolves when it is painted there. */
export async function openMonaco(options: EditorOptions): Promise<Editor> {
  page ??= createPage(prepareMonaco(), await highlighter);
  page.session?.close();
  const session = new CellSession(page, options);
  page.session = session;
  await session.show();
  return session;
}

function createPage(types: Types, colours: HighlighterCore): Page {
  registerCellLanguage(monaco, colours);
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
    ...quiet,
  });
  const created: Page = { types, container, editor };
  monaco.editor.registerEditorOpener({
    openCodeEditor(source, resource) {
      const cell = cellOfAddress(resource);
      // What is not on this page is looked at in place.
      if (cell === undefined || !created.session?.leaveFor(cell))
        source.trigger("", "editor.action.peekDefinition", {});
      return true;
    },
  });
  // Letters measured before the font has come would put the cursor between others.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  return created;
}

/** A cell is a few lines of a page, so everything that makes Monaco a workbench is off. */
const quiet: monaco.editor.IStandaloneEditorConstructionOptions = {
  lineNumbers: "off",
  glyphMargin: false,
  folding: false,
  lineDecorationsWidth: 0,
  lineNumbersMinChars: 0,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 2,
  // The editor is as high as its text; the page scrolls, not the editor.
  scrollbar: {
    vertical: "hidden",
    verticalScrollbarSize: 0,
    horizontalScrollbarSize: 8,
    alwaysConsumeMouseWheel: false,
    ignoreHorizontalScrollbarInContentHeight: true,
  },
  renderLineHighlight: "none",
  guides: { indentation: false, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  matchBrackets: "near",
  occurrencesHighlight: "off",
  selectionHighlight: false,
  links: false,
  colorDecorators: false,
  wordBasedSuggestions: "off",
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  stickyScroll: { enabled: false },
  contextmenu: false,
  dragAndDrop: false,
  definitionLinkOpensInPeek: false,
  hover: { delay: 300, above: false },
  suggest: { showStatusBar: false, preview: false },
  quickSuggestions: { other: true, comments: false, strings: false },
  roundedSelection: false,
  padding: { top: 0, bottom: 0 },
  fontLigatures: false,
  cursorBlinking: "solid",
  smoothScrolling: false,
};
