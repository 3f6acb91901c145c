import { createHighlighterCoreSync, type GrammarState, type ThemedToken } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import typescript from "shiki/dist/langs/typescript.mjs";
import { codeTheme } from "../../styles/codeTheme.ts";
import type { monaco } from "./monaco.ts";

// The grammar and theme of the static code, so that no letter changes its colour when the editor takes its place.
const highlighter = createHighlighterCoreSync({
  themes: [codeTheme],
  langs: [typescript],
  engine: createJavaScriptRegexEngine(),
});

const settings = { lang: "typescript", theme: "lab" };

/** What the grammar knows at the end of a line: inside a template, a comment, a type. */
class LineState implements monaco.languages.IState {
  readonly grammar: GrammarState | undefined;

  constructor(grammar?: GrammarState) {
    this.grammar = grammar;
  }

  clone(): LineState {
    return this;
  }

  equals(other: LineState): boolean {
    if (this === other || this.grammar === other.grammar) return true;
    const [mine, theirs] = [this.grammar?.getInternalStack(), other.grammar?.getInternalStack()];
    return mine !== undefined && theirs !== undefined && mine.equals(theirs);
  }
}

/** Colours Monaco's lines. A token is named after its variable of tokens.css: `code-keyword`. */
export const tokensProvider: monaco.languages.TokensProvider = {
  getInitialState: () => new LineState(),
  tokenize(line, state) {
    const { grammar } = state as LineState;
    const lines = highlighter.codeToTokensBase(line, grammar ? { ...settings, grammarState: grammar } : settings);
    return {
      endState: new LineState(highlighter.getLastGrammarState(lines)),
      tokens: (lines[0] ?? []).map((token) => ({ startIndex: token.offset, scopes: variableOf(token) })),
    };
  },
};

/** The text in the markup of the static code, for a cell whose editor was taken away after an edit. */
export function paintStaticCode(code: HTMLElement, text: string): void {
  const lines = highlighter.codeToTokensBase(text, settings).map((tokens) => {
    const line = document.createElement("span");
    line.className = "line";
    for (const token of tokens) {
      const span = document.createElement("span");
      span.style.color = token.color ?? "";
      span.textContent = token.content;
      line.append(span);
    }
    return line;
  });
  code.replaceChildren(...lines.flatMap((line, index) => (index === 0 ? [line] : ["\n", line])));
}

function variableOf(token: ThemedToken): string {
  return /^var\(--([\w-]+)\)$/.exec(token.color ?? "")?.[1] ?? "code-text";
}
