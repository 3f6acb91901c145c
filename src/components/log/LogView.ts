import type { LogText } from "./LogText.ts";

/** Lines drawn above and below the visible ones, so that fast scrolling shows no holes. */
const overscan = 12;

/** Browsers give up on elements beyond some 16 to 33 million pixels; taller logs are scrolled in proportion. */
const tallestElement = 8_000_000;

/** Marks on single lines: what a reader said of them. */
export type LineMarks = ReadonlyMap<number, string>;

/**
 * A window on a log: draws only the lines in view. Scrolls by keyboard like any scroll area, goes to a line, marks what
 * was found and what the reader could not read.
 */
export class LogView {
  readonly element: HTMLElement;
  readonly #lines: HTMLElement;
  readonly #spacer: HTMLElement;
  #text: LogText;
  #marks: LineMarks;
  #current = 0;
  /** what was looked for in the current line */
  #found = "";
  #lineHeight = 22;

  constructor(text: LogText, marks: LineMarks, label: string) {
    this.#text = text;
    this.#marks = marks;
    this.element = document.createElement("div");
    this.element.className = "log-view";
    this.element.tabIndex = 0;
    this.element.role = "region";
    this.element.ariaLabel = label;
    this.#spacer = this.element.appendChild(document.createElement("div"));
    this.#spacer.className = "log-spacer";
    this.#lines = this.#spacer.appendChild(document.createElement("div"));
    this.#lines.className = "log-lines";
    this.element.addEventListener("scroll", () => this.#draw(), { passive: true });
    new ResizeObserver(() => this.#measure()).observe(this.element);
  }

  /** Marks other lines. */
  set marks(marks: LineMarks) {
    this.#marks = marks;
    this.#draw();
  }

  /** The line that was gone to last; 0 at first. */
  get currentLine(): number {
    return this.#current;
  }

  /** Brings a line into the middle of the view and marks it, and words in it that were looked for. */
  goTo(line: number, found = ""): void {
    // Until it is measured there is nothing to scroll; the observer calls only after the next frame.
    if (this.#spacer.style.height === "") this.#measure();
    this.#current = Math.min(Math.max(line, 1), this.#text.lineCount);
    const middle = this.element.clientHeight / 2;
    this.element.scrollTop = (this.#current - 1) * this.#lineHeight * this.#scale() - middle;
    this.#found = found.toLowerCase();
    const shown = () => {
      this.#draw();
      this.#showFound();
    };
    const loading = this.#text.load?.(this.#current, this.#current);
    if (loading) loading.then(shown, () => undefined);
    else shown();
  }

  /** Scrolls sideways until the words that were found can be seen: lines of a counter log are long. */
  #showFound(): void {
    const mark = this.#lines.querySelector("mark");
    if (!mark) return;
    const [hit, view] = [mark.getBoundingClientRect(), this.element.getBoundingClientRect()];
    const numbers = this.#lines.querySelector(".log-number")!.getBoundingClientRect().width;
    if (hit.left >= view.left + numbers && hit.right <= view.right) return;
    this.element.scrollLeft += hit.left - view.left - view.width / 2;
  }

  #scale(): number {
    return Math.min(1, tallestElement / (this.#text.lineCount * this.#lineHeight));
  }

  #measure(): void {
    const probe = document.createElement("div");
    probe.className = "log-row";
    probe.textContent = "0";
    this.#lines.replaceChildren(probe);
    this.#lineHeight = probe.getBoundingClientRect().height || this.#lineHeight;
    this.#spacer.style.height = `${this.#text.lineCount * this.#lineHeight * this.#scale()}px`;
    this.#spacer.style.minWidth = `calc(${this.#text.widestLine}ch + 6rem)`;
    this.#draw();
  }

  #draw(): void {
    const top = this.element.scrollTop / this.#scale();
    const first = Math.max(1, Math.floor(top / this.#lineHeight) + 1 - overscan);
    const last = Math.min(
      this.#text.lineCount,
      first + Math.ceil(this.element.clientHeight / this.#lineHeight) + 2 * overscan,
    );
    // What cannot be read any more stays open; the log says so when it is asked for.
    this.#text.load?.(first, last)?.then(
      () => this.#draw(),
      () => undefined,
    );
    const rows: HTMLElement[] = [];
    for (let line = first; line <= last; line++) rows.push(this.#row(line));
    this.#lines.style.transform = `translateY(${this.element.scrollTop - (top - (first - 1) * this.#lineHeight)}px)`;
    this.#lines.replaceChildren(...rows);
  }

  #row(line: number): HTMLElement {
    const row = document.createElement("div");
    row.className = "log-row";
    const number = row.appendChild(document.createElement("span"));
    number.className = "log-number";
    number.textContent = String(line);
    const text = (this.#text.lineAt(line) ?? "…") || " ";
    const at = line === this.#current && this.#found !== "" ? text.toLowerCase().indexOf(this.#found) : -1;
    if (at < 0) row.append(text);
    else {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(at, at + this.#found.length);
      row.append(text.slice(0, at), mark, text.slice(at + this.#found.length));
    }
    if (line === this.#current) row.classList.add("is-current");
    const reason = this.#marks.get(line);
    if (reason) {
      row.classList.add("is-marked");
      row.title = reason;
      const note = row.appendChild(document.createElement("span"));
      note.className = "log-reason";
      note.textContent = ` ← ${reason}`;
    }
    return row;
  }
}
