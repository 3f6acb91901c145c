/** Has the browser ask before the page is left, only while leaving would lose something: a page that may ask is not kept for Back. */
export function warnBeforeLeaving(isNeeded: boolean): void {
  if (isNeeded) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
