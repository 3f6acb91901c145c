import { diffLines } from "diff";

/** A text and what it is called, after “only in”: `the lesson’s`. */
export interface NamedText {
  name: string;
  text: string;
}

/** Shows line by line, in a dialog, what is different between two texts of a cell. Resolves when it is closed. */
export function showDifference(title: string, other: NamedText, mine: NamedText): Promise<void> {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog edit-difference not-content";
  const heading = element("h2", `What is different: ${title}`);
  heading.id = "edit-difference-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  const key = element("p");
  key.append(element("del", `− only in ${other.name}`), element("ins", `+ only in ${mine.name}`));
  const lines = element("pre");
  lines.tabIndex = 0;
  lines.setAttribute("role", "region");
  lines.setAttribute("aria-label", "The lines of both");
  for (const { value, added, removed } of diffLines(withEnd(other.text), withEnd(mine.text))) {
    const [tag, mark] = added ? ["ins", "+ "] : removed ? ["del", "− "] : ["span", "  "];
    for (const line of value.replace(/\n$/, "").split("\n")) lines.append(element(tag!, mark + line), "\n");
  }
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(heading, key, lines, close);
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve();
    });
  });
}

/** A last line without its end would differ from the same line with one. */
function withEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

function element(tag: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
