import type { PlotArgument } from "../Value.ts";
import type { Channel } from "./Channel.ts";
import type { EvaluatedMark } from "./evaluateMark.ts";

/**
 * Makes all channels of one axis speak the same language: finds its label and unit, and reads bare numbers on an axis
 * of moments as ms since 1970, so that `ruleX([log.startTime])` works. Completes `options` (the axis's own).
 */
export function agreeOnScale(
  axis: "x" | "y",
  marks: EvaluatedMark[],
  options: Record<string, PlotArgument>,
): EvaluatedMark[] {
  const channels = marks.flatMap((mark) => positions(axis, mark));
  const hasTimes = channels.some(({ type }) => type === "times");
  const units = new Set(channels.filter(({ type }) => type !== "texts").map(({ unit }) => unit));
  units.delete("");
  if (hasTimes) units.add("ms");
  if (units.size > 1 && options["unit"] === undefined) {
    throw new Error(
      `Plot.plot: the ${axis} axis would mix ${[...units].map(wordsOfUnit).join(" and ")}; draw one chart for each.`,
    );
  }
  const [unit] = units;
  if (unit !== undefined) options["unit"] ??= unit;
  const label = channels.find((channel) => channel.label !== "")?.label;
  if (label !== undefined) options["label"] ??= label;
  if (options["unit"] !== "ms") return marks;
  return marks.map((mark) => ({
    ...mark,
    channels: new Map(
      [...mark.channels].map(([name, channel]) => [
        name,
        isOn(axis, name) && channel.type === "numbers" ? { ...channel, type: "times", unit: "ms" } : channel,
      ]),
    ),
  }));
}

const isOn = (axis: string, name: string): boolean => /^[xy][12]?$/.test(name) && name.startsWith(axis);

function positions(axis: string, { channels }: EvaluatedMark): Channel[] {
  return [...channels].filter(([name]) => isOn(axis, name)).map(([, channel]) => channel);
}

function wordsOfUnit(unit: string): string {
  const words: Record<string, string> = { B: "bytes", ms: "moments", s: "durations", share: "shares" };
  return words[unit] ?? unit;
}
