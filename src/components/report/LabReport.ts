import { copyText } from "../share/copyText.ts";
import { sayOnButton } from "../share/sayOnButton.ts";

/** A report with a button that copies it. Without JavaScript the button stays invisible; the text can be selected. */
export class LabReport extends HTMLElement {
  connectedCallback(): void {
    const [button, status, report] = [...this.children];
    if (!(button instanceof HTMLButtonElement) || !status || !report) return;
    button.addEventListener("click", async () => {
      const isCopied = await copyText(report.textContent);
      if (isCopied) sayOnButton(button);
      status.textContent = isCopied ? "Copied" : "The browser did not allow copying; select the text instead.";
    });
  }
}

customElements.define("lab-report", LabReport);
