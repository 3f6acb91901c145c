import type { monaco } from "./monaco.ts";

/** Of the bar under long lines, in pixels; it hangs below the text. */
export const scrollBarHeight = 8;

/** A cell is a few lines of a page, so everything that makes Monaco a workbench is off. */
export const quietOptions: monaco.editor.IStandaloneEditorConstructionOptions = {
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
    horizontalScrollbarSize: scrollBarHeight,
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
