import { copyText } from "./copyText.ts";

/** Copies a link in the form its button names. Without JavaScript the buttons stay hidden: the address bar does the same. */
class LabShare extends HTMLElement {
  connectedCallback(): void {
    const said = this.querySelector(".said")!;
    for (const button of this.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        // The page may stand under another host than it was built for: the link is to where the reader is.
        const text = withHost(button.dataset["copy"]!);
        said.textContent = (await copyText(text))
          ? `Copied: ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`
          : "The browser did not allow copying; the address bar has the link.";
      });
    }
  }
}

/** Puts the host that serves the page in the place of the one it was built for. */
function withHost(text: string): string {
  const built = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return built ? text.replaceAll(new URL(built).origin, location.origin) : text;
}

customElements.define("lab-share", LabShare);
