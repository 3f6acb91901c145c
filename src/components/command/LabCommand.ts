import { copyText } from "../share/copyText.ts";

/** How long a button says that it copied. */
const saysItFor = 2000;

/** A command with a button that copies it. Without JavaScript the button stays hidden; the text can be selected. */
class LabCommand extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>("button[data-copy]")!;
    const said = this.querySelector("[role=status]")!;
    const label = button.firstChild!;
    button.hidden = false;
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
}

customElements.define("lab-command", LabCommand);
