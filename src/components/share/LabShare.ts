import { copyText } from "./copyText.ts";

/** How long a button says that it copied. */
const saysItFor = 2000;

/** Copies a link in the form its button names. Without JavaScript the buttons stay hidden: the address bar does the same. */
export class LabShare extends HTMLElement {
  connectedCallback(): void {
    const said = this.querySelector(".said")!;
    for (const button of this.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const text = withHost(button.dataset["copy"]!);
        const isCopied = await copyText(text);
        // Who sees the page reads it on the button, so that nothing moves; who hears it is told here.
        said.classList.toggle("visually-hidden", isCopied);
        said.textContent = isCopied
          ? `Copied: ${firstWords(text)}`
          : "The browser did not allow copying; the address bar has the link.";
        if (isCopied) sayOnButton(button);
      });
    }
  }

  /** The same buttons for a place on the page: its heading's words for the title, its address for the address. */
  forHeading(title: string, id: string): LabShare {
    const twin = this.cloneNode(true) as LabShare;
    const { title: ownTitle, url: ownUrl } = this.dataset;
    for (const button of twin.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
      button.dataset["copy"] = button.dataset["copy"]!.replace(ownTitle!, title).replace(ownUrl!, `${ownUrl}#${id}`);
    }
    for (const hidden of twin.querySelectorAll(".visually-hidden")) hidden.textContent = `: section ${title}`;
    const said = twin.querySelector(".said")!;
    said.textContent = "";
    said.classList.remove("visually-hidden");
    return twin;
  }
}

/** The page may stand under another host than it was built for: the link is to where the reader is. */
function withHost(text: string): string {
  const built = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return built ? text.replaceAll(new URL(built).origin, location.origin) : text;
}

/** Puts “Copied” in the place of a button's words for a moment, in the same width. */
function sayOnButton(button: HTMLButtonElement): void {
  const label = button.firstChild!;
  if (label.textContent === "Copied") return;
  const words = label.textContent;
  button.style.minWidth = `${button.getBoundingClientRect().width}px`;
  label.textContent = "Copied";
  setTimeout(() => {
    label.textContent = words;
    button.style.minWidth = "";
  }, saysItFor);
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
