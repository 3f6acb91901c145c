import { copyText } from "../share/copyText.ts";
import { momentText, readEdit, type CellAddress, type KeptEdit } from "./KeptEdit.ts";
import { siteStore } from "./siteStore.ts";

/**
 * Offers what the reader has written into cells that the lesson no longer has, at the very end of the page, where it moves nothing. Only on
 * the lesson's own page: a cell's page lacks the others for another reason.
 */
function offerLostEdits(): void {
  const base = import.meta.env.BASE_URL.replace(/\/$/, "");
  const here = location.pathname.slice(base.length).replace(/^\/|\/$/g, "") || "index";
  for (const address of siteStore.list()) {
    const isThere = document.querySelector(`lab-cell[data-cell="${CSS.escape(address.cell)}"]`);
    const edit = address.page === here && !isThere ? readEdit(siteStore.read(address)) : undefined;
    if (edit) document.querySelector("main footer")?.append(lineOf(address, edit));
  }
}

function lineOf(address: CellAddress, { text, time }: KeptEdit): HTMLElement {
  const line = document.createElement("p");
  line.className = "lost-edit";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.textContent = `You changed a cell that this lesson no longer has (“${address.cell}”, ${momentText(time, Date.now())}).`;
  line.append(
    said,
    button("Copy your text", async () => {
      said.textContent = (await copyText(text)) ? "Your text is copied." : "The browser did not allow copying.";
    }),
    button("Forget it", () => {
      siteStore.write(address, undefined);
      line.remove();
    }),
  );
  return line;
}

function button(label: string, onClick: () => unknown): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", onClick);
  return made;
}

offerLostEdits();
