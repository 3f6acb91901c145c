/** Milliseconds of rest after which a step is spoken: a key that is held says only where it ended. */
const rest = 250;

/** Says what is read to whoever hears the page. */
export class ReadingStatus {
  readonly #region: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(frame: HTMLElement) {
    this.#region = frame.ownerDocument.createElement("div");
    this.#region.className = "visually-hidden";
    this.#region.setAttribute("role", "status");
    frame.append(this.#region);
  }

  /** Says a sentence, unless another one follows at once; `write` is asked when it is said. */
  say(write: () => string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const sentence = write();
      // The same sentence twice would be no change, and silent.
      this.#region.textContent = this.#region.textContent === sentence ? `${sentence}\u00a0` : sentence;
    }, rest);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#region.textContent = "";
  }
}
