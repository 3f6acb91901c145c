import { MAX_MARKS } from "../../value/bounds.ts";
import { checkOption } from "../../value/plot/checkOption.ts";
import {
  COLOR_CHANNELS,
  COLOR_OPTIONS,
  MARK_OPTIONS,
  MARKS,
  type MarkRule,
  type OptionRule,
  OTHER_CHANNELS,
  PLOT_OPTIONS,
  SCALE_OPTIONS,
} from "../../value/plot/plotGrammar.ts";
import { isColorName } from "../../value/plot/evaluateChannel.ts";
import type { PlotChannel } from "../../value/Value.ts";

/** A chart whose every part was checked: what the page draws. */
export interface PlotPlan {
  options: Options;
  x: Options;
  y: Options;
  color: Options;
  marks: MarkPlan[];
}

export interface MarkPlan {
  call: string;
  length: number;
  channels: Record<string, PlotChannel>;
  options: Options;
}

/** Checked options; an absent one is undefined. */
export type Options = Record<string, unknown>;

/** The options but for some, which the page reads itself. */
export function without(options: Options, names: readonly string[]): Options {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
}

type Fields = Record<string, unknown>;

/** Checks a chart that came in a message, down to every value; throws a sentence for what the page does not draw. */
export function checkPlot(spec: unknown): PlotPlan {
  const { call, args } = asFields(spec, "a chart");
  if (call !== "plot" || !Array.isArray(args)) throw new Error("The chart holds no call of plot.");
  const { x, y, color, marks, ...rest } = fieldsOf(args[0]);
  if (!Array.isArray(marks) || marks.length > MAX_MARKS) throw new Error("The chart has no marks, or too many.");
  return {
    options: checkOptions("plot", rest, PLOT_OPTIONS),
    x: checkOptions("x", fieldsOf(x ?? { fields: {} }), SCALE_OPTIONS),
    y: checkOptions("y", fieldsOf(y ?? { fields: {} }), SCALE_OPTIONS),
    color: checkOptions("color", fieldsOf(color ?? { fields: {} }), COLOR_OPTIONS),
    marks: marks.map(checkMark),
  };
}

function checkMark(spec: unknown): MarkPlan {
  const { call, args } = asFields(spec, "a mark");
  const rule = typeof call === "string" && Object.hasOwn(MARKS, call) ? MARKS[call] : undefined;
  if (!rule || typeof call !== "string" || !Array.isArray(args))
    throw new Error("The chart holds a mark that is not drawn here.");
  const length: unknown = args[0];
  if (typeof length !== "number" || !Number.isInteger(length) || length < 0 || length > rule.most) {
    throw new Error(`The chart’s ${call} has more points than are drawn here.`);
  }
  const channels: Record<string, PlotChannel> = {};
  const plain: Fields = {};
  const options: Options = {};
  for (const [name, value] of Object.entries(fieldsOf(args[1]))) {
    if (COLOR_CHANNELS.includes(name) && isColorName(value)) options[name] = value;
    else if (name === "r" && typeof value === "number" && value >= 0 && value <= 40) options[name] = value;
    else if (isChannelName(rule, name)) channels[name] = checkChannel(call, name, value, length);
    else plain[name] = name === "sort" ? fieldsOf(value) : value;
  }
  return { call, length, channels, options: { ...options, ...checkOptions(call, plain, MARK_OPTIONS) } };
}

const isChannelName = (rule: MarkRule, name: string): boolean =>
  rule.positions.includes(name) || OTHER_CHANNELS.includes(name) || rule.own === name;

function checkChannel(call: string, name: string, value: unknown, length: number): PlotChannel {
  const { numbers, times, texts } = asFields(value, `${name} of ${call}`);
  const isList = (list: unknown, fits: (item: unknown) => boolean): boolean =>
    Array.isArray(list) && list.length === length && list.every((item) => item === null || fits(item));
  if (isList(numbers, Number.isFinite)) return { numbers: numbers as number[] };
  if (isList(times, (time) => Number.isFinite(time) && Math.abs(time as number) <= 8.64e15))
    return { times: times as number[] };
  if (isList(texts, (text) => typeof text === "string" && text.length <= 201)) return { texts: texts as string[] };
  throw new Error(`The chart’s ${call} has values for ${name} that are not drawn here.`);
}

function checkOptions(owner: string, given: Fields, rules: Readonly<Record<string, OptionRule>>): Options {
  const options: Options = {};
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule || checkOption(rule, value) !== undefined) {
      throw new Error(`The chart’s ${owner} has an option that is not drawn here: “${name.slice(0, 60)}”.`);
    }
    options[name] = value;
  }
  return options;
}

function asFields(value: unknown, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(`The chart holds no ${what}.`);
  return value as Fields;
}

const fieldsOf = (value: unknown): Fields => asFields(asFields(value, "options")["fields"], "options");
