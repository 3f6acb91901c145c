import { addCellKeys } from "./cellKeys.ts";
import { cellModel } from "./cellModel.ts";
import { ariaLabel, keyHint, keysInWords, setLike, showInStaticCode } from "./cellLook.ts";
import type { Editor, EditorOptions, EditorProblem, Place } from "./Editor.ts";
import { monaco } from "./monaco.ts";
import { boxFor, metricsOf, staticCodeOf } from "./staticCode.ts";
import { scrollBarHeight } from "./quietOptions.ts";
import { rangeOf } from "./typeProviders.ts";
import type { Types } from "./types/openTypes.ts";

/** Long enough that no half-typed word is called wrong, short enough to be seen as the answer to it. */
const checkDelay = 200;

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
  readonly #hint;
  readonly #caret = document.createElement("div");
  readonly #focused = document.activeElement;
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
    this.#hint = keyHint(options);
    this.#place = staticCodeOf(options.host);
    this.#model = cellModel(options.cell, options.text);
    this.#box = boxFor(this.#place);
    this.#caret.className = "cell-editor-caret";
    this.#box.box.append(stage.container, this.#caret, this.#hint);
    const { editor } = stage;
    editor.updateOptions({ ...setLike(metricsOf(this.#place)), ariaLabel: ariaLabel(options) });
    editor.setModel(this.#model);
    this.#listeners.push(
      editor.onDidContentSizeChange(() => this.#fit()),
      this.#model.onDidChangeContent(() => this.#takeChange()),
      editor.onDidChangeCursorPosition(
        ({ source }) => source !== "mouse" && requestAnimationFrame(() => this.#reveal()),
      ),
      ...addCellKeys(editor, options),
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
    const check = () => this.#check();
    this.#stage.types.setLesson({ ...lesson, cells }).then(check, check);
    // Else Monaco would colour the lines one by one, in sight.
    monaco.editor.colorizeModelLine(this.#model, this.#model.getLineCount());
    // The first frame lays the lines out, unseen; the second is what the reader sees instead of the static code.
    await nextFrame();
    if (this.#isClosed) return;
    const { point, at } = this.#options;
    this.#box.show();
    this.#fit();
    const target = point && this.#stage.editor.getTargetAtClientPoint(point.x, point.y);
    const position = target?.position ?? (at && { lineNumber: at.line, column: at.column });
    if (position) this.#stage.editor.setPosition(position);
    // Who went on to something else while the editor was loading is not called back.
    if ([this.#focused, document.body, null].includes(document.activeElement)) this.focus();
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

  place(): Place {
    const { lineNumber, column } = this.#stage.editor.getPosition() ?? { lineNumber: 1, column: 1 };
    return { line: lineNumber, column };
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
    showInStaticCode(this.#place.code, this.#text);
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

  /** Asks the page to open a cell that somebody wants to see the definition in; false when the page cannot. */
  leaveFor(cell: string, at: Place): boolean {
    if (cell === this.#options.cell) return false;
    return this.#options.onOpenCell?.(cell, at) ?? false;
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

  /** Marks what is wrong, and says so when what knows the types is not there. */
  async #check(): Promise<void> {
    const version = this.#model.getVersionId();
    const found = await this.#stage.types.problemsOf(this.#options.cell).catch(() => undefined);
    this.#hint.textContent = found
      ? keysInWords(this.#options)
      : `${keysInWords(this.#options)} · Type errors cannot be shown now; running still tells`;
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

  /** Monaco scrolls its own inside only, and is as high as its text: the page has to follow the cursor. */
  #reveal(): void {
    const { editor } = this.#stage;
    const position = editor.getPosition();
    const place =
      position && !this.#isClosed && editor.hasTextFocus() ? editor.getScrolledVisiblePosition(position) : null;
    if (!place) return;
    Object.assign(this.#caret.style, { top: `${place.top}px`, height: `${place.height}px` });
    this.#caret.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #fit(): void {
    const { editor, container } = this.#stage;
    const style = getComputedStyle(this.#box.box);
    const width = this.#box.box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const height = editor.getContentHeight();
    // The bar of long lines hangs below the last one, over the gap before the result, instead of covering it.
    container.style.height = `${height}px`;
    editor.layout({ width: Math.max(0, width), height: height + scrollBarHeight });
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
