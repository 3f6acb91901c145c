import type { PackedNumbers } from "./packNumbers.ts";

/** What the read-out of a chart must know of it. Stands as JSON in the drawing's `data-reading`. */
export interface Reading {
  x: ReadingAxis;
  y: ReadingAxis;
  series: ReadingSeries[];
}

/** How numbers lie on the drawing. */
export interface ReadingAxis {
  type: "linear" | "log";
  /** the numbers at the two ends; moments in ms since 1970 UTC */
  domain: [number, number];
  /** where these ends are, in units of the drawing's view box */
  range: [number, number];
  /** what its numbers are measured in: `B`, `ms`; `` for bare numbers */
  unit: string;
  /** its name in words; `` where it has none */
  label: string;
}

/** One line of the chart, or one row of dots. */
export interface ReadingSeries {
  name: string;
  /** a CSS colour, from the page's own */
  paint: string;
  /** absent where the samples stand at the places of the series before */
  x?: PackedNumbers;
  y: PackedNumbers;
}
