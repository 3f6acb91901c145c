/** One cell of the lesson as the editor's types see it. */
export interface EditorCell {
  id: string;
  /** its text now: the lesson's, or the reader's edit */
  text: string;
  /** an exercise reads the lesson's names and gives none back: its starter and its solution declare the same ones */
  isExercise?: boolean;
}

/** What a lesson's cells can name. */
export interface EditorLesson {
  /** in the order of the page */
  cells: EditorCell[];
  /** the names that `log(…)` takes */
  logs: string[];
}

/** What is wrong in the text, as TypeScript sees it. */
export interface EditorProblem {
  message: string;
  /** 1-based, in the cell's own text */
  line: number;
  column: number;
}

/** A place in a cell's text, both 1-based. */
export interface Place {
  line: number;
  column: number;
}

export interface EditorOptions {
  /**
   * the box around the cell's static code (a `pre` that may hold a `code`). The editor takes the place of the `pre`, in its
   * font, at its height, and gives the place back when it is disposed of.
   */
  host: HTMLElement;
  lesson: EditorLesson;
  /** the id of the cell, one of the lesson's */
  cell: string;
  /** the cell's heading, for screen readers; its id where it has none */
  title?: string;
  text: string;
  /** where the reader clicked, in client coordinates: the cursor goes there; else it goes where it was last */
  point?: { x: number; y: number };
  /** where the cursor goes, in sight of the reader, when `point` says nothing */
  at?: Place;
  /** the title of the cell that Escape leads back to, where the reader came from one by “go to definition” */
  leadsBackTo?: string;
  /** after each change that the reader makes, with the whole text */
  onChange: (text: string) => void;
  /** Ctrl+Enter, or Cmd+Enter on a Mac */
  onRun: () => void;
  /** Shift+Enter: run, and go on to the next cell */
  onRunAndGoOn: () => void;
  /** Escape: the place to put the focus is the page's to choose; the editor is still there until it is disposed of */
  onLeave: () => void;
  /** the editor was opened on another cell, so this one is closed; the text it had is still in `getText` */
  onClose?: () => void;
  /** the reader asked for the definition of a name, which stands in this other cell; false when the page cannot open that one */
  onOpenCell?: (cell: string, at: Place) => boolean;
  /** at the first change: a run is near, so what runs cells may be made ready */
  onIntent?: () => void;
  /** after each check of the types; a textarea has none */
  onProblems?: (problems: EditorProblem[]) => void;
}

export interface Editor {
  /** `monaco` has types, `text` is the plain box that touch devices get, and everyone when the editor cannot be loaded */
  readonly kind: "monaco" | "text";
  getText(): string;
  /** replaces the text as one step that Undo takes back; does not call `onChange` */
  setText(text: string): void;
  focus(): void;
  /** where the cursor is */
  place(): Place;
  /** takes the editor away; the static code shows the text as it is now */
  dispose(): void;
  /** the problems of the last check, in the order of the lines */
  problems(): EditorProblem[];
}
