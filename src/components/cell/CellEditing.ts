import type { Editor, EditorLesson } from "../editor/Editor.ts";
import type { CellView } from "./CellView.ts";

export interface EditingOptions {
  lesson: EditorLesson;
  text: string;
  onChange: (text: string) => void;
  onRun: () => void;
  /** a run is near: what runs cells may be made ready */
  onIntent: () => void;
  /** the editor was closed; whether the text is the lesson's own */
  isLessonText: () => boolean;
}

interface OpenEditor {
  view: CellView;
  editor: Editor;
  isLessonText: () => boolean;
}

/** The one editor of the page, which moves from cell to cell. */
export class CellEditing {
  #open: OpenEditor | undefined;
  #opening: CellView | undefined;

  /** Opens the editor on a cell, or gives it the focus if it is there. */
  async open(view: CellView, options: EditingOptions): Promise<void> {
    if (this.#open?.view === view) {
      this.#open.editor.focus();
      return;
    }
    if (this.#opening === view) return;
    this.#opening = view;
    view.keepLessonCode();
    try {
      const { openEditor } = await import("../editor/openEditor.ts");
      if (this.#opening !== view) return;
      this.close();
      const { onChange, onRun, onIntent, lesson, text, isLessonText } = options;
      const editor = await openEditor({
        host: view.codeBox,
        lesson,
        cell: view.element.cell,
        title: view.title,
        text,
        onChange,
        onRun,
        onIntent,
        onLeave: () => {
          this.close();
          view.focus();
        },
      });
      this.#open = { view, editor, isLessonText };
    } finally {
      if (this.#opening === view) this.#opening = undefined;
    }
  }

  /** The editor that is open on a cell. */
  editorOf(view: CellView): Editor | undefined {
    return this.#open?.view === view ? this.#open.editor : undefined;
  }

  close(): void {
    if (!this.#open) return;
    const { view, editor, isLessonText } = this.#open;
    this.#open = undefined;
    editor.dispose();
    if (isLessonText()) view.restoreLessonCode();
  }
}

/** Fetches the editor ahead, when the reader comes near Edit. */
export async function prepareEditor(): Promise<void> {
  const { prefetchEditor } = await import("../editor/openEditor.ts");
  prefetchEditor();
}
