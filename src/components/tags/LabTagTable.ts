import { matchTags } from "./matchTags.ts";

/** The table of tags with its search: shows the rows that fit, says how many, and begins with the tag that a link names. */
class LabTagTable extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("input")!;
    // Only shown in the field and compared: it need not be checked as a name that goes into a command.
    const linked = new URLSearchParams(location.search).get("tag");
    if (linked !== null && field.value === "") field.value = linked.trim().slice(0, 4);
    field.addEventListener("input", () => this.#show(field.value));
    this.querySelector("form")!.addEventListener("submit", (event) => event.preventDefault());
    this.#show(field.value);
  }

  #show(typed: string): void {
    const rows = [...this.querySelectorAll<HTMLTableRowElement>("tbody tr")];
    const isShown = matchTags(
      rows.map((row) => ({ tag: row.dataset["tag"]!, words: row.textContent })),
      typed,
    );
    for (const [index, row] of rows.entries()) row.hidden = !isShown[index];
    const count = isShown.filter(Boolean).length;
    this.querySelector<HTMLElement>("table")!.hidden = count === 0;
    this.querySelector("[role=status]")!.textContent =
      typed.trim() === ""
        ? `${rows.length} tags`
        : count === 0
          ? `No tag here is “${typed.trim()}”. Search pooltag.txt, then the driver files: it may be a third party’s.`
          : `${count} of ${rows.length} tags`;
  }
}

customElements.define("lab-tag-table", LabTagTable);
