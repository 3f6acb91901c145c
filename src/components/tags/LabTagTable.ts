import { readLinkNames } from "../link/linkNames.ts";
import { matchTags } from "./matchTags.ts";

/** The table of tags with its search: shows the rows that fit, says how many, and begins with the tag that a link names. */
class LabTagTable extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector("input")!;
    const linked = readLinkNames(location.search).names.tag;
    if (linked !== undefined && field.value === "") field.value = linked.trimEnd();
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
