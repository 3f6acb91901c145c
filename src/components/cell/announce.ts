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

/** Says one short sentence to whoever hears the page. */
export function announce(sentence: string): void {
  prepareAnnouncer();
  // The same sentence twice would be no change, and silent.
  region!.textContent = region!.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
