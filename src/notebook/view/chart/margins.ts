import type { Axis } from "./axes.ts";
import type { PlotPlan } from "./checkPlot.ts";
import type { DirectLabel } from "./directLabels.ts";
import { widthOf } from "./measure.ts";

/** The room around a chart's frame, in pixels. */
export interface Margins {
  marginTop: number;
  marginRight: number;
  marginBottom: number;
  marginLeft: number;
}

/** The first time tick carries the day and the zone, centred under it, wherever it stands. */
const HALF_OF_DAY = 56;

/** Room for what stands around the frame: ticks, the axes' names, the labels of lines. The author's own win. */
export function marginsOf(
  { options, x: { axis } }: PlotPlan,
  labels: readonly DirectLabel[],
  x: Axis | undefined,
  y: Axis | undefined,
): Margins {
  const ends = labels.filter(({ place }) => place === "end").map(({ words }) => widthOf(words));
  const own = (name: keyof Margins, automatic: number): number => {
    const margin = options[name];
    return typeof margin === "number" ? margin : automatic;
  };
  const below = x === undefined || axis === "none" ? 12 : 12 + 18 * x.lines + (x.label === undefined ? 0 : 20);
  return {
    marginTop: own("marginTop", (y?.label === undefined ? 16 : 36) + (axis === "top" ? 24 : 0)),
    marginRight: own("marginRight", Math.min(220, Math.max(24, ...ends.map((width) => width + 16)))),
    marginBottom: own("marginBottom", below),
    marginLeft: own("marginLeft", Math.min(260, Math.max(x?.lines === 2 ? HALF_OF_DAY : 24, (y?.width ?? 0) + 14))),
  };
}
