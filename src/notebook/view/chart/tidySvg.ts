import { relativePath } from "./relativePath.ts";

/** Attributes that are nothing but numbers and path commands. */
const NUMERIC = ["d", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height", "dx", "dy"];

/**
 * Makes the library's SVG small and quiet: a tenth of a pixel is finer than a screen, its own style sheet moves to
 * the page's, and labels inside an image are read by nobody.
 */
export function tidySvg(svg: Element): Element {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    element.removeAttribute("aria-label");
    element.removeAttribute("aria-hidden");
    for (const name of NUMERIC) {
      const value = element.getAttribute(name);
      if (value?.includes(".")) element.setAttribute(name, roundNumbers(value));
    }
    const path = element.getAttribute("d");
    if (path) element.setAttribute("d", relativePath(path));
  }
  // Of the half pixel a screen may ask for (see `halfPixel`), the ticks of an axis and tips keep a trace.
  for (const group of svg.querySelectorAll("g")) {
    if (/^translate\(0(?:\.5)?,-?0\.5\)$/.test(group.getAttribute("transform") ?? ""))
      group.removeAttribute("transform");
  }
  for (const name of ["font-family", "font-size", "style"]) svg.removeAttribute(name);
  return svg;
}

function roundNumbers(text: string): string {
  return text.replace(/-?\d+\.\d+(?!\d*(?:em|rem))/g, (digits) => String(Math.round(Number(digits) * 10) / 10));
}
