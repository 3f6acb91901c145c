import * as RealPlot from "@observablehq/plot";
import { encodeValue } from "../../../../../src/notebook/value/encodeValue.ts";
import type { ChartValue } from "../../../../../src/notebook/value/Value.ts";
import { replayPlot } from "../../../../../src/notebook/view/chart/replayPlot.ts";
import type { Reading } from "../../../../../src/notebook/view/reading/Reading.ts";
import { testContext } from "../testContext.ts";

/** Draws a chart as the page does, and takes from the drawing what its read-out is made from. */
export function drawReading(chart: unknown): { svg: Element; reading: Reading | undefined } {
  const { plot } = encodeValue(chart) as ChartValue;
  const svg = replayPlot(plot, RealPlot, testContext().document);
  const text = svg.getAttribute("data-reading");
  return { svg, reading: text === null ? undefined : (JSON.parse(text) as Reading) };
}

export const readingOf = (chart: unknown): Reading => drawReading(chart).reading!;
