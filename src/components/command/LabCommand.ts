import { copyText } from "../share/copyText.ts";
import type { CommandSpan } from "./commandSpans.ts";

/** How long a button says that it copied. */
const saysItFor = 2000;

/** A command with a button that copies it. Without JavaScript the button stays invisible; the text can be selected. */
export class LabCommand extends HTMLElement {
  #lessonCode: Node[] | undefined;
  #lessonText = "";

  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>("button[data-copy]")!;
    const said = this.querySelector("[role=status]")!;
    const label = button.firstChild!;
    button.addEventListener("click", async () => {
      const isCopied = await copyText(button.dataset["copy"]!);
      label.textContent = isCopied ? "Copied" : "Not copied";
      said.textContent = isCopied ? "Copied" : "The browser did not allow copying; select the text instead.";
      setTimeout(() => {
        label.textContent = "Copy";
        said.textContent = "";
      }, saysItFor);
    });
  }

  /** Shows and copies the command as a link fills it in. */
  showFilled(spans: readonly CommandSpan[]): void {
    const [code, button] = this.#parts();
    if (!this.#lessonCode) {
      this.#lessonCode = [...code.childNodes];
      this.#lessonText = button.dataset["copy"]!;
    }
    code.replaceChildren(
      ...spans.map(({ text, look }) => {
        if (look === "plain") return text;
        const element = document.createElement(look === "filled" ? "strong" : "span");
        element.className = look;
        element.textContent = text;
        return element;
      }),
    );
    button.dataset["copy"] = spans.map(({ text }) => text).join("");
  }

  /** Shows and copies the lesson's own command again. */
  showLesson(): void {
    if (!this.#lessonCode) return;
    const [code, button] = this.#parts();
    code.replaceChildren(...this.#lessonCode);
    button.dataset["copy"] = this.#lessonText;
  }

  #parts(): [code: HTMLElement, button: HTMLButtonElement] {
    return [this.querySelector(".line code")!, this.querySelector("button[data-copy]")!];
  }
}

customElements.define("lab-command", LabCommand);
