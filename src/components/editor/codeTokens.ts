import type { GrammarState, HighlighterCore, ThemedToken } from "shiki/core";
import type { monaco } from "./monaco.ts";

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

/**
 * Colours Monaco's lines by the highlighter of the static code, so that no letter changes its colour when the editor
 * takes its place. A token is named after its variable of tokens.css: `code-keyword`.
 */
export function tokensProviderOf(highlighter: HighlighterCore): monaco.languages.TokensProvider {
  return {
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
}

function variableOf(token: ThemedToken): string {
  return /^var\(--([\w-]+)\)$/.exec(token.color ?? "")?.[1] ?? "code-text";
}
