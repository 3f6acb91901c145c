/** Shows only the terms of the glossary that have what is typed, in their name or in what is said of them. */
class LabGlossaryFilter extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("input")!;
    field.addEventListener("input", () => this.#filter(field.value));
    // The browser may have kept what stood there.
    this.#filter(field.value);
    // A link to a term must find it.
    addEventListener("hashchange", () => {
      field.value = "";
      this.#filter("");
    });
  }

  #filter(typed: string): void {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const terms = this.#terms();
    let shown = 0;
    for (const elements of terms) {
      const text = elements.map(({ textContent }) => textContent.toLowerCase()).join(" ");
      const isShown = words.every((word) => text.includes(word));
      if (isShown) shown++;
      for (const element of elements) element.hidden = !isShown;
    }
    this.querySelector("p")!.textContent =
      words.length === 0
        ? `${terms.length} terms`
        : shown === 0
          ? "No term has that."
          : `${shown} of ${terms.length} terms`;
  }

  /** Each term's heading and what follows it, up to the next. */
  #terms(): HTMLElement[][] {
    const terms: HTMLElement[][] = [];
    for (let next = this.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches("h2") || next.querySelector(":scope > h2")) terms.push([]);
      terms.at(-1)?.push(next as HTMLElement);
    }
    return terms;
  }
}

customElements.define("lab-glossary-filter", LabGlossaryFilter);
