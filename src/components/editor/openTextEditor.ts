import type { Editor, EditorOptions } from "./Editor.ts";
import { boxFor, metricsOf, staticCodeOf } from "./staticCode.ts";

/**
 * The editor of touch devices, whose keyboards and selection handles Monaco does not serve, and of everyone when Monaco
 * cannot be loaded: a textarea set like the static code, growing with its text. `note` is shown below it, in words.
 */
export function openTextEditor(options: EditorOptions, note?: string): Editor {
  const place = staticCodeOf(options.host);
  const metrics = metricsOf(place);
  const { box, show, remove } = boxFor(place);
  const area = document.createElement("textarea");
  area.value = options.text;
  area.spellcheck = false;
  area.autocapitalize = "off";
  area.setAttribute("autocorrect", "off");
  area.autocomplete = "off";
  area.wrap = "off";
  area.setAttribute("aria-label", `Code of the cell “${options.title ?? options.cell}”`);
  Object.assign(area.style, {
    display: "block",
    width: "100%",
    margin: "0",
    padding: "0",
    border: "0",
    outlineOffset: "4px",
    resize: "none",
    overflowX: "auto",
    overflowY: "hidden",
    background: "transparent",
    color: "var(--code-text)",
    fontFamily: metrics.fontFamily,
    fontSize: `${metrics.fontSize}px`,
    fontWeight: metrics.fontWeight,
    lineHeight: `${metrics.lineHeight}px`,
    letterSpacing: `${metrics.letterSpacing}px`,
    tabSize: String(metrics.tabSize),
  });
  box.append(area);
  if (note) box.append(noteElement(note));

  const grow = () => {
    const lines = area.value.split("\n").length;
    area.style.height = `${lines * metrics.lineHeight}px`;
    // Where scroll bars take room, a long line's bar would cover the last line.
    const bar = area.offsetHeight - area.clientHeight;
    if (bar > 0) area.style.height = `${lines * metrics.lineHeight + bar}px`;
  };
  let changed = false;
  area.addEventListener("input", () => {
    grow();
    if (!changed) options.onIntent?.();
    changed = true;
    options.onChange(area.value);
  });
  area.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      options.onLeave();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      if (event.shiftKey) options.onRunAndGoOn();
      else options.onRun();
    }
  });
  show();
  grow();
  area.focus({ preventScroll: true });

  let isDisposed = false;
  return {
    kind: "text",
    getText: () => area.value,
    setText(text) {
      area.value = text;
      grow();
    },
    focus: () => area.focus(),
    place() {
      const before = area.value.slice(0, area.selectionStart).split("\n");
      return { line: before.length, column: before.at(-1)!.length + 1 };
    },
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      if (place.code.textContent.replace(/\n$/, "") !== area.value) place.code.textContent = area.value;
      remove();
    },
    problems: () => [],
  };
}

function noteElement(text: string): HTMLElement {
  const note = document.createElement("p");
  note.className = "cell-editor-note quiet";
  note.setAttribute("role", "status");
  note.textContent = text;
  return note;
}
