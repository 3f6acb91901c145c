import { stampText } from "../cell/stampText.ts";
import type { EditStore } from "./EditStore.ts";
import { lessonChanged, noteOf } from "./editWords.ts";
import { readEdit, whatToOffer, type KeptEdit } from "./KeptEdit.ts";
import { offerReset, showNote, showNotice, shownText, showText } from "./showEdit.ts";

/**
 * Shows the reader's kept edits while the page is being parsed: each in the turn in which its cell arrives and before anything
 * below it is painted, so that nothing moves. Nothing is run, and a page without kept edits costs one look at the storage.
 */
export function restoreEdits(store: EditStore): void {
  const edits = new Map<string, KeptEdit>();
  for (const address of store.list()) {
    const edit = readEdit(store.read(address));
    if (edit) edits.set(`${address.page}#${address.cell}`, edit);
  }
  if (edits.size === 0) return;
  const restored = new Map<string, string>();
  const seen = new WeakSet<Element>();

  const look = () => {
    for (const cell of document.querySelectorAll<HTMLElement>("lab-cell")) {
      if (!seen.has(cell) && hasItsCode(cell)) {
        seen.add(cell);
        const id = `${cell.dataset["page"]}#${cell.dataset["cell"]}`;
        if (restore(cell, edits.get(id))) restored.set(id, cell.dataset["title"] ?? "");
      }
      markStale(cell, restored);
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  const finish = () => {
    observer.disconnect();
    look();
  };
  document.addEventListener("readystatechange", finish, { once: true });
}

/** Whether the parser is past the code: a half of it would have another hash. */
function hasItsCode(cell: Element): boolean {
  return document.readyState !== "loading" || cell.querySelector(".cell-code")?.nextElementSibling != null;
}

function restore(cell: HTMLElement, edit: KeptEdit | undefined): boolean {
  const offer = whatToOffer(edit, shownText(cell));
  if (!edit || offer === "nothing") return false;
  showText(cell, edit.text);
  showNote(cell, noteOf(edit.time));
  offerReset(cell, "reset");
  if (offer === "both") showNotice(cell, lessonChanged);
  return true;
}

/** The result of a changed cell, and of what builds on one, is older than its code. */
function markStale(cell: HTMLElement, restored: ReadonlyMap<string, string>): void {
  const { page, cell: id, needs = "", status } = cell.dataset;
  const line = cell.querySelector(".cell-stamp span");
  if (!line || status !== "asBuilt") return;
  const changed = needs.split(" ").find((needed) => restored.has(`${page}#${needed}`));
  const olderThan = restored.has(`${page}#${id}`) ? undefined : restored.get(`${page}#${changed}`);
  if (!restored.has(`${page}#${id}`) && olderThan === undefined) return;
  cell.dataset["status"] = "stale";
  line.textContent = stampText(
    { status: "stale", ...(olderThan === undefined ? {} : { olderThan: `the code of “${olderThan}”` }) },
    0,
  );
}
