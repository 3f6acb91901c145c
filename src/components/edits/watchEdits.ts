import { lessonOf } from "../cell/lessonOf.ts";
import { siteStore } from "./siteStore.ts";

// Somebody edits in another tab. What shows that is fetched now; at its opening it looks at what is kept.
siteStore.subscribe(({ page, cell }) => {
  if (document.querySelector(`lab-cell[data-page="${CSS.escape(page)}"][data-cell="${CSS.escape(cell)}"]`)) open(page);
});

// A page that comes back from the browser's memory was told nothing meanwhile.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  const pages = [...document.querySelectorAll<HTMLElement>("lab-cell")].map((cell) => cell.dataset["page"] ?? "");
  const kept = new Set(siteStore.list().map(({ page }) => page));
  for (const page of new Set(pages)) {
    if (kept.has(page) || document.querySelector("lab-cell[data-edited]")) open(page);
  }
});

function open(page: string): void {
  // Without a connection the page stays as it is; nothing is lost by that.
  lessonOf(page).catch(() => undefined);
}
