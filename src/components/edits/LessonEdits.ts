import type { InputSettings } from "../../notebook/run/inputs.ts";
import type { Session } from "../../notebook/run/Session.ts";
import { announce } from "../cell/announce.ts";
import type { CellView } from "../cell/CellView.ts";
import type { Editor } from "../editor/Editor.ts";
import { copyText } from "../share/copyText.ts";
import { EditKeeper } from "./EditKeeper.ts";
import type { EditStore, Kept } from "./EditStore.ts";
import { lessonChanged, noteOf } from "./editWords.ts";
import { hashText, whatToOffer, type KeptEdit } from "./KeptEdit.ts";
import { changedElsewhere, notKept } from "./noticesOfTabs.ts";
import { hideNotice, offerReset, showLessonCode, showNote, showNotice, shownText, showText } from "./showEdit.ts";
import type { TypedTexts } from "./TypedTexts.ts";
import { warnBeforeLeaving } from "./warnBeforeLeaving.ts";

export interface LessonEditsOptions {
  page: string;
  session: Session;
  texts: TypedTexts;
  /** the cells that stand on the page; what was edited elsewhere in the lesson is not in force here */
  views: ReadonlyMap<string, CellView>;
  /** the editor, where it is open on this cell */
  editorOf: (view: CellView) => Editor | undefined;
  store: EditStore;
}

/** What Undo reset brings back. */
interface Former {
  edit: KeptEdit | undefined;
  inputs: InputSettings;
  controls: DocumentFragment;
}

/** The reader's edits on a page: kept, brought back, reset, and what the reader has to choose between. */
export class LessonEdits {
  readonly #options: LessonEditsOptions;
  readonly #keeper: EditKeeper;
  /** the edits in force */
  readonly #edits = new Map<string, KeptEdit>();
  /** cells that were typed in since the page was opened, or since another tab's text was taken */
  readonly #touched = new Set<string>();
  readonly #former = new Map<string, Former>();
  /** what another tab has kept of a cell that was touched here too */
  readonly #theirs = new Map<string, KeptEdit | undefined>();
  #hasSaidNotKept = false;

