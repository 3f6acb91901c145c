import { element } from "../element.ts";
import type { Cursor } from "./findSamples.ts";
import type { PlacedSample, PlacedSeries } from "./placeSamples.ts";
import type { Reading } from "./Reading.ts";
import type { ReadingRow } from "./ReadingWords.ts";

/** Pixels between a sample and its label. */
const GAP = 12;
const KEYS = "← → samples";
const MORE_KEYS = "↑ ↓ lines";

const clamp = (wanted: number, most: number): number => Math.max(0, Math.min(wanted, most));

/** What is drawn over a chart while it is read: a rule, a dot on each line, and a label beside them. */
export class ReadingOverlay {
  readonly #frame: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #reading: Reading;
  readonly #all: readonly PlacedSeries[];
  readonly #marks: SVGGElement;
  readonly #label: HTMLElement;

  constructor(frame: HTMLElement, svg: SVGSVGElement, reading: Reading, all: readonly PlacedSeries[]) {
    this.#frame = frame;
    this.#svg = svg;
    this.#reading = reading;
    this.#all = all;
    this.#marks = this.#shape("g", { class: "reading-marks" });
    // What it says is spoken by the chart's status.
    this.#label = element({ document: frame.ownerDocument }, "div", {
      class: "reading-label",
      "aria-hidden": "true",
      hidden: "",
    });
    frame.append(this.#label);
  }

  /** A place of the window, in units of the view box. */
  placeOf(at: { clientX: number; clientY: number }): { x: number; y: number } {
    const { left, top } = this.#svg.getBoundingClientRect();
    const scale = this.#scale();
    return { x: (at.clientX - left) / scale, y: (at.clientY - top) / scale };
  }

  /** Shows samples that stand on one rule; `cursor` is the one that is read. */
  show(cursor: Cursor, beside: readonly Cursor[], at: string, rows: readonly ReadingRow[], withKeys: boolean): void {
    const read = this.#sample(cursor);
    const [bottom, top] = this.#reading.y.range;
    const rule = this.#shape("line", { class: "reading-rule", x1: read.x, x2: read.x, y1: bottom, y2: top });
    const dots = beside.map((one) => {
      const { x, y } = this.#sample(one);
      const isRead = one.series === cursor.series;
      const look = { r: isRead ? 5 : 3.5, fill: this.#reading.series[one.series]!.paint };
      return this.#shape("circle", { class: "reading-dot", cx: x, cy: y, ...look });
    });
    this.#marks.replaceChildren(rule, ...dots);
    this.#svg.append(this.#marks);
    this.#label.replaceChildren(
      this.#line("reading-at", at),
      ...rows.map((row) => this.#row(row)),
      ...(withKeys ? [this.#keys()] : []),
    );
    this.#place(read);
  }

  /** Shows only which keys read the chart. */
  showKeys(): void {
    this.#marks.remove();
    this.#label.replaceChildren(this.#keys());
    this.#place({ x: this.#reading.x.range[0], y: this.#reading.y.range[1] });
  }

  hide(): void {
    this.#marks.remove();
    this.#label.hidden = true;
  }

  /** Scrolls the drawing inside its frame so that a sample is in sight. */
  reveal(cursor: Cursor): void {
    const scroller = this.#svg.parentElement!;
    const x = this.#sample(cursor).x * this.#scale();
    const margin = Math.min(48, scroller.clientWidth / 4);
    if (x < scroller.scrollLeft + margin) scroller.scrollLeft = x - margin;
    else if (x > scroller.scrollLeft + scroller.clientWidth - margin)
      scroller.scrollLeft = x - scroller.clientWidth + margin;
  }

  /** Puts the label beside a place of the drawing where it fits, else above or below it; always inside the frame. */
  #place(at: { x: number; y: number }): void {
    const label = this.#label;
    label.hidden = false;
    const [frame, svg] = [this.#frame.getBoundingClientRect(), this.#svg.getBoundingClientRect()];
    const scale = this.#scale();
    const [left, top] = [svg.left - frame.left + at.x * scale, svg.top - frame.top + at.y * scale];
    const { width, height } = label.getBoundingClientRect();
    const fitsRight = left + GAP + width <= frame.width;
    const fitsAbove = top - GAP - height >= 0;
    const isBeside = fitsRight || left - GAP - width >= 0;
    const x = fitsRight ? left + GAP : isBeside ? left - GAP - width : left - width / 2;
    const y = fitsAbove || isBeside ? top - GAP - height : top + GAP;
    // Moved by a transform, it counts as no shift of the page's layout.
    label.style.transform = `translate(${clamp(x, frame.width - width)}px, ${clamp(y, frame.height - height)}px)`;
  }

  #row({ name, paint, value, exact, at }: ReadingRow): HTMLElement {
    const key = element(this.#context, "span", { class: "reading-key", style: `color: ${paint}` });
    const notes = [exact, at].filter((note) => note !== undefined).join(", ");
    return this.#line(
      "reading-row",
      key,
      name === "" ? "" : `${name} `,
      element(this.#context, "strong", {}, value),
      notes === "" ? "" : " ",
      notes === "" ? "" : element(this.#context, "span", {}, notes),
    );
  }

  #keys(): HTMLElement {
    const parts = [KEYS, ...(this.#all.length > 1 ? [MORE_KEYS] : []), "Esc ends", "Tab to the table"];
    return this.#line("reading-keys", ...parts.map((part) => element(this.#context, "span", {}, part)));
  }

  #line(name: string, ...children: (Element | string)[]): HTMLElement {
    return element(this.#context, "p", { class: name }, ...children);
  }

  #sample({ series, index }: Cursor): PlacedSample {
    return this.#all[series]![index]!;
  }

  get #context(): { document: Document } {
    return { document: this.#frame.ownerDocument };
  }

  /** Pixels of the window to a unit of the view box. */
  #scale(): number {
    return this.#svg.getBoundingClientRect().width / this.#svg.viewBox.baseVal.width;
  }

  #shape<Name extends "g" | "line" | "circle">(
    name: Name,
    attributes: Readonly<Record<string, string | number>>,
  ): SVGElementTagNameMap[Name] {
    const shape = this.#frame.ownerDocument.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [attribute, value] of Object.entries(attributes)) shape.setAttribute(attribute, String(value));
    return shape;
  }
}
