import { type Cursor, nearestSample, samplesBeside } from "./findSamples.ts";
import { type PlacedSeries, placeSamples } from "./placeSamples.ts";
import type { Reading } from "./Reading.ts";
import { ReadingOverlay } from "./ReadingOverlay.ts";
import { ReadingStatus } from "./ReadingStatus.ts";
import { ReadingWords } from "./ReadingWords.ts";
import { stepCursor } from "./stepCursor.ts";

/** Reads the samples of one chart with its reader: where the pointer is, or where the keys have come to. */
export class ChartReader {
  readonly #frame: HTMLElement;
  readonly #all: readonly PlacedSeries[];
  readonly #words: ReadingWords;
  readonly #overlay: ReadingOverlay;
  readonly #status: ReadingStatus;
  #cursor: Cursor | undefined;
  /** ends what is listened to while something is shown; undefined while nothing is */
  #shown: AbortController | undefined;
  #byKeys = false;

  /** @param frame the element around the drawing, which takes the focus */
  constructor(frame: HTMLElement) {
    const svg = frame.querySelector<SVGSVGElement>("svg[data-reading]")!;
    const reading = JSON.parse(svg.dataset["reading"]!) as Reading;
    this.#frame = frame;
    this.#all = placeSamples(reading);
    this.#words = new ReadingWords(reading, this.#all);
    this.#overlay = new ReadingOverlay(frame, svg, reading, this.#all);
    this.#status = new ReadingStatus(frame);
    for (const type of ["pointerenter", "pointermove", "pointerdown", "pointerleave", "focus", "blur", "keydown"])
      frame.addEventListener(type, (event) => this.receive(event));
  }

  /** Takes one event of the frame. */
  receive(event: Event): void {
    if (event instanceof PointerEvent) this.#onPointer(event);
    else if (event instanceof KeyboardEvent) this.#onKey(event);
    else if (event.type === "blur") this.#hide();
    else if (this.#frame.matches(":focus-visible")) this.#show(() => this.#overlay.showKeys());
  }

  #onPointer(event: PointerEvent): void {
    if (event.type === "pointerleave") {
      // A finger that is lifted leaves too, but has just asked.
      if (event.pointerType !== "touch") this.#hide();
      return;
    }
    const nearest = nearestSample(this.#all, this.#overlay.placeOf(event));
    if (!nearest) return;
    this.#byKeys = false;
    this.#read(nearest);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = stepCursor(this.#all, this.#cursor, event.key);
    if (!next) return;
    event.preventDefault();
    this.#byKeys = true;
    this.#overlay.reveal(next);
    this.#read(next);
    this.#status.say(() => this.#words.spoken(next));
  }

  #read(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#show(() => this.#draw(cursor));
  }

  #draw(cursor: Cursor): void {
    const at = this.#words.at(cursor);
    const beside = samplesBeside(this.#all, cursor);
    const heightOf = ({ series, index }: Cursor): number => this.#all[series]![index]!.y;
    const rows = beside.toSorted((a, b) => heightOf(a) - heightOf(b)).map((one) => this.#words.row(one, at));
    this.#overlay.show(cursor, beside, at, rows, this.#byKeys);
  }

  /** Shows something until Escape, or until the reader turns to something else. */
  #show(draw: () => void): void {
    this.#shown?.abort();
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    draw();
    // The label lies beside the drawing's scroll box, not in it.
    for (const [target, type] of [
      [window, "resize"],
      [this.#frame, "scroll"],
    ] as const)
      target.addEventListener(type, draw, { signal, capture: true });
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        // A run may have put another chart into this one’s place.
        if (this.#frame.isConnected) event.preventDefault();
        this.#hide();
      },
      { signal },
    );
    document.addEventListener(
      "pointerdown",
      ({ target }) => {
        if (!this.#frame.contains(target as Node)) this.#hide();
      },
      { signal },
    );
  }

  #hide(): void {
    this.#shown?.abort();
    this.#shown = undefined;
    this.#overlay.hide();
    this.#status.clear();
  }
}