  constructor(options: LessonEditsOptions) {
    this.#options = options;
    this.#keeper = new EditKeeper(options.store, options.page, {
      onElsewhere: (cell, edit) => this.#onElsewhere(cell, edit),
      onTried: (cell, kept) => this.#onTried(cell, kept),
      onRisk: warnBeforeLeaving,
    });
    addEventListener("pagehide", () => this.#keeper.flush());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#keeper.flush();
      else this.#keeper.look();
    });
    addEventListener("pageshow", () => this.#keeper.look());
  }

  /** Brings kept edits back into the lesson. What ran before the first paint has shown them already, unless another tab was quicker. */
  restore(): void {
    for (const [cell, view] of this.#options.views) {
      const edit = this.#keeper.read(cell);
      const [shown, wasEdited] = [shownText(view.element), view.element.hasAttribute("data-edited")];
      this.#take(cell, edit);
      const isNews = shown !== this.#options.texts.textOf(cell);
      if (isNews && (wasEdited || this.#edits.has(cell))) this.#tellTaken(cell);
    }
  }

  /** Takes what the reader has typed. */
  type(cell: string, text: string): void {
    this.#touched.add(cell);
    this.#former.delete(cell);
    this.#set(cell, text, this.#edits.get(cell)?.lesson);
  }

  /** Shows whether there is something to reset; an input that was set is. */
  offerReset(cell: string): void {
    const view = this.#viewOf(cell);
    if (this.#former.has(cell)) offerReset(view.element, "undo");
    else offerReset(view.element, this.#isChanged(cell) ? "reset" : "none");
  }

  inputSet(cell: string): void {
    this.#former.delete(cell);
    if (this.#options.views.has(cell)) this.offerReset(cell);
  }

  /** Brings the lesson's text and inputs back. `undoReset` takes it back until the cell is changed again. */
  reset(cell: string): void {
    if (!this.#isChanged(cell)) return;
    const { session, texts, views, editorOf } = this.#options;
    const view = views.get(cell)!;
    const former = { edit: this.#edits.get(cell), inputs: session.settingsOf(cell), controls: view.resetInputs() };
    session.clearInputs(cell);
    this.#show(cell, texts.lessonTextOf(cell));
    this.#set(cell, texts.lessonTextOf(cell));
    this.#former.set(cell, former);
    this.offerReset(cell);
    editorOf(view)?.focus();
  }

  undoReset(cell: string): void {
    const former = this.#former.get(cell);
    if (!former) return;
    const view = this.#viewOf(cell);
    this.#former.delete(cell);
    view.restoreInputs(former.controls);
    for (const [name, value] of Object.entries(former.inputs)) this.#options.session.setInput(cell, name, value);
    if (former.edit) {
      this.#show(cell, former.edit.text);
      this.#set(cell, former.edit.text, former.edit.lesson);
    }
    this.offerReset(cell);
    this.#options.editorOf(view)?.focus();
  }

  /** The cells of the page that Reset would change, in their order. */
  get changed(): string[] {
    return [...this.#options.views.keys()].filter((cell) => this.#isChanged(cell));
  }

  /** Does what a button of a notice says. */
  async choose(cell: string, choice: string): Promise<void> {
    const { texts } = this.#options;
    const { element } = this.#viewOf(cell);
    const theirs = this.#theirs.get(cell);
    switch (choice) {
      case "keep-mine":
        this.#set(cell, texts.textOf(cell));
        break;
      case "show-lesson":
        this.reset(cell);
        break;
      case "keep-here":
        this.#closeDispute(cell);
        this.#set(cell, texts.textOf(cell), this.#edits.get(cell)?.lesson);
        this.#keeper.flush();
        break;
      case "take-theirs":
        this.#take(cell, this.#closeDispute(cell));
        break;
      case "see-lesson":
        return this.#showDifference(cell, { name: "the lesson’s", text: texts.lessonTextOf(cell) });
      case "see-theirs":
        return this.#showDifference(cell, { name: "the other tab’s", text: theirs?.text ?? texts.lessonTextOf(cell) });
      case "copy":
        announce((await copyText(texts.textOf(cell))) ? "The text is copied." : "The browser did not allow copying.");
        return;
    }
    element.querySelector<HTMLElement>("pre")?.focus({ preventScroll: true });
  }

  #viewOf(cell: string): CellView {
    return this.#options.views.get(cell)!;
  }

  #isChanged(cell: string): boolean {
    const { texts, session } = this.#options;
    return texts.isEdited(cell) || Object.keys(session.settingsOf(cell)).length > 0;
  }

  /** Puts a text in force, has it compiled and kept. @param lesson the hash of what it was made from; today's text if not given */
  #set(cell: string, text: string, lesson?: string): void {
    const { texts } = this.#options;
    texts.set(cell, text);
    const today = hashText(texts.lessonTextOf(cell));
    const edit = texts.isEdited(cell) ? { text, lesson: lesson ?? today, time: Date.now() } : undefined;
    this.#putInForce(cell, edit);
    this.#keeper.change(cell, edit);
  }

  /** Takes what is kept of a cell: at the start, or because another tab has changed it. */
  #take(cell: string, edit: KeptEdit | undefined): void {
    const { texts } = this.#options;
    const text = edit?.text ?? texts.lessonTextOf(cell);
    this.#touched.delete(cell);
    this.#former.delete(cell);
    if (text !== texts.textOf(cell)) texts.set(cell, text);
    this.#show(cell, text);
    this.#putInForce(cell, texts.isEdited(cell) ? edit : undefined);
  }

  #putInForce(cell: string, edit: KeptEdit | undefined): void {
    const { element } = this.#viewOf(cell);
    if (edit) this.#edits.set(cell, edit);
    else this.#edits.delete(cell);
    showNote(element, edit && noteOf(edit.time));
    this.offerReset(cell);
    if (whatToOffer(edit, this.#options.texts.lessonTextOf(cell)) !== "both") hideNotice(element, "lesson-changed");
    else if (!element.querySelector('.cell-notice[data-kind="lesson-changed"]')) showNotice(element, lessonChanged);
  }

  /** Shows a text that was not typed here, in the editor or in the static code. */
  #show(cell: string, text: string): void {
    const view = this.#viewOf(cell);
    const editor = this.#options.editorOf(view);
    if (editor) editor.setText(text);
    else if (text === this.#options.texts.lessonTextOf(cell)) showLessonCode(view.element);
    else {
      showText(view.element, text);
      void colour(view.element);
    }
  }

  #onElsewhere(cell: string, edit: KeptEdit | undefined): boolean {
    if (!this.#touched.has(cell)) {
      this.#take(cell, edit);
      this.#tellTaken(cell);
      return true;
    }
    const { texts } = this.#options;
    if ((edit?.text ?? texts.lessonTextOf(cell)) === texts.textOf(cell)) {
      hideNotice(this.#viewOf(cell).element, "elsewhere");
      return true;
    }
    this.#theirs.set(cell, edit);
    showNotice(this.#viewOf(cell).element, changedElsewhere(edit));
    announce(`${this.#viewOf(cell).title}: changed in another tab. You can choose between the two.`);
    // Now it is kept nowhere but here.
    this.#keeper.change(cell, this.#edits.get(cell));
    return false;
  }

  #tellTaken(cell: string): void {
    const { element, title } = this.#viewOf(cell);
    const edit = this.#edits.get(cell);
    if (edit) showNote(element, `${noteOf(edit.time)}, from another tab`);
    announce(`${title}: ${edit ? "what you typed in another tab is shown" : "reset in another tab"}.`);
  }

  /** @returns what the other tab has kept */
  #closeDispute(cell: string): KeptEdit | undefined {
    hideNotice(this.#viewOf(cell).element, "elsewhere");
    this.#theirs.delete(cell);
    return this.#keeper.settle(cell);
  }

  #onTried(cell: string, kept: Kept): void {
    const { element } = this.#viewOf(cell);
    if (kept === "kept") {
      hideNotice(element, "unkept");
      return;
    }
    const edit = this.#edits.get(cell);
    if (edit) showNote(element, `${noteOf(edit.time)}, not kept`);
    if (this.#hasSaidNotKept) return;
    this.#hasSaidNotKept = true;
    const notice = notKept(kept);
    showNotice(element, notice);
    announce(notice.text);
  }

  async #showDifference(cell: string, other: { name: string; text: string }): Promise<void> {
    const { showDifference } = await import("./showDifference.ts");
    await showDifference(this.#viewOf(cell).title, other, { name: "yours", text: this.#options.texts.textOf(cell) });
  }
}

/** Colours static code that was put there plain; the highlighter is fetched for it. */
async function colour(cell: HTMLElement): Promise<void> {
  const { showInStaticCode } = await import("../editor/cellLook.ts");
  const code = cell.querySelector<HTMLElement>(".cell-code pre code");
  if (code) showInStaticCode(code, code.textContent);
}
