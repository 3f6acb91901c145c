import { isQuestionMarkOn } from "./questionMark.ts";

/** Where a question mark is a character to be typed. */
const typing = 'input, textarea, select, [contenteditable], [role="textbox"], .monaco-editor';

async function open(): Promise<void> {
  const { openKeys } = await import("./openKeys.ts");
  openKeys();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if ((event.target as Element).closest(typing) || document.querySelector("dialog[open]") || !isQuestionMarkOn())
    return;
  event.preventDefault();
  void open();
});

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-action="keys"]')) {
  button.hidden = false;
  button.addEventListener("click", () => void open());
}
