import type { ThemeRegistrationRaw } from "shiki";

/**
 * One theme for light and dark: every token's colour is a CSS variable of tokens.css, so the static code, the editor and
 * the theme switch agree. Few colours on purpose: in a cell the data is the hero, not the syntax.
 */
const token = (scope: string | string[], name: string, fontStyle?: string) => ({
  scope,
  settings: fontStyle ? { foreground: `var(--code-${name})`, fontStyle } : { foreground: `var(--code-${name})` },
});

const settings = [
  { settings: { foreground: "var(--code-text)", background: "var(--code-background)" } },
  token(["comment", "punctuation.definition.comment"], "comment"),
  token(["string", "punctuation.definition.string", "string.template"], "string"),
  token(["constant.numeric", "constant.language", "constant.character"], "number"),
  token(["keyword", "storage", "keyword.operator.new", "keyword.control", "storage.type"], "keyword"),
  token(["keyword.operator", "punctuation", "meta.brace"], "punctuation"),
  token(["entity.name.function", "support.function", "meta.function-call entity.name.function"], "function"),
  token(["entity.name.type", "support.type", "support.class"], "type"),
];

export const codeTheme: ThemeRegistrationRaw = {
  name: "lab",
  type: "light",
  settings,
  tokenColors: settings,
} as ThemeRegistrationRaw;
