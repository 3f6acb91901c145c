import type { Options } from "./checkPlot.ts";
import { shiftOf, unshifted } from "./halfPixel.ts";

/** The real Observable Plot, loaded by whoever draws: the build at once, the page with the first chart it runs. */
export type PlotLibrary = typeof import("@observablehq/plot");

/** What a call of the library makes. */
export type PlotMark = import("@observablehq/plot").Markish;

/** Draws marks of the library by their names. */
export type Pen = (call: string, data: unknown, options: Options) => PlotMark;

/** A pen that calls marks by their names, which were checked against the grammar before. */
export function penOf(library: PlotLibrary, document: Document): Pen {
  const shift = shiftOf(library, document);
  return (call, data, options) => {
    const placed = unshifted(call, options, shift);
    if (call === "frame") return library.frame(placed);
    const make = library[call as "lineY"] as (data: unknown, options: Options) => PlotMark;
    return make(data, placed);
  };
}
