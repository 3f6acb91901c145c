import { copiedQuery } from "../link/copiedQuery.ts";
import { copyText } from "./copyText.ts";
import { restoreWords, sayOnButton } from "./sayOnButton.ts";
import { withHost, withQuery } from "./shareAddress.ts";

/** Copies a link in the form its button names. Without JavaScript the buttons stay invisible: the address bar does the same. */
export class LabShare extends HTMLElement {
  connectedCallback(): void {
    const said = this.querySelector(".said")!;
    for (const button of this.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
      button.addEventListener("click", async () => {
        const text = this.#textFor(button, copiedQuery.value);
        const isCopied = await copyText(text);
        // Who sees the page reads it on the button, so that nothing moves; who hears it is told here.
        said.classList.toggle("visually-hidden", isCopied);
        said.textContent = isCopied
          ? `Copied: ${firstWords(text)}`
          : "The browser did not allow copying; the address bar has the link.";
        if (isCopied) sayOnButton(button);
      });
    }
    const names = this.querySelector<HTMLButtonElement>('[data-action="names"]');
    if (!names) return;
    names.addEventListener("click", () => {
      this.#askForNames().then(
        () => names.focus(),
        () => {
          said.classList.remove("visually-hidden");
          said.textContent = "The form could not be fetched. Try again once the connection is back.";
        },
      );
    });
  }

  async #askForNames(): Promise<void> {
    const { askForNames } = await import("../link/askForNames.ts");
    const buttons = [...this.querySelectorAll<HTMLButtonElement>("button[data-copy]")];
    await askForNames(
      buttons.map((button) => ({
        label: button.firstChild!.textContent!.trim(),
        textFor: (query) => this.#textFor(button, query),
      })),
    );
  }

  /** What a button copies: for the host that serves the page, with names for commands where there are any. */
  #textFor(button: HTMLButtonElement, query: string): string {
    return withHost(withQuery(button.dataset["copy"]!, this.dataset["url"]!, query));
  }

  /** The same buttons for a place on the page: its heading's words for the title, its address for the address. */
  forHeading(title: string, id: string): LabShare {
    const twin = this.cloneNode(true) as LabShare;
    const { title: ownTitle, url: ownUrl } = this.dataset;
    for (const button of twin.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
      restoreWords(button);
      button.dataset["copy"] = button.dataset["copy"]!.replace(ownTitle!, title).replace(ownUrl!, `${ownUrl}#${id}`);
    }
    for (const hidden of twin.querySelectorAll(".visually-hidden")) hidden.textContent = `: section ${title}`;
    const said = twin.querySelector(".said")!;
    said.textContent = "";
    said.classList.remove("visually-hidden");
    return twin;
  }
}

function firstWords(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

customElements.define("lab-share", LabShare);

// A heading's own link, when it is followed, offers the same forms beneath the heading.
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a.sl-anchor-link");
  const share = document.querySelector<LabShare>(".page-title lab-share");
  if (!link || !share) return;
  const wrapper = link.closest(".sl-heading-wrapper")!;
  document.querySelector("lab-share.for-heading")?.remove();
  const twin = share.forHeading(wrapper.querySelector("h2, h3, h4")!.textContent, link.hash.slice(1));
  twin.classList.add("for-heading");
  wrapper.append(twin);
});
