import { type Channel, channelOf } from "./Channel.ts";
import { COLOR_CHANNELS, COLORS } from "./plotGrammar.ts";

/** Names one may write for “no colour”. */
const NO_COLORS = ["none", "currentColor"];

/** Whether a colour option names a colour instead of a column. */
export const isColorName = (value: unknown): value is string =>
  typeof value === "string" && ((COLORS as readonly string[]).includes(value) || NO_COLORS.includes(value));

/**
 * Evaluates an accessor over the rows: a column's name, a function of the row, a list with a value per row, one
 * number or date for all, or `{ value, label, unit }` around any of these. Throws a sentence for anything else.
 */
export function evaluateChannel(call: string, name: string, accessor: unknown, rows: readonly unknown[]): Channel {
  if (typeof accessor === "function") {
    return channelOf(
      rows.map((row, index) => (accessor as (row: unknown, index: number) => unknown)(row, index)),
      undefined,
    );
  }
  if (typeof accessor === "string") return columnChannel(call, name, accessor, rows);
  if (typeof accessor === "number" || accessor instanceof Date || isQuantity(accessor)) {
    return channelOf(
      rows.map(() => accessor),
      undefined,
    );
  }
  if (Array.isArray(accessor) || (ArrayBuffer.isView(accessor) && !(accessor instanceof DataView))) {
    const list = accessor as unknown as ArrayLike<unknown>;
    if (list.length !== rows.length) {
      throw new Error(
        `Plot.${call}: the list for ${name} has ${list.length} values for ${rows.length} rows; it needs one per row.`,
      );
    }
    return channelOf(Array.from(list), undefined);
  }
  if (typeof accessor === "object" && accessor !== null && "value" in accessor) {
    const { value, label, unit } = accessor as { value: unknown; label?: unknown; unit?: unknown };
    const channel = evaluateChannel(call, name, value, rows);
    if (typeof label === "string") channel.label = label.slice(0, 80);
    if (typeof unit === "string") {
      channel.unit = unit.slice(0, 20);
      if (channel.type !== "texts") channel.type = unit === "ms" ? "times" : "numbers";
    }
    return channel;
  }
  throw new Error(
    `Plot.${call}: ${name} wants a column's name, a function of the row, or a list with a value per row.`,
  );
}

function isQuantity(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "quantity";
}

function columnChannel(call: string, name: string, column: string, rows: readonly unknown[]): Channel {
  const isRow = (row: unknown): row is Record<string, unknown> => typeof row === "object" && row !== null;
  if (rows.length > 0 && !rows.some((row) => isRow(row) && column in row)) {
    const first = rows.find(isRow);
    const known = first ? `its columns are ${Object.keys(first).slice(0, 12).join(", ")}` : "its rows are no objects";
    const colors = COLOR_CHANNELS.includes(name) ? `, and colours are named by meaning: ${COLORS.join(", ")}` : "";
    throw new Error(`Plot.${call}: the data for ${name} has no column “${column.slice(0, 60)}”; ${known}${colors}.`);
  }
  return channelOf(
    rows.map((row) => (isRow(row) ? row[column] : undefined)),
    column,
  );
}
