import type { MarkPlan, PlotPlan } from "./checkPlot.ts";
import { PAINTS_OF_SERIES, paintOf } from "./colors.ts";

/** The paint of a mark whose author named one colour for all of it, or none. */
export function paintOfMark({ call, options }: Pick<MarkPlan, "call" | "options">): string {
  const isArea = call === "areaY" || call === "dot";
  const named = options[isArea ? "fill" : "stroke"] ?? options["stroke"] ?? options["fill"];
  if (typeof named === "string" && named !== "none") return paintOf(named);
  return call.startsWith("rule") || call === "areaY" ? paintOf("muted") : "currentColor";
}

/** The paint of one series of a mark: the colour that the chart names for it, else grey. */
export function paintOfSeries(
  name: string,
  { channels, options }: MarkPlan,
  { domain, range }: PlotPlan["color"],
): string {
  if (!channels["stroke"] && !channels["fill"]) return paintOfMark({ call: "line", options });
  const place = Array.isArray(domain) ? domain.indexOf(name) : -1;
  const named: unknown = Array.isArray(range) ? range[place] : undefined;
  return typeof named === "string" ? paintOf(named) : PAINTS_OF_SERIES[0]!;
}
