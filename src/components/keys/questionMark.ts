const stored = "pool-leak-lab/question-mark";

/**
 * Whether `?` opens the list of keys. A key of one character must be possible to switch off, since who dictates text can
 * set it off by chance (WCAG 2.1.4).
 */
export function isQuestionMarkOn(): boolean {
  try {
    return localStorage.getItem(stored) !== "off";
  } catch {
    return true;
  }
}

/** Remembers the choice, where the browser keeps anything. */
export function setQuestionMark(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(stored);
    else localStorage.setItem(stored, "off");
  } catch {
    // Then it holds for this page only as long as the list is open; nothing is lost by that.
  }
}
