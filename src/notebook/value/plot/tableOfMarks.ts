import { MAX_CHART_ROWS, MAX_NAME } from "../bounds.ts";
import type { Scalar, TableColumn, TableValue } from "../Value.ts";
import { shorten } from "../words.ts";
import type { Channel } from "./Channel.ts";
import type { EvaluatedMark } from "./evaluateMark.ts";
import { MARKS } from "./plotGrammar.ts";
import { groupBySeries } from "./thinPoints.ts";
import { seriesOf } from "./specOfMark.ts";

/** More columns than this cannot be read beside one another. */
const MOST_COLUMNS = 14;

interface Column extends TableColumn {
  cells: Map<string, Scalar>;
}

/**
 * The numbers behind a chart as rows: one per position, with a column for each series drawn over it. Marks on other
 * positions (limits, annotations) are read from the chart's words. Of many rows 50 are kept, evenly spread.
 */
export function tableOfMarks(marks: readonly EvaluatedMark[]): TableValue {
  const drawn = marks.filter(({ call, rows }) => rows.length > 0 && call !== "text");
  const first = drawn.find(({ call }) => !call.startsWith("rule")) ?? drawn[0];
  if (!first) return { kind: "table", columns: [], rows: [], totalRows: 0, omittedColumns: 0 };
  const axis = independentAxis(first);
  const position = positionOf(first, axis);
  if (!position || repeats(first, position)) return tableOfOne(first);
  const keys = new Map<string, Scalar>();
  const columns: Column[] = [];
  for (const mark of drawn.filter((other) => !other.call.startsWith("rule") || other === first)) {
    const own = positionOf(mark, axis);
    if (own?.type === position.type && !repeats(mark, own)) addMark(mark, own, axis, keys, columns);
  }
  const line = lineColumn(first, position);
  if (line) columns.push(line);
  return tableOf(
    ordered(keys, position, first),
    { name: headingOf(position, axis), ...unitOfChannel(position) },
    columns,
  );
}

/** The axis one reads along: names for horizontal bars, else x. */
function independentAxis({ call, channels }: EvaluatedMark): "x" | "y" {
  const isOnY = call === "barX" || call === "ruleY" || (call === "tickX" && channels.has("y"));
  return isOnY ? "y" : "x";
}

function positionOf({ channels }: EvaluatedMark, axis: "x" | "y"): Channel | undefined {
  return channels.get(axis) ?? channels.get(`${axis}1`);
}

/** Whether one series stands twice at a position, so that rows cannot be told apart by it. */
function repeats(mark: EvaluatedMark, position: Channel): boolean {
  return groupBySeries(mark.rows.length, seriesOf(mark)?.values).some(
    (indexes) => new Set(indexes.map((index) => position.values[index])).size < indexes.length,
  );
}

const keyOf = (value: unknown): string => String(value);
const unitOfChannel = ({ type, unit }: Channel): { unit?: string } =>
  type === "texts" ? {} : { unit: type === "times" ? "ms" : unit };

function headingOf(channel: Channel, otherwise: string): string {
  return shorten(channel.label === "" ? otherwise : channel.label, MAX_NAME);
}

function addMark(
  mark: EvaluatedMark,
  position: Channel,
  axis: "x" | "y",
  keys: Map<string, Scalar>,
  columns: Column[],
): void {
  const series = seriesOf(mark)?.values;
  for (const [name, channel] of mark.channels) {
    if (!/^[xy][12]?$/.test(name) || name.startsWith(axis)) continue;
    for (const indexes of groupBySeries(mark.rows.length, series)) {
      const own = series?.[indexes[0]!];
      const label = mark.options["label"];
      const heading = own ?? (channel.label === "" && typeof label === "string" ? label : headingOf(channel, name));
      const title = shorten(String(heading), MAX_NAME);
      if (columns.length >= MOST_COLUMNS || columns.some((column) => column.name === title)) continue;
      const cells = new Map<string, Scalar>();
      for (const index of indexes) {
        const at = position.values[index] ?? null;
        keys.set(keyOf(at), at);
        cells.set(keyOf(at), channel.values[index] ?? null);
      }
      columns.push({ name: title, ...unitOfChannel(channel), cells });
    }
  }
}

/** Rows in the order one reads the chart: ascending along a scale, as drawn along a list of names. */
function ordered(
  keys: Map<string, Scalar>,
  position: Channel,
  { options, channels, rows }: EvaluatedMark,
): [string, Scalar][] {
  const entries = [...keys];
  if (position.type !== "texts") return entries.sort(([, a], [, b]) => Number(a ?? NaN) - Number(b ?? NaN));
  const sort = options["sort"];
  if (typeof sort !== "object" || sort === null || !("fields" in sort)) return entries;
  const order = Object.entries(sort.fields).find(([name]) => name !== "limit")?.[1];
  const by = typeof order === "string" ? channels.get(order.replace("-", "")) : undefined;
  if (!by || typeof order !== "string") return entries;
  const places = new Map(
    rows.map((_, index) => [keyOf(position.values[index] ?? null), Number(by.values[index] ?? 0)]),
  );
  const sign = order.startsWith("-") ? -1 : 1;
  const limit = sort.fields["limit"];
  return entries
    .sort(([a], [b]) => sign * ((places.get(a) ?? 0) - (places.get(b) ?? 0)))
    .slice(0, typeof limit === "number" ? limit : entries.length);
}

/** Rows that know their line in the log keep it. */
function lineColumn({ rows }: EvaluatedMark, position: Channel): Column | undefined {
  const cells = new Map<string, Scalar>();
  for (const [index, row] of rows.entries()) {
    const line: unknown = typeof row === "object" && row !== null && "line" in row ? row.line : undefined;
    if (typeof line === "number" && Number.isInteger(line)) cells.set(keyOf(position.values[index] ?? null), line);
  }
  return cells.size > 0 ? { name: "line", unit: "line", cells } : undefined;
}

function tableOf(keys: [string, Scalar][], heading: TableColumn, columns: Column[]): TableValue {
  const rows = spread(keys).map(([key, at]) => [at, ...columns.map(({ cells }) => cells.get(key) ?? null)]);
  const headings = columns.map(({ name, unit }): TableColumn => (unit === undefined ? { name } : { name, unit }));
  return {
    kind: "table",
    columns: [heading, ...headings],
    rows,
    totalRows: keys.length,
    omittedColumns: 0,
    ...(rows.length < keys.length ? { spread: true } : {}),
  };
}

/** A mark whose positions repeat, such as a cloud of dots: a row per shape, a column per channel. */
function tableOfOne({ call, rows, channels }: EvaluatedMark): TableValue {
  const shown = [...channels].filter(([name]) => name !== "z" || MARKS[call]!.thins);
  const columns = shown.map(([name, channel]): TableColumn => ({
    name: headingOf(channel, name),
    ...unitOfChannel(channel),
  }));
  const kept = spread(rows.map((_, index) => index));
  return {
    kind: "table",
    columns,
    rows: kept.map((index) => shown.map(([, channel]) => channel.values[index] ?? null)),
    totalRows: rows.length,
    omittedColumns: 0,
    ...(kept.length < rows.length ? { spread: true } : {}),
  };
}

/** At most 50 items, the first and the last among them. */
function spread<T>(items: T[]): T[] {
  if (items.length <= MAX_CHART_ROWS) return items;
  return Array.from(
    { length: MAX_CHART_ROWS },
    (_, index) => items[Math.round((index * (items.length - 1)) / (MAX_CHART_ROWS - 1))]!,
  );
}
