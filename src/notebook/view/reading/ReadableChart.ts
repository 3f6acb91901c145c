/**
 * The frame of a chart whose samples can be read by pointer and by keyboard. The drawing is complete without it. This
 * script only listens; what reads is fetched when the pointer or the focus comes to the chart.
 */
export class ReadableChart extends HTMLElement {
  connectedCallback(): void {
    this.#letScroll();
    const drawing = this.querySelector("svg[data-reading]");
    if (!drawing || this.hasAttribute("role")) return;
    // A screen reader passes arrow keys on to an application only; the drawing's description becomes its name.
    this.setAttribute("role", "application");
    this.setAttribute("aria-roledescription", "chart");
    this.setAttribute("aria-label", drawing.getAttribute("aria-label") ?? "");
    this.setAttribute(
      "aria-description",
      "Arrow left and right read the samples, up and down change the line, Escape ends. The numbers follow as a table.",
    );
    drawing.setAttribute("aria-hidden", "true");
    this.tabIndex = 0;
    const come = (event: Event): void => {
      for (const type of arrivals) this.removeEventListener(type, come);
      void import("./ChartReader.ts").then(
        ({ ChartReader }) => new ChartReader(this).receive(event),
        // Without a connection the chart stays what it is without scripts; the next arrival tries again.
        () => this.#listen(come),
      );
    };
    this.#listen(come);
  }

  /** Where the chart is wider than the screen, the keyboard scrolls it, too. */
  #letScroll(): void {
    const frame = this.querySelector<HTMLElement>(".value-chart-drawing");
    if (!frame) return;
    new ResizeObserver(() => {
      const isWider = frame.scrollWidth > frame.clientWidth + 1;
      for (const [name, value] of Object.entries({
        tabindex: "0",
        role: "group",
        "aria-label": "Chart, scrolls sideways",
      }))
        if (isWider) frame.setAttribute(name, value);
        else frame.removeAttribute(name);
    }).observe(frame);
  }

  #listen(come: (event: Event) => void): void {
    for (const type of arrivals) this.addEventListener(type, come);
  }
}

const arrivals = ["pointerenter", "focus", "keydown"];

customElements.define("readable-chart", ReadableChart);
