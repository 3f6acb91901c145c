/** The static code of a cell: what the editor takes the place of, and what it looks like. */
export interface StaticCode {
  /** the `pre` that is hidden while the editor is open */
  block: HTMLElement;
  /** the element whose text is the code */
  code: HTMLElement;
}

/** How the static code is set, so that the editor can be set the same way. Lengths in CSS pixels. */
export interface CodeMetrics {
  fontFamily: string;
  fontSize: number;
  fontWeight: string;
  lineHeight: number;
  letterSpacing: number;
  tabSize: number;
}

export function staticCodeOf(host: HTMLElement): StaticCode {
  const block = host.querySelector<HTMLElement>("pre") ?? host;
  return { block, code: block.querySelector<HTMLElement>("code") ?? block };
}

export function metricsOf({ block, code }: StaticCode): CodeMetrics {
  const style = getComputedStyle(code);
  return {
    fontFamily: style.fontFamily,
    fontSize: parseFloat(style.fontSize),
    fontWeight: style.fontWeight,
    lineHeight: linePitch(block, code),
    letterSpacing: parseFloat(style.letterSpacing) || 0,
    tabSize: parseInt(style.tabSize, 10) || 2,
  };
}

/** The distance of two lines as painted: fallback fonts can make a line higher than its `line-height`. */
function linePitch(block: HTMLElement, code: HTMLElement): number {
  const style = getComputedStyle(block);
  const height = block.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  const lines = code.textContent.replace(/\n$/, "").split("\n").length;
  return height > 0 ? height / lines : parseFloat(getComputedStyle(code).lineHeight) || 24;
}

/**
 * A box in the place of the static code: same margin, rail and padding, so that no letter moves when one replaces the
 * other. It stays unseen until `show`, for the static code must be usable while the editor loads.
 */
export function boxFor({ block }: StaticCode): { box: HTMLElement; show: () => void; remove: () => void } {
  const box = document.createElement("div");
  box.className = "cell-editor";
  const style = getComputedStyle(block);
  for (const side of ["top", "right", "bottom", "left"]) {
    for (const property of [`margin-${side}`, `padding-${side}`, `border-${side}`]) {
      box.style.setProperty(property, style.getPropertyValue(property));
    }
  }
  // Where scroll bars take room, the room of a long line's bar is kept.
  const bar =
    block.offsetHeight - block.clientHeight - parseFloat(style.borderTopWidth) - parseFloat(style.borderBottomWidth);
  box.style.paddingBottom = `${parseFloat(style.paddingBottom) + Math.max(0, bar)}px`;
  box.style.boxSizing = "border-box";
  box.style.position = "absolute";
  box.style.visibility = "hidden";
  box.style.width = `${block.offsetWidth}px`;
  block.after(box);
  return {
    box,
    show() {
      block.hidden = true;
      // A style sheet's `display` would win over the attribute.
      block.style.display = "none";
      box.style.position = "relative";
      box.style.visibility = "";
      box.style.width = "";
    },
    remove() {
      box.remove();
      block.hidden = false;
      block.style.display = "";
    },
  };
}
