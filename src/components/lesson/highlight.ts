import { createHighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import typescript from "shiki/langs/typescript.mjs";
import { codeTheme } from "../../styles/codeTheme.ts";

/** The one highlighter of a page; the editor colours with it too. */
export const highlighter = createHighlighterCore({
  themes: [codeTheme],
  langs: [typescript],
  engine: createJavaScriptRegexEngine(),
});

export const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * TypeScript as HTML: one line per line of the text, a span only where the colour differs from plain text, and a short class
 * instead of a style attribute, since a lesson has a few thousand tokens and its weight is budgeted.
 */
export async function highlight(text: string): Promise<string> {
  const { tokens } = (await highlighter).codeToTokens(text, { lang: "typescript", theme: "lab" });
  return tokens
    .map((line) =>
      mergeRuns(line.map(({ content, color }) => ({ content, name: /--code-(\w+)/.exec(color ?? "")?.[1] ?? "text" }))),
    )
    .map((runs) =>
      runs
        .map(({ content, name }) =>
          name === "text" ? escapeText(content) : `<span class="c-${name}">${escapeText(content)}</span>`,
        )
        .join(""),
    )
    .join("\n");
}

interface Run {
  content: string;
  name: string;
}

/** Neighbours of one colour become one run; white space takes the colour of what stands before it. */
function mergeRuns(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && (last.name === run.name || run.content.trim() === "")) last.content += run.content;
    else merged.push({ ...run });
  }
  return merged;
}
