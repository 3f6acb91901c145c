import { highlight } from "../lesson/highlight.ts";
import type { EditorOptions } from "./Editor.ts";
import type { monaco } from "./monaco.ts";
import type { CodeMetrics } from "./staticCode.ts";

/** The text as it was left; plain for the moment that its colours take. */
export function showInStaticCode(code: HTMLElement, text: string): void {
  const isThere = code.textContent.replace(/\n$/, "") === text;
  if (isThere && code.childElementCount > 0) return;
  if (!isThere) code.textContent = text;
  void highlight(text).then((html) => {
    if (code.textContent === text) code.innerHTML = html;
  });
}

export function setLike(metrics: CodeMetrics): monaco.editor.IEditorOptions {
  const { fontFamily, fontSize, fontWeight, lineHeight, letterSpacing } = metrics;
  return { fontFamily, fontSize, fontWeight, lineHeight, letterSpacing };
}

export function ariaLabel({ title, cell }: EditorOptions): string {
  return `Code of the cell “${title ?? cell}”. Escape leaves the editor, Control and Enter run the cell.`;
}

/** Tab indents, so the way out for a keyboard must be in sight (WCAG 2.1.2). */
export function keysInWords({ leadsBackTo }: Pick<EditorOptions, "leadsBackTo">): string {
  const leave = leadsBackTo === undefined ? "Esc to leave, then Tab" : `Esc back to “${leadsBackTo}”`;
  // Monaco's own switch, by its own keys; Cmd+M is the system's on a Mac.
  const tabKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "Ctrl+Shift+M" : "Ctrl+M";
  return `${leave} · Ctrl+Enter to run · ${tabKeys}: Tab moves on`;
}

export function keyHint(options: Pick<EditorOptions, "leadsBackTo">): HTMLElement {
  const element = document.createElement("p");
  element.className = "cell-editor-hint";
  element.textContent = keysInWords(options);
  return element;
}
