import { labelsOf } from "../value/unitOf.ts";
import type { Scalar, TableColumn, TableValue } from "../value/Value.ts";
import { count, groupThousands } from "../value/words.ts";
import { type ColumnFormat, columnFormat } from "./columnFormat.ts";
import { element } from "./element.ts";
import type { View, ViewContext } from "./ViewContext.ts";

/** Rows under headings; the caption says how many there are and how many are shown. */
export const renderTable: View<TableValue> = (table, context) => {
  const caption = captionOf(table, context.maxRows);
  if (table.columns.length === 0) return element(context, "p", { class: "value value-table value-note" }, caption);
  const formats = table.columns.map((column, index) =>
    columnFormat(
      column,
      table.rows.map((row) => row[index] ?? null),
    ),
  );
  const labels = labelsOf(table.columns.map(({ name }) => name));
  const rows = table.rows.slice(0, context.maxRows);
  return element(
    context,
    "div",
    // What scrolls must be reachable by keyboard.
    { class: "value value-table", role: "group", "aria-label": `Table, ${caption}`, tabindex: "0" },
    element(
      context,
      "table",
      {},
      element(context, "caption", {}, caption),
      element(
        context,
        "thead",
        {},
        element(context, "tr", {}, ...labels.map((label, index) => heading(label, formats[index]!, context))),
      ),
      element(context, "tbody", {}, ...rows.map((row) => bodyRow(row, table.columns, formats, context))),
    ),
  );
};

/** "12 rows", "first 20 of 2,016 rows", "50 of 2,016 rows, evenly spread". */
function captionOf({ rows, totalRows, omittedColumns, spread }: TableValue, maxRows: number): string {
  const shown = Math.min(rows.length, maxRows);
  const left = omittedColumns > 0 ? `, ${count(omittedColumns, "more column")} left out` : "";
  if (shown === totalRows) return totalRows === 0 ? "no rows" : `${count(totalRows, "row")}${left}`;
  const all = `${groupThousands(shown)} of ${count(totalRows, "row")}`;
  return spread && shown === rows.length ? `${all}, evenly spread${left}` : `first ${all}${left}`;
}

function heading(label: string, { isNumeric, unit }: ColumnFormat, context: ViewContext): Element {
  return element(
    context,
    "th",
    { scope: "col", class: isNumeric ? "value-numeric" : undefined },
    label,
    unit !== "" && " ",
    unit !== "" && element(context, "span", { class: "value-unit" }, unit),
  );
}

function bodyRow(row: Scalar[], columns: TableColumn[], formats: ColumnFormat[], context: ViewContext): Element {
  const log = row[columns.findIndex(({ name }) => name === "log")];
  const cells = columns.map((column, index) => {
    const cell = row[index] ?? null;
    const link =
      column.unit === "line" ? lineLink(cell, typeof log === "string" ? log : undefined, context) : undefined;
    return link
      ? element(context, "td", { class: "value-numeric" }, link)
      : bodyCell(column, cell, formats[index]!, context);
  });
  return element(context, "tr", {}, ...cells);
}

/** Pool tags may end in spaces, which count. */
const TAG = /(?:^t|T)ag$/;

function bodyCell({ name }: TableColumn, cell: Scalar, format: ColumnFormat, context: ViewContext): Element {
  const { text, interval, exact, raw } = format.write(cell);
  const hasExact = raw !== undefined && exact !== text;
  const attributes = {
    class: format.isNumeric ? "value-numeric" : TAG.test(name) ? "value-evidence" : undefined,
    title: hasExact ? exact : undefined,
    "data-exact": hasExact ? raw : undefined,
  };
  if (interval === undefined) return element(context, "td", attributes, text);
  return element(context, "td", attributes, text, " ", element(context, "span", { class: "value-interval" }, interval));
}

function lineLink(cell: Scalar, log: string | undefined, { logOf, ...context }: ViewContext): Element | undefined {
  if (typeof cell !== "number") return undefined;
  const place = logOf?.(cell, log);
  if (!place) return undefined;
  const attributes = { class: "log-line", href: place.href, "data-log": place.log, "data-line": String(cell) };
  return element(
    context,
    "a",
    { ...attributes, title: `Show line ${groupThousands(cell)} of ${place.log}` },
    groupThousands(cell),
  );
}
