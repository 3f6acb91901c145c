import type { monaco } from "./monaco.ts";

type Monaco = typeof monaco;

const tokens = ["text", "comment", "string", "number", "keyword", "punctuation", "function", "type"];

/** Monaco's colours by the page's variables; Monaco takes hex only, so they are resolved when the theme is applied. */
const parts: Record<string, string> = {
  "editor.foreground": "--code-text",
  "editorCursor.foreground": "--color-strong",
  "editor.selectionBackground": "--color-mark",
  "editor.inactiveSelectionBackground": "--color-raised",
  "editor.findMatchBackground": "--color-mark",
  "editor.findMatchHighlightBackground": "--color-raised",
  "editorBracketMatch.background": "--color-raised",
  "editorBracketMatch.border": "--color-rail",
  "editorError.foreground": "--color-failed",
  "editorMarkerNavigationError.background": "--color-failed",
  "editorMarkerNavigation.background": "--color-raised",
  "editorLink.activeForeground": "--color-link",
  "editorWidget.background": "--color-raised",
  "editorWidget.foreground": "--color-text",
  "editorWidget.border": "--color-rail",
  "editorHoverWidget.background": "--color-raised",
  "editorHoverWidget.foreground": "--color-text",
  "editorHoverWidget.border": "--color-rail",
  "editorHoverWidget.highlightForeground": "--color-link",
  "editorSuggestWidget.background": "--color-raised",
  "editorSuggestWidget.foreground": "--color-text",
  "editorSuggestWidget.border": "--color-rail",
  "editorSuggestWidget.selectedBackground": "--color-hairline",
  "editorSuggestWidget.selectedForeground": "--color-strong",
  "editorSuggestWidget.selectedIconForeground": "--color-strong",
  "editorSuggestWidget.highlightForeground": "--color-link",
  "editorSuggestWidget.focusHighlightForeground": "--color-link",
  "list.hoverBackground": "--color-hairline",
  "list.focusBackground": "--color-hairline",
  "peekViewEditor.background": "--color-page",
  "peekViewResult.background": "--color-raised",
  "peekViewTitle.background": "--color-raised",
  "peekView.border": "--color-rail",
  "input.background": "--color-page",
  "input.foreground": "--color-text",
  "input.border": "--color-rail",
  "inputOption.activeBorder": "--color-focus",
  focusBorder: "--color-focus",
  foreground: "--color-text",
  "scrollbarSlider.background": "--color-rail",
  "scrollbarSlider.hoverBackground": "--color-muted",
  "scrollbarSlider.activeBackground": "--color-muted",
  "textLink.foreground": "--color-link",
  "textCodeBlock.background": "--color-sunken",
};

/** Dresses Monaco in the page's colours, now and whenever `data-theme` of the page changes. */
export function followPageTheme({ editor }: Monaco): void {
  const apply = () => {
    const root = document.documentElement;
    const colourOf = resolver(getComputedStyle(root));
    const colors = Object.fromEntries(Object.entries(parts).map(([part, variable]) => [part, colourOf(variable)]));
    editor.defineTheme("lab", {
      base: root.dataset.theme === "dark" ? "vs-dark" : "vs",
      inherit: true,
      rules: tokens.map((token) => ({ token: `code-${token}`, foreground: colourOf(`--code-${token}`).slice(1) })),
      // The rail and the page behind the code stay as they are.
      colors: { ...colors, "editor.background": "#00000000", "editorGutter.background": "#00000000" },
    });
    editor.setTheme("lab");
  };
  apply();
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

/** Any CSS colour as #rrggbb: a canvas is the browser's own converter. */
function resolver(style: CSSStyleDeclaration): (variable: string) => string {
  const canvas = document.createElement("canvas").getContext("2d");
  return (variable) => {
    if (!canvas) return "#808080";
    canvas.fillStyle = "#808080";
    canvas.fillStyle = style.getPropertyValue(variable).trim();
    return canvas.fillStyle;
  };
}
