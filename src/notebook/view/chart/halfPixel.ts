import type { Options } from "./checkPlot.ts";
import type { PlotLibrary } from "./library.ts";

/**
 * On screens of one dot per pixel the library moves lines by half a pixel so that they look crisp; at build there is no
 * screen. Drawing without the shift gives the same elements everywhere, so nothing moves when a chart is drawn anew.
 */
const shifts = new WeakMap<PlotLibrary, number>();

/** By how much this library moves its marks, found by drawing one. */
export function shiftOf(library: PlotLibrary, document: Document): number {
  const known = shifts.get(library);
  if (known !== undefined) return known;
  const probe = library.plot({ document, axis: null, marks: [library.dot([[0, 0]])] });
  const shifted = [...probe.querySelectorAll("g")].some((group) =>
    (group.getAttribute("transform") ?? "").includes("0.5"),
  );
  const shift = shifted ? 0.5 : 0;
  shifts.set(library, shift);
  return shift;
}

/** Marks that the library moves along one axis only, or not at all; all others along both. */
const MOVED: Readonly<Record<string, string>> = {
  ruleX: "x",
  tickX: "x",
  gridX: "x",
  ruleY: "y",
  tickY: "y",
  gridY: "y",
  areaY: "",
  barX: "",
  barY: "",
  rectX: "",
  rectY: "",
};

/** The offsets that put a mark where it is without the library's shift. */
export function unshifted(call: string, options: Options, shift: number): Options {
  const moved = MOVED[call] ?? "xy";
  const at = (axis: string): number => {
    const wanted = options[`d${axis}`];
    return (typeof wanted === "number" ? Math.round(wanted) : 0) - (moved.includes(axis) ? shift : 0);
  };
  return { ...options, dx: at("x"), dy: at("y") };
}
