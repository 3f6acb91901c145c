/** The real Observable Plot, loaded by whoever draws: the build at once, the page with the first chart it runs. */
export type PlotLibrary = typeof import("@observablehq/plot");

/** What a call of the library makes. */
export type PlotMark = import("@observablehq/plot").Markish;

/** Calls a mark by its name, which was checked against the grammar before. */
export function callMark(
  library: PlotLibrary,
  call: string,
  data: unknown,
  options: Record<string, unknown>,
): PlotMark {
  const make = library[call as "lineY"] as (data: unknown, options: Record<string, unknown>) => PlotMark;
  return call === "frame"
    ? (make as unknown as (options: Record<string, unknown>) => PlotMark)(options)
    : make(data, options);
}
