import { MAX_CHART_ROWS, MAX_NAME } from "../bounds.ts";
import type { Scalar, TableColumn, TableValue } from "../Value.ts";
import { shorten } from "../words.ts";
import type { Channel } from "./Channel.ts";
import type { EvaluatedMark } from "./evaluateMark.ts";
import { MARKS } from "./plotGrammar.ts";
import { keptPositions, spread } from "./spread.ts";
import { groupBySeries } from "./thinPoints.ts";
import { seriesOf } from "./specOfMark.ts";

/** More columns than this cannot be read beside one another. */
const MOST_COLUMNS = 14;

type Position = Channel["values"][number];

interface Column extends TableColumn {
  cells: Map<Position, Scalar>;
  /** the meaning of the mark's colour, which tells two columns of one name apart */
  color: string | undefined;
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
  if (!position || repeats(first, position, seriesOf(first))) return tableOfOne(first);
  const columns = drawn
    .filter((mark) => !mark.call.startsWith("rule") || mark === first)
    .flatMap((mark) => columnsOf(mark, position.type, axis))
    .filter((column, index, all) => !all.slice(0, index).some((other) => isSame(column, other)))
    .slice(0, MOST_COLUMNS);
  const line = lineColumn(first, position);
  const heading = { name: headingOf(position, axis), ...unitOfChannel(position) };
  return tableOf(ordered(columns, position, first), heading, [...named(columns), ...(line ? [line] : [])]);
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
function repeats({ rows }: EvaluatedMark, position: Channel, series: Channel | undefined): boolean {
  return groupBySeries(rows.length, series?.values).some(
    (indexes) => new Set(indexes.map((index) => position.values[index])).size < indexes.length,
  );
}

const unitOfChannel = ({ type, unit }: Channel): { unit?: string } =>
  type === "texts" ? {} : { unit: type === "times" ? "ms" : unit };

function headingOf(channel: Channel, otherwise: string): string {
  return shorten(channel.label === "" ? otherwise : channel.label, MAX_NAME);
}

/** A column for each channel of a mark, and for each of its series where it has several. */
function columnsOf(mark: EvaluatedMark, type: Channel["type"], axis: "x" | "y"): Column[] {
  const position = positionOf(mark, axis);
  const series = seriesOf(mark);
  if (position?.type !== type || repeats(mark, position, series)) return [];
  // Bars coloured by what they stand for are one series, not one per bar.
  const isOne = type === "texts" && !repeats(mark, position, undefined);
  const groups = groupBySeries(mark.rows.length, isOne ? undefined : series?.values);
  const values = [...mark.channels].filter(([name]) => /^[xy][12]?$/.test(name) && !name.startsWith(axis));
  return values.flatMap(([name, channel]) =>
    groups.map((indexes): Column => {
      const own = isOne ? undefined : series?.values[indexes[0]!];
      const heading = own ?? mark.options["label"] ?? headingOf(channel, name);
      const color = mark.options["stroke"] ?? mark.options["fill"];
      return {
        name: shorten(String(heading as string), MAX_NAME),
        color: typeof color === "string" && color !== "none" ? color : undefined,
        ...unitOfChannel(channel),
        cells: new Map(indexes.map((index) => [position.values[index] ?? null, channel.values[index] ?? null])),
      };
    }),
  );
}

/** Dots on a line repeat its numbers. */
function isSame(column: Column, other: Column): boolean {
  return (
    column.cells.size === other.cells.size && [...column.cells].every(([at, cell]) => other.cells.get(at) === cell)
  );
}

/** Columns of one name are told apart by what their colour means: "Bytes (nonpaged)". */
function named(columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    const isAlone = columns.every((other) => other === column || other.name !== column.name);
    return isAlone || column.color === undefined ? column : { ...column, name: `${column.name} (${column.color})` };
  });
}

/** Rows in the order one reads the chart: ascending along a scale, as drawn along a list of names. */
function ordered(columns: readonly Column[], position: Channel, first: EvaluatedMark): Position[] {
  const positions = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))];
  if (position.type !== "texts") return positions.sort((a, b) => Number(a ?? NaN) - Number(b ?? NaN));
  const sort = first.options["sort"];
  const order = typeof sort === "object" && sort !== null && "fields" in sort ? sort.fields : {};
  const by = Object.entries(order).find(([name]) => name !== "limit")?.[1];
  const channel = typeof by === "string" ? first.channels.get(by.replace("-", "")) : undefined;
  if (!channel || typeof by !== "string") return positions;
  const places = new Map(position.values.map((at, index) => [at, Number(channel.values[index] ?? 0)]));
  const sign = by.startsWith("-") ? -1 : 1;
  positions.sort((a, b) => sign * ((places.get(a) ?? 0) - (places.get(b) ?? 0)));
  return positions.slice(0, typeof order["limit"] === "number" ? order["limit"] : positions.length);
}

/** Rows that know their line in the log keep it. */
function lineColumn({ rows }: EvaluatedMark, position: Channel): Column | undefined {
  const cells = new Map<Position, Scalar>();
  for (const [index, row] of rows.entries()) {
    const line: unknown = typeof row === "object" && row !== null && "line" in row ? row.line : undefined;
    if (typeof line === "number" && Number.isInteger(line)) cells.set(position.values[index] ?? null, line);
  }
  return cells.size > 0 ? { name: "line", unit: "line", color: undefined, cells } : undefined;
}

function tableOf(positions: Position[], heading: TableColumn, columns: Column[]): TableValue {
  const rows = keptPositions(
    positions,
    columns.map(({ cells }) => cells),
  ).map((at) => [at, ...columns.map(({ cells }) => cells.get(at) ?? null)]);
  const headings = columns.map(({ name, unit }): TableColumn => (unit === undefined ? { name } : { name, unit }));
  return tableValue([heading, ...headings], rows, positions.length);
}

/** A mark whose positions repeat, such as a cloud of dots: a row per shape, a column per channel. */
function tableOfOne({ call, rows, channels }: EvaluatedMark): TableValue {
  const shown = [...channels].filter(([name]) => name !== "z" || MARKS[call]!.thins);
  const columns = shown.map(([name, channel]): TableColumn => ({
    name: headingOf(channel, name),
    ...unitOfChannel(channel),
  }));
  const indexes = spread(
    rows.map((_, index) => index),
    MAX_CHART_ROWS,
  );
  const cells = indexes.map((index) => shown.map(([, channel]) => channel.values[index] ?? null));
  return tableValue(columns, cells, rows.length);
}

function tableValue(columns: TableColumn[], rows: Scalar[][], totalRows: number): TableValue {
  const table: TableValue = { kind: "table", columns, rows, totalRows, omittedColumns: 0 };
  return rows.length < totalRows ? { ...table, spread: true } : table;
}
