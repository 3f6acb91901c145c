/** What a cell's element shows of an edit. Shared by what runs before the first paint and what runs later, so it is small. */

/** Something the reader has to know of an edit, with what can be done about it. */
export interface Notice {
  /** one at a time of each kind */
  kind: "lesson-changed" | "elsewhere" | "unkept";
  text: string;
  /** what the buttons say, by the choice that each makes */
  choices: Record<string, string>;
}

export type ResetOffer = "none" | "reset" | "undo";

const codeOf = (cell: Element) => cell.querySelector(".cell-code pre code");

/** The cell's text as it is shown now. */
export function shownText(cell: Element): string {
  return codeOf(cell)?.textContent ?? "";
}

/** Keeps the lesson's coloured code in the page before something else stands in its place. */
export function keepLessonCode(cell: Element): void {
  const code = codeOf(cell);
  if (!code || cell.querySelector("template.cell-lesson-code")) return;
  const kept = document.createElement("template");
  kept.className = "cell-lesson-code";
  kept.content.append(...[...code.childNodes].map((node) => node.cloneNode(true)));
  code.closest(".cell-code")!.append(kept);
}

/** Shows the lesson's code again, in its colours. */
export function showLessonCode(cell: Element): void {
  const kept = cell.querySelector<HTMLTemplateElement>("template.cell-lesson-code");
  if (kept) codeOf(cell)?.replaceChildren(kept.content.cloneNode(true));
}

/** Shows the reader's text in the place of the lesson's; plain, for what colours is not here. */
export function showText(cell: Element, text: string): void {
  const code = codeOf(cell);
  if (!code || code.textContent === text) return;
  keepLessonCode(cell);
  code.textContent = text;
}

/** Says in words, below the code, that it is the reader's; undefined takes the words away. */
export function showNote(cell: Element, words: string | undefined): void {
  cell.toggleAttribute("data-edited", words !== undefined);
  let note = cell.querySelector(".cell-yours");
  if (words === undefined) {
    note?.remove();
    return;
  }
  if (!note) {
    note = document.createElement("p");
    note.className = "cell-yours";
    cell.querySelector(".cell-code")?.append(note);
  }
  note.textContent = words;
}

/** What the control beside Edit offers; its place is kept when it offers nothing. */
export function offerReset(cell: HTMLElement, offer: ResetOffer): void {
  const button = cell.querySelector<HTMLElement>('[data-action="reset"], [data-action="undo-reset"]');
  if (!button) return;
  button.hidden = offer === "none";
  button.dataset["action"] = offer === "undo" ? "undo-reset" : "reset";
  const title = cell.dataset["title"] ?? "";
  const rest = document.createElement("span");
  rest.className = "visually-hidden";
  rest.textContent = offer === "undo" ? ` of ${title}` : ` ${title} to the lesson’s code`;
  button.replaceChildren(offer === "undo" ? "Undo reset" : "Reset", rest);
}

/** Shows a notice between the code and its result, in the place of a former one of its kind. */
export function showNotice(cell: Element, { kind, text, choices }: Notice): void {
  const notice = document.createElement("div");
  notice.className = "cell-notice";
  notice.dataset["kind"] = kind;
  const words = document.createElement("p");
  words.textContent = text;
  const buttons = Object.entries(choices).map(([choice, label]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset["action"] = "choose";
    button.value = choice;
    button.textContent = label;
    return button;
  });
  notice.append(words, ...buttons);
  hideNotice(cell, kind);
  cell.querySelector(".cell-code")?.after(notice);
}

export function hideNotice(cell: Element, kind: Notice["kind"]): void {
  cell.querySelector(`.cell-notice[data-kind="${kind}"]`)?.remove();
}
