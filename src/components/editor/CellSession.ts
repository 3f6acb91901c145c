import { paintStaticCode } from "./codeTokens.ts";
import type { Editor, EditorOptions, EditorProblem } from "./Editor.ts";
import { cellLanguage } from "./cellLanguage.ts";
import { monaco } from "./monaco.ts";
import { boxFor, metricsOf, staticCodeOf, type CodeMetrics } from "./staticCode.ts";
import { cellAddress, rangeOf } from "./typeProviders.ts";
import type { Types } from "./types/openTypes.ts";

/** Long enough that no half-typed word is called wrong, short enough to be seen as the answer to it. */
const checkDelay = 200;

/** What Escape closes before it leaves the editor. */
const openThings = [
  "suggestWidgetVisible",
  "parameterHintsVisible",
  "findWidgetVisible",
  "markersNavigationVisible",
  "referenceSearchVisible",
  "inSnippetMode",
  "editorHasMultipleSelections",
  "editorHoverVisible",
];

interface Stage {
  types: Types;
  container: HTMLElement;
  editor: monaco.editor.IStandaloneCodeEditor;
}

/** Monaco on one cell, from its opening until it is closed or taken to another cell. */
export class CellSession implements Editor {
  readonly kind = "monaco";
  readonly #stage: Stage;
  readonly #options: EditorOptions;
  readonly #model: monaco.editor.ITextModel;
  readonly #place;
  readonly #box;
  readonly #listeners: monaco.IDisposable[] = [];
  #problems: EditorProblem[] = [];
  #text: string;
  #isClosed = false;
  #isSetting = false;
  #hasChanged = false;
  #checkTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: Stage, options: EditorOptions) {
    this.#stage = stage;
    this.#options = options;
    this.#text = options.text;
    this.#place = staticCodeOf(options.host);
    this.#model = modelOf(options.cell, options.text);
    this.#box = boxFor(this.#place);
    this.#box.box.append(stage.container, hint());
    const { editor } = stage;
    editor.updateOptions({ ...setLike(metricsOf(this.#place.code)), ariaLabel: ariaLabel(options) });
    this.#model.updateOptions({ tabSize: 2, indentSize: 2, insertSpaces: true });
    editor.setModel(this.#model);
    this.#listeners.push(
      editor.onDidContentSizeChange(() => this.#fit()),
      this.#model.onDidChangeContent(() => this.#takeChange()),
      ...this.#addKeys(),
    );
    const observer = new ResizeObserver(() => this.#fit());
    observer.observe(this.#box.box);
    this.#listeners.push({ dispose: () => observer.disconnect() });
    this.#fit();
  }

  /** Resolves when the editor is painted in the place of the static code. */
  async show(): Promise<void> {
    const { lesson, cell } = this.#options;
    const cells = lesson.cells.map((known) => (known.id === cell ? { ...known, text: this.getText() } : known));
    this.#stage.types.setLesson({ ...lesson, cells }).then(
      () => this.#check(),
      () => undefined,
    );
    // The first frame lays the lines out, unseen; the second is what the reader sees instead of the static code.
    await nextFrame();
    if (this.#isClosed) return;
    this.#box.show();
    this.#fit();
    this.focus();
    await nextFrame();
  }

  getText(): string {
    return this.#isClosed ? this.#text : this.#model.getValue();
  }

  setText(text: string): void {
    if (this.#isClosed || text === this.#model.getValue()) return;
    this.#isSetting = true;
    this.#model.pushStackElement();
    this.#model.pushEditOperations([], [{ range: this.#model.getFullModelRange(), text }], () => null);
    this.#model.pushStackElement();
    this.#isSetting = false;
  }

  focus(): void {
    if (!this.#isClosed) this.#stage.editor.focus();
  }

  problems(): EditorProblem[] {
    return this.#problems;
  }

  dispose(): void {
    if (this.#isClosed) return;
    this.#text = this.#model.getValue();
    this.#isClosed = true;
    clearTimeout(this.#checkTimer);
    for (const listener of this.#listeners) listener.dispose();
    if (this.#place.code.textContent.replace(/\n$/, "") !== this.#text) paintStaticCode(this.#place.code, this.#text);
    this.#stage.editor.setModel(null);
    this.#stage.container.remove();
    this.#box.remove();
  }

  /** Gives Monaco up for another cell. */
  close(): void {
    if (this.#isClosed) return;
    this.dispose();
    this.#options.onClose?.();
  }

  /** Asks the page to open a cell that somebody wants to see the definition in; false when the page does not. */
  leaveFor(cell: string): boolean {
    if (!this.#options.onOpenCell || cell === this.#options.cell) return false;
    this.#options.onOpenCell(cell);
    return true;
  }

  #takeChange(): void {
    const text = this.#model.getValue();
    void this.#stage.types.setText(this.#options.cell, text).catch(() => undefined);
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => void this.#check(), checkDelay);
    if (this.#isSetting) return;
    if (!this.#hasChanged) this.#options.onIntent?.();
    this.#hasChanged = true;
    this.#options.onChange(text);
  }

  /** Marks what is wrong. Without an answer (the worker could not start) nothing is marked: running still tells. */
  async #check(): Promise<void> {
    const version = this.#model.getVersionId();
    const found = await this.#stage.types.problemsOf(this.#options.cell).catch(() => undefined);
    // A later text has its own check under way.
    if (!found || this.#isClosed || version !== this.#model.getVersionId()) return;
    this.#problems = found.map(({ message, line, column }) => ({ message, line, column }));
    const markers = found.map(({ message, start, length }) => ({
      message,
      severity: monaco.MarkerSeverity.Error,
      ...rangeOf(this.#model, { start, length }),
    }));
    monaco.editor.setModelMarkers(this.#model, "types", markers);
    this.#options.onProblems?.(this.#problems);
  }

  #addKeys(): monaco.IDisposable[] {
    const { KeyCode, KeyMod } = monaco;
    const run = [KeyMod.CtrlCmd | KeyCode.Enter, KeyMod.WinCtrl | KeyCode.Enter];
    return [
      this.#stage.editor.addAction({
        id: "cell.run",
        label: "Run",
        keybindings: run,
        run: () => this.#options.onRun(),
      }),
      this.#stage.editor.addAction({
        id: "cell.leave",
        label: "Leave the editor",
        keybindings: [KeyCode.Escape],
        precondition: openThings.map((thing) => `!${thing}`).join(" && "),
        run: () => this.#options.onLeave(),
      }),
    ];
  }

  #fit(): void {
    const { editor, container } = this.#stage;
    const style = getComputedStyle(this.#box.box);
    const width = this.#box.box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const height = editor.getContentHeight();
    container.style.height = `${height}px`;
    editor.layout({ width: Math.max(0, width), height });
  }
}

function modelOf(cell: string, text: string): monaco.editor.ITextModel {
  const address = cellAddress(monaco, cell);
  const known = monaco.editor.getModel(address);
  if (!known) return monaco.editor.createModel(text, cellLanguage, address);
  if (known.getValue() !== text) known.setValue(text);
  return known;
}

function setLike(metrics: CodeMetrics): monaco.editor.IEditorOptions {
  const { fontFamily, fontSize, fontWeight, lineHeight, letterSpacing } = metrics;
  return { fontFamily, fontSize, fontWeight, lineHeight, letterSpacing };
}

function ariaLabel({ title, cell }: EditorOptions): string {
  return `Code of the cell “${title ?? cell}”. Escape leaves the editor, Control and Enter run the cell.`;
}

function hint(): HTMLElement {
  const element = document.createElement("p");
  element.className = "cell-editor-hint";
  element.textContent = "Esc to leave, then Tab · Ctrl+Enter to run";
  return element;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
