let region: HTMLElement | undefined;

/**
 * Makes the page's one live region. It has to be there some time before the first announcement: screen readers only
 * follow regions that they have seen empty.
 */
export function prepareAnnouncer(): void {
  if (region) return;
  region = document.createElement("div");
  region.className = "visually-hidden";
  region.id = "announcements";
  region.setAttribute("role", "status");
  document.body.append(region);
}

/** Milliseconds without another sentence after which the last one is said. */
const quietTime = 500;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Says a sentence once no other one has come for a moment: who drags a slider wants to hear where it ended. */
export function announceWhenQuiet(sentence: string): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => announce(sentence), quietTime);
}

/** Says one short sentence to whoever hears the page. */
export function announce(sentence: string): void {
  clearTimeout(waiting);
  prepareAnnouncer();
  // The same sentence twice would be no change, and silent.
  region!.textContent = region!.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
