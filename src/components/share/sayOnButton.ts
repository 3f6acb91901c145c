/** How long a button says that it copied. */
const saysItFor = 2000;

/** Puts “Copied” in the place of a button's words for a moment, in the same width. */
export function sayOnButton(button: HTMLButtonElement): void {
  if (button.dataset["words"] !== undefined) return;
  button.dataset["words"] = button.firstChild!.textContent!;
  button.style.minWidth = `${button.getBoundingClientRect().width}px`;
  button.firstChild!.textContent = "Copied";
  setTimeout(() => restoreWords(button), saysItFor);
}

/** Gives a button its own words back; a copy of one that was just saying “Copied” would keep saying it. */
export function restoreWords(button: HTMLButtonElement): void {
  const { words } = button.dataset;
  if (words === undefined) return;
  button.firstChild!.textContent = words;
  button.style.minWidth = "";
  delete button.dataset["words"];
}
