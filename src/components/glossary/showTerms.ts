/**
 * Shows what the glossary says of a term, beside its link: while the pointer or the focus is there, and after a first tap. Escape
 * takes it away. Who hears the page is told by `aria-describedby`; without scripts the link leads to the glossary.
 */
const card = document.createElement("div");
card.className = "term-card";
card.popover = "manual";
card.addEventListener("pointerleave", hideSoon);
card.addEventListener("pointerenter", keep);

/** the link whose term is shown */
let shown: HTMLAnchorElement | undefined;
/** the link whose term is not to be shown again until the pointer or the focus has left it */
let dismissed: HTMLAnchorElement | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** How long the card stays when the pointer has left, so that it can be reached; and how long a pointer rests before it shows. */
const stayTime = 250;
const restTime = 120;
let showing: ReturnType<typeof setTimeout> | undefined;

const termOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLAnchorElement>("a.term") : null);

document.addEventListener("pointerover", (event) => {
  const term = termOf(event);
  if (!term || event.pointerType === "touch") return;
  keep();
  if (term !== shown) showing = setTimeout(() => show(term, event), restTime);
});
document.addEventListener("pointerout", (event) => {
  const term = termOf(event);
  if (!term || event.pointerType === "touch") return;
  clearTimeout(showing);
  if (dismissed === term && document.activeElement !== term) dismissed = undefined;
  if (document.activeElement !== term) hideSoon();
});
document.addEventListener("focusin", (event) => {
  const term = termOf(event);
  if (term?.matches(":focus-visible")) show(term);
});
document.addEventListener("focusout", (event) => {
  if (!termOf(event)) return;
  dismissed = undefined;
  // What has the focus within the card goes on being read.
  if (!card.contains(event.relatedTarget as Node | null)) hideSoon();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown) return;
  dismissed = shown;
  hide();
});
document.addEventListener("click", (event) => {
  const term = termOf(event);
  if (!term) {
    if (shown && !card.contains(event.target as Node)) hide();
    return;
  }
  // A finger cannot hover: its first tap shows, and the link is in the card. Others follow the link at once.
  if ((event as PointerEvent).pointerType !== "touch") return;
  event.preventDefault();
  // A tap asks anew, also where Escape took the card away before.
  dismissed = undefined;
  show(term, event);
});
addEventListener("resize", hide);

function show(term: HTMLAnchorElement, at?: { clientX: number; clientY: number }): void {
  if (dismissed === term || shown === term) return;
  dismissed = undefined;
  keep();
  const says = document.createElement("p");
  says.textContent = document.getElementById(term.getAttribute("aria-describedby")!)!.textContent;
  const more = document.createElement("a");
  more.href = term.href;
  more.textContent = "In the glossary";
  // The term is the same link; for the keyboard one of them is enough.
  more.tabIndex = -1;
  card.replaceChildren(says, more);
  if (!card.isConnected) document.body.append(card);
  card.showPopover();
  place(term, at);
  shown = term;
}

/** Under the line of the term, or above it where there is more room: never over it. */
function place(term: Element, at: { clientX: number; clientY: number } | undefined): void {
  const boxes = [...term.getClientRects()];
  const box = boxes.find(({ top, bottom }) => at && at.clientY >= top && at.clientY <= bottom) ?? boxes[0];
  if (!box) return;
  const { clientWidth, clientHeight } = document.documentElement;
  // A term that is broken over two lines is not covered either.
  const { top, bottom } = term.getBoundingClientRect();
  const [above, below] = [top - 8, clientHeight - bottom - 8];
  const { offsetWidth: width, scrollHeight } = card;
  const isBelow = below >= scrollHeight || below >= above;
  card.style.maxHeight = `${Math.max(isBelow ? below : above, 0)}px`;
  card.style.left = `${Math.max(8, Math.min(box.left, clientWidth - width - 8))}px`;
  card.style.top = isBelow ? `${bottom + 4}px` : `${Math.max(4, top - 4 - card.offsetHeight)}px`;
}

function keep(): void {
  clearTimeout(hiding);
  clearTimeout(showing);
}

function hideSoon(): void {
  clearTimeout(hiding);
  hiding = setTimeout(hide, stayTime);
}

function hide(): void {
  keep();
  if (!shown) return;
  shown = undefined;
  card.hidePopover();
}
