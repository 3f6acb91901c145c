import type { InputControl } from "../../notebook/run/inputs.ts";
import { announce } from "./announce.ts";
import type { LabCell } from "./LabCell.ts";
import { updateInputs } from "./renderInputs.ts";
import { longRunSeconds, stampText, type Stamp } from "./stampText.ts";

/** Milliseconds after which Run becomes Stop. */
const stopDelay = 300;

/** The visible side of one cell: its rail, its controls, its result and the line under it. */
export class CellView {
  readonly element: LabCell;
  #stamp: Stamp = { status: "asBuilt" };
  /** our own HTML, taken from the page before anything was set */
  readonly #builtInputs: string;
  #builtHeight: number | undefined;
  #builtResult: ChildNode[] | undefined;
  #stopTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: LabCell) {
    this.element = element;
    this.#builtInputs = this.#part(".cell-inputs").innerHTML;
  }

  /** The box that holds the code, where the editor opens. */
  get codeBox(): HTMLElement {
    return this.#part(".cell-code");
  }

  get title(): string {
    return this.element.dataset["title"] ?? "";
  }

  /** Says where the result comes from, by the rail and in words. */
  setStamp(stamp: Stamp): void {
    this.#stamp = stamp;
    this.element.dataset["status"] = stamp.status;
    this.#offerStop(stamp.status === "running" || stamp.status === "waiting");
    this.tick();
  }

  /** Offers to run the cell once more, for as long as it takes; or takes that back. */
  offerLongRun(isOffered: boolean): void {
    this.control("run-long").hidden = !isOffered;
  }

  /** Puts Stop in the place of Run; after a moment, for most runs are over by then and a double click must not stop them. */
  #offerStop(isRunning: boolean): void {
    if (isRunning === (this.#stopTimer !== undefined)) return;
    clearTimeout(this.#stopTimer);
    this.#stopTimer = isRunning ? setTimeout(() => this.#swap("run", "stop"), stopDelay) : undefined;
    if (!isRunning) this.#swap("stop", "run");
  }

  #swap(former: "run" | "stop", next: "run" | "stop"): void {
    const [gone, come] = [this.control(former), this.control(next)];
    const hadFocus = document.activeElement === gone;
    gone.hidden = true;
    come.hidden = false;
    // What is under the reader's finger takes the focus with the place.
    if (hadFocus) come.focus({ preventScroll: true });
  }

  /** Writes the stamp anew: “just now” becomes “3 min ago”. */
  tick(): void {
    const text = stampText(this.#stamp, Date.now());
    const line = this.#part(".cell-stamp > span");
    if (line.textContent !== text) line.textContent = text;
    const { status, since, endsAt } = this.#stamp;
    const isLong = status === "running" && since !== undefined && Date.now() - since >= longRunSeconds * 1000;
    this.#offerKeepGoing(isLong && endsAt !== undefined);
  }

  #offerKeepGoing(isOffered: boolean): void {
    const button = this.control("keep-going");
    if (button.hidden === !isOffered) return;
    const hadFocus = document.activeElement === button;
    button.hidden = !isOffered;
    if (hadFocus) this.control("stop").focus({ preventScroll: true });
    if (isOffered) announce(`${this.title}: still running. The time limit will end it; Keep going lifts the limit.`);
  }

  /**
   * Puts the elements of a result in the place of the former ones. The place keeps at least the height that it had when
   * the page was built, so that nothing below it moves when a result arrives, however short it is.
   */
  showResult(elements: readonly Element[]): void {
    const [outcome, place] = [this.#part(".cell-outcome"), this.#part(".cell-result")];
    this.#builtHeight ??= outcome.getBoundingClientRect().height;
    this.#builtResult ??= [...place.childNodes];
    outcome.style.minHeight = `${this.#builtHeight}px`;
    place.replaceChildren(...elements);
  }

  /** Shows the controls of the inputs that the cell's last run declared. */
  showInputs(controls: readonly InputControl[]): void {
    updateInputs(this.#part(".cell-inputs"), controls);
  }

  /** Shows the inputs that came with the page, as they were set there. @returns those that stood in their place */
  resetInputs(): DocumentFragment {
    const [place, former] = [this.#part(".cell-inputs"), document.createDocumentFragment()];
    former.append(...place.childNodes);
    place.innerHTML = this.#builtInputs;
    for (const output of place.querySelectorAll("output"))
      output.textContent = output.parentElement!.querySelector("input")!.value;
    delete place.dataset["shape"];
    return former;
  }

  /** Shows inputs again that `resetInputs` took away. */
  restoreInputs(former: DocumentFragment): void {
    const place = this.#part(".cell-inputs");
    place.replaceChildren(former);
    delete place.dataset["shape"];
  }

  /** Shows the result that came with the page. */
  showBuilt(): void {
    if (this.#builtResult) this.#part(".cell-result").replaceChildren(...this.#builtResult);
    this.offerRows();
  }

  /** Offers to draw the rows of a table that are there but not drawn; with no count the offer is taken back. */
  offerRows(count?: number, onAsked?: () => void): void {
    const button = this.control("rows");
    button.hidden = count === undefined;
    button.onclick = onAsked ?? null;
    if (count !== undefined) button.textContent = `Show ${count.toLocaleString("en")} rows`;
  }

  focus(): void {
    this.#part("pre").focus({ preventScroll: true });
  }

  control(action: string): HTMLButtonElement {
    return this.element.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)!;
  }

  #part(selector: string): HTMLElement {
    return this.element.querySelector<HTMLElement>(selector)!;
  }
}
