import type { Editor, EditorLesson, Place } from "../editor/Editor.ts";
import { keepLessonCode, showLessonCode } from "../edits/showEdit.ts";
import type { CellView } from "./CellView.ts";

export interface EditingOptions {
  lesson: EditorLesson;
  text: string;
  onChange: (text: string) => void;
  onRun: () => void;
  onRunAndGoOn: () => void;
  /** a run is near: what runs cells may be made ready */
  onIntent: () => void;
  /** the editor was closed; whether the text is the lesson's own */
  isLessonText: () => boolean;
  /** asks for the editor on another cell, at a definition there; false when that cell is not on the page */
  onOpenCell: (cell: string, place: Place) => boolean;
}

/** How the editor is opened, besides what it edits. */
export interface Opening {
  /** where the cursor goes; where it was last, if not given */
  at?: Place;
  /** the way that led here: where Escape leads back to */
  back?: WayBack;
}

export interface WayBack {
  /** the title of the cell that the reader came from */
  title: string;
  go: () => void;
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
  async open(view: CellView, options: EditingOptions, { at, back }: Opening = {}): Promise<void> {
    if (this.#open?.view === view) {
      this.#open.editor.focus();
      return;
    }
    if (this.#opening === view) return;
    this.#opening = view;
    keepLessonCode(view.element);
    try {
      const { openEditor } = await import("../editor/openEditor.ts");
      if (this.#opening !== view) return;
      this.close();
      const { isLessonText, ...rest } = options;
      const editor = await openEditor({
        ...rest,
        host: view.codeBox,
        cell: view.element.cell,
        title: view.title,
        ...(at ? { at } : {}),
        ...(back ? { leadsBackTo: back.title } : {}),
        onLeave: () => {
          this.close();
          view.focus();
          back?.go();
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
    if (isLessonText()) showLessonCode(view.element);
  }
}

/** Fetches the editor ahead, when the reader comes near Edit. */
export async function prepareEditor(): Promise<void> {
  const { prefetchEditor } = await import("../editor/openEditor.ts");
  prefetchEditor();
}
