import { announce, prepareAnnouncer } from "../cell/announce.ts";
import { notKeptText } from "./notKeptText.ts";
import { progressHere } from "./progressHere.ts";
import { dayText } from "./progressText.ts";

/**
 * Whether a lesson was read. It is marked when its end comes into sight and at least half of its sections were in sight since the page was
 * opened: who jumps to the end has not read it. A button marks it too, and takes the mark back, after which only the button sets it.
 */
class LabReadMark extends HTMLElement {
  readonly #seen = new Set<Element>();
  #isEndSeen = false;
  #isUnmarked = false;

  connectedCallback(): void {
    prepareAnnouncer();
    this.#show();
    progressHere.subscribe(() => this.#show());
    this.querySelector("button")!.addEventListener("click", () => this.#toggle());
    this.#watch();
  }

  get #page(): string {
    return this.dataset["page"] ?? "";
  }

  #watch(): void {
    const sections = [...document.querySelectorAll("main h2[id]")];
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        if (target === this) this.#isEndSeen = true;
        else this.#seen.add(target);
      }
      if (this.#isEndSeen && !this.#isUnmarked && this.#seen.size * 2 >= sections.length) {
        observer.disconnect();
        if (progressHere.of(this.#page).read === undefined) progressHere.read(this.#page, Date.now());
      }
    });
    for (const element of [...sections, this]) observer.observe(element);
  }

  #toggle(): void {
    if (progressHere.of(this.#page).read === undefined) {
      progressHere.read(this.#page, Date.now());
      announce("Marked as read.");
    } else {
      this.#isUnmarked = true;
      progressHere.unread(this.#page);
      announce("No longer marked as read.");
    }
  }

  #show(): void {
    const { read } = progressHere.of(this.#page);
    const { notKept } = progressHere;
    const said = read === undefined ? "Not marked as read yet." : `Read on ${dayText(read, Date.now())}.`;
    this.querySelector("span")!.textContent = notKept === undefined ? said : `${said} ${notKeptText(notKept)}`;
    this.querySelector("button")!.textContent = read === undefined ? "Mark as read" : "Take that back";
  }
}

customElements.define("lab-read-mark", LabReadMark);
