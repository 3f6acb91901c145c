import type { PlotArgument } from "../Value.ts";
import { type Channel, channelOf } from "./Channel.ts";
import { checkOption } from "./checkOption.ts";
import { evaluateChannel, isColorName } from "./evaluateChannel.ts";
import { COLOR_CHANNELS, MARK_OPTIONS, MARKS, type MarkRule, OTHER_CHANNELS } from "./plotGrammar.ts";
import { readData } from "./readData.ts";

/** A mark with its channels evaluated over all of its rows, before thinning. */
export interface EvaluatedMark {
  call: string;
  rows: readonly unknown[];
  channels: ReadonlyMap<string, Channel>;
  options: Record<string, PlotArgument>;
}

/** Evaluates a mark's options over its data; throws a sentence for what a chart does not draw. */
export function evaluateMark(call: string, data: unknown, options: unknown): EvaluatedMark {
  const rule = MARKS[call]!;
  if (options !== undefined && (typeof options !== "object" || options === null || Array.isArray(options))) {
    throw new Error(`Plot.${call} wants its options as an object, such as { x: "time", y: "floorBytes" }.`);
  }
  const given = Object.entries(options ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const rows = sortedRows(readData(call, data), given.find(([name]) => name === "sort")?.[1]);
  const channels = new Map<string, Channel>();
  const plain: Record<string, PlotArgument> = {};
  for (const [name, value] of given) {
    if (COLOR_CHANNELS.includes(name) && isColorName(value)) plain[name] = value;
    else if (name === "r" && typeof value === "number") plain[name] = Math.min(Math.max(value, 0), 40);
    else if (isChannel(rule, name)) channels.set(name, evaluateChannel(call, name, value, rows));
    else if (name !== "sort" || typeof value !== "string") plain[name] = plainOption(call, name, value);
  }
  addDefaults(call, rule, rows, channels);
  for (const name of COLOR_CHANNELS) {
    const color = channels.get(name);
    if (color)
      channels.set(name, {
        ...color,
        type: "texts",
        values: color.values.map((value) => (value === null ? null : String(value))),
      });
  }
  return { call, rows: rule.positions.length === 0 ? [] : rows, channels, options: plain };
}

function isChannel(rule: MarkRule, name: string): boolean {
  return rule.positions.includes(name) || OTHER_CHANNELS.includes(name) || rule.own === name;
}

function plainOption(call: string, name: string, value: unknown): PlotArgument {
  const rule = Object.hasOwn(MARK_OPTIONS, name) ? MARK_OPTIONS[name] : undefined;
  if (!rule) throw new Error(refusal(`Plot.${call}`, name));
  const wrong = checkOption(rule, value);
  if (wrong !== undefined) throw new Error(`Plot.${call}: ${name} ${wrong}.`);
  return rule.is === "sort" ? { fields: { ...(value as Record<string, string>) } } : (value as PlotArgument);
}

/** Why an option is not drawn. */
export function refusal(call: string, name: string): string {
  return /^(?:href|src|target|style|className|document|ownerDocument|render|facet|transform|initializer)$/.test(name)
    ? `${call} does not take “${name}” here: a chart crosses from the cell as data, without links, styles or code of its own.`
    : `${call} does not know the option “${name.slice(0, 60)}”.`;
}

function sortedRows(rows: unknown[], sort: unknown): unknown[] {
  if (typeof sort !== "string") return rows;
  const order = evaluateChannel("sort", "sort", sort.replace(/^-/, ""), rows);
  const sign = sort.startsWith("-") ? -1 : 1;
  const places = rows.map((_, index) => index);
  places.sort((a, b) => {
    const left = order.values[a] ?? null;
    const right = order.values[b] ?? null;
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return left < right ? -sign : left > right ? sign : 0;
  });
  return places.map((index) => rows[index]);
}

/** What the data itself stands for when no position is given: `ruleY([limit])`, `lineY(counter.values)`. */
function addDefaults(call: string, rule: MarkRule, rows: unknown[], channels: Map<string, Channel>): void {
  const isGiven = (axis: string): boolean => rule.positions.some((name) => name.startsWith(axis) && channels.has(name));
  if (call === "text" && !channels.has("text")) channels.set("text", channelOf(rows, undefined));
  if (rule.identity === "pair" && !isGiven("x") && !isGiven("y")) {
    for (const [index, axis] of ["x", "y"].entries()) {
      channels.set(
        axis,
        channelOf(
          rows.map((row) => (Array.isArray(row) ? (row as unknown[])[index] : null)),
          undefined,
        ),
      );
    }
  } else if ((rule.identity === "x" || rule.identity === "y") && !isGiven(rule.identity)) {
    channels.set(rule.identity, channelOf(rows, undefined));
  }
  if (rule.index && !isGiven(rule.index))
    channels.set(
      rule.index,
      channelOf(
        rows.map((_, index) => index),
        undefined,
      ),
    );
}
