import "./keys.css";
import { keyGroups, type KeyEntry } from "./keyList.ts";
import { isQuestionMarkOn, setQuestionMark } from "./questionMark.ts";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Lists the keys in a dialog; closing it leads back to where the reader was. */
export function openKeys(): void {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog keys not-content";
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = element("h2", "Keys");
  title.id = "keys-title";
  // The focus on the last button would open a long list at its end.
  title.tabIndex = -1;
  title.autofocus = true;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  const groups = keyGroups.flatMap(({ where, entries }) => [element("h3", where), listOf(entries)]);
  dialog.append(title, ...groups, questionMarkChoice(), close);
  dialog.addEventListener("close", () => dialog.remove());
  // A click beside the dialog meets the dialog itself, which its content covers.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function listOf(entries: readonly KeyEntry[]): HTMLElement {
  const list = document.createElement("dl");
  for (const { keys, keysOnMac = keys.replace("Ctrl", "⌘"), does } of entries) {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const names = (isMac ? keysOnMac : keys).split("+");
    term.append(...names.flatMap((name, index) => (index === 0 ? [key(name)] : [" + ", key(name)])));
    row.append(term, element("dd", does));
    list.append(row);
  }
  return list;
}

function key(name: string): HTMLElement {
  return element("kbd", name);
}

function questionMarkChoice(): HTMLElement {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = isQuestionMarkOn();
  box.addEventListener("change", () => setQuestionMark(box.checked));
  label.append(box, " The key ? opens this list. The button “Keys” always does.");
  return label;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
