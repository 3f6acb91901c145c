import { MAX_POINTS } from "../bounds.ts";
import type { PlotArgument, PlotSpec } from "../Value.ts";
import { groupThousands } from "../words.ts";
import { type Channel, pickPoints } from "./Channel.ts";
import type { EvaluatedMark } from "./evaluateMark.ts";
import { MARKS } from "./plotGrammar.ts";
import { thinDots } from "./thinDots.ts";
import { groupBySeries, MAX_SERIES, thinPoints } from "./thinPoints.ts";

/** The channel that tells a mark's series apart. */
export function seriesOf({ channels }: EvaluatedMark): Channel | undefined {
  return channels.get("z") ?? channels.get("stroke") ?? channels.get("fill");
}

/** The mark as it crosses to the page, thinned, and how many points that left out. */
export function specOfMark(mark: EvaluatedMark): { spec: PlotSpec; omitted: number } {
  const { call, rows, channels, options } = mark;
  const kept = keptPoints(mark);
  const picked = [...channels].map(([name, channel]): [string, PlotArgument] => [name, pickPoints(channel, kept)]);
  const fields = Object.fromEntries([...picked, ...Object.entries(options)]);
  return { spec: { call, args: [kept.length, { fields }] }, omitted: rows.length - kept.length };
}

function keptPoints(mark: EvaluatedMark): number[] {
  const { call, rows, channels } = mark;
  const rule = MARKS[call]!;
  const x = channels.get("x")?.values;
  if (!rule.thins) {
    if (rows.length > rule.most) {
      throw new Error(
        `Plot.${call} draws at most ${rule.most} shapes and was given ${groupThousands(rows.length)}; pass the ones that matter, such as rows.slice(0, 20).`,
      );
    }
    return rows.map((_, index) => index);
  }
  if (call === "dot")
    return rows.length > MAX_POINTS
      ? thinDots(rows.length, x, channels.get("y")?.values)
      : rows.map((_, index) => index);
  const series = seriesOf(mark)?.values;
  const groups = groupBySeries(rows.length, series).length;
  if (groups > MAX_SERIES) {
    throw new Error(
      `Plot.${call} draws at most ${MAX_SERIES} lines and was given ${groupThousands(groups)}; pick the ones that matter.`,
    );
  }
  return thinPoints(rows.length, {
    x,
    ys: ["y", "y1", "y2"].map((name) => channels.get(name)?.values).filter((values) => values !== undefined),
    series,
    stacks: call === "areaY" && channels.has("y"),
  });
}
