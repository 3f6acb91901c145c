import type { HighlighterCore } from "shiki/core";
import { tokensProviderOf } from "./codeTokens.ts";
import type { monaco } from "./monaco.ts";

/** Hovers show declarations as Markdown code of this name, so they are coloured like the cell. */
export const cellLanguage = "typescript";

/** What typing a bracket, Enter, or Ctrl+/ does. */
export function registerCellLanguage({ languages }: typeof monaco, highlighter: HighlighterCore): void {
  languages.register({ id: cellLanguage });
  languages.setTokensProvider(cellLanguage, tokensProviderOf(highlighter));
  const pairs: [string, string][] = [
    ["{", "}"],
    ["[", "]"],
    ["(", ")"],
  ];
  const closing = [
    ...pairs.map(([open, close]) => ({ open, close })),
    ...['"', "'", "`"].map((quote) => ({ open: quote, close: quote, notIn: ["string", "comment"] })),
  ];
  languages.setLanguageConfiguration(cellLanguage, {
    comments: { lineComment: "//", blockComment: ["/*", "*/"] },
    brackets: pairs,
    autoClosingPairs: closing,
    surroundingPairs: closing,
    wordPattern: /(-?\d*\.\d\w*)|([^`~!@#%^&*()\-=+[{\]}\\|;:'",.<>/?\s]+)/,
    onEnterRules: [
      {
        beforeText: /^\s*\/\*\*(?!\/)(?:[^*]|\*(?!\/))*$/,
        afterText: /^\s*\*\/$/,
        action: { indentAction: languages.IndentAction.IndentOutdent, appendText: " * " },
      },
      {
        beforeText: /^\s*\/\*\*(?!\/)(?:[^*]|\*(?!\/))*$/,
        action: { indentAction: languages.IndentAction.None, appendText: " * " },
      },
      {
        beforeText: /^\s*\*(?: (?:[^*]|\*(?!\/))*)?$/,
        action: { indentAction: languages.IndentAction.None, appendText: "* " },
      },
    ],
  });
}
