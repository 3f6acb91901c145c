/** The part of Pagefind's API that is used here: https://pagefind.app/docs/api/ */
interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Hit> }[] } | null>;
}
interface Hit {
  url: string;
  meta: { title?: string };
  /** text with the matches in <mark> elements and nothing else, by Pagefind's contract */
  excerpt: string;
}

/** The most hits that are shown: nobody reads on. */
const mostHits = 12;

/** Search over the built pages. Pagefind's index is fetched when the dialog first opens, never on the reading path. */
class LabSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const open = this.querySelector<HTMLButtonElement>(".open")!;
    const dialog = this.querySelector("dialog")!;
    const input = this.querySelector("input")!;
    open.disabled = false;
    const show = () => {
      dialog.showModal();
      input.select();
      void this.#load();
    };
    open.addEventListener("click", show);
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    this.querySelector("form")!.addEventListener("submit", (event) => {
      if ((event as SubmitEvent).submitter) return;
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>(".hits a")?.click();
    });
    // In a search field Escape would first only empty it; here it always leaves.
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") dialog.close();
    });
    input.addEventListener("input", () => void this.#search(input.value.trim()));
    document.addEventListener("keydown", (event) => {
      const isTyping = (event.target as HTMLElement).closest(
        "input, textarea, select, [contenteditable], .monaco-editor",
      );
      const isShortcut = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !isTyping);
      if (!isShortcut || dialog.open) return;
      event.preventDefault();
      show();
    });
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= (import(/* @vite-ignore */ this.dataset["bundle"]!) as Promise<Pagefind>).then(
      async (pagefind) => {
        await pagefind.init();
        return pagefind;
      },
    );
    return this.#pagefind;
  }

  async #search(query: string): Promise<void> {
    const status = this.querySelector(".status")!;
    const hits = this.querySelector(".hits")!;
    if (query === "") {
      status.textContent = "";
      hits.replaceChildren();
      return;
    }
    try {
      const pagefind = await this.#load();
      const found = await pagefind.debouncedSearch(query);
      if (!found) return; // A newer query is on its way.
      const shown = await Promise.all(found.results.slice(0, mostHits).map((result) => result.data()));
      hits.replaceChildren(...shown.map(hitItem));
      status.textContent =
        found.results.length === 0
          ? `Nothing about “${query}”. Try the name of a tool, a tag or a command.`
          : `${found.results.length} found`;
    } catch {
      this.#pagefind = undefined;
      status.textContent =
        "The search index could not be loaded. It exists in the built site only; is the connection there?";
    }
  }
}

function hitItem(hit: Hit): HTMLLIElement {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = hit.url;
  link.appendChild(document.createElement("strong")).textContent = hit.meta.title ?? hit.url;
  const excerpt = link.appendChild(document.createElement("span"));
  for (const [index, part] of hit.excerpt.split(/<\/?mark>/).entries()) {
    const node = index % 2 === 1 ? document.createElement("mark") : document.createElement("span");
    node.style.display = "inline";
    node.textContent = decodeEntities(part);
    excerpt.append(node);
  }
  return item;
}

/** Pagefind escapes the page's text for HTML; as text it is wanted plain. */
function decodeEntities(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

customElements.define("lab-search", LabSearch);
