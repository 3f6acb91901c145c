import { formatNumber } from "../value/formatNumber.ts";
import { labelOf } from "../value/unitOf.ts";
import type { ChartValue, PlotArgument, PlotSpec, Scalar, TableColumn } from "../value/Value.ts";

type Fields = Record<string, PlotArgument>;

const fieldsOf = (argument: PlotArgument | undefined): Fields =>
  typeof argument === "object" && argument !== null && "fields" in argument ? argument.fields : {};

const wordsIn = (fields: Fields, name: string): string | undefined => {
  const words = fields[name];
  return typeof words === "string" && words !== "" ? words : undefined;
};

/** The words an author gave the chart. */
export function wordsOfPlot({
  args,
}: PlotSpec): Partial<Record<"title" | "subtitle" | "caption" | "ariaLabel", string>> {
  const fields = fieldsOf(args[0]);
  return Object.fromEntries(
    ["title", "subtitle", "caption", "ariaLabel"].flatMap((name) => {
      const words = wordsIn(fields, name);
      return words === undefined ? [] : [[name, words]];
    }),
  );
}

/** What a chart shows, for a reader who cannot see it: what over what, from where to where, and its annotations. */
export function describeChart({ plot, table }: ChartValue): string {
  const { title, ariaLabel } = wordsOfPlot(plot);
  if (ariaLabel !== undefined) return ariaLabel;
  const fields = fieldsOf(plot.args[0]);
  const x = wordsIn(fieldsOf(fields["x"]), "label");
  const y = wordsIn(fieldsOf(fields["y"]), "label");
  const axes = y === undefined ? "Chart" : x === undefined ? `Chart of ${y}` : `Chart of ${y} over ${x}`;
  const ends = table.columns.slice(1, 5).flatMap((column, index) =>
    endsOf(
      column,
      table.rows.map((row) => row[index + 1] ?? null),
    ),
  );
  const notes = annotationsOf(plot);
  return [title ?? axes, ...ends, ...(notes.length > 0 ? [`Annotations: ${notes.join("; ")}`] : [])]
    .map((part) => part.replace(/[.\s]*$/, "."))
    .join(" ");
}

/** "Floor: from 1.02 GiB to 3.79 GiB". */
function endsOf({ name, unit }: TableColumn, cells: Scalar[]): string[] {
  const numbers = cells.filter((cell) => typeof cell === "number");
  if (unit === undefined || unit === "line" || numbers.length < 2) return [];
  return [`${labelOf(name)}: from ${formatNumber(numbers[0]!, unit)} to ${formatNumber(numbers.at(-1)!, unit)}`];
}

/** The words that stand in the drawing itself: its annotations, and the names of its rules. */
export function annotationsOf({ args }: PlotSpec): string[] {
  const { marks } = fieldsOf(args[0]);
  if (!Array.isArray(marks)) return [];
  const words = marks.flatMap((mark) => {
    if (typeof mark !== "object" || mark === null || !("call" in mark)) return [];
    const fields = fieldsOf(mark.args[1]);
    const text = fields["text"];
    if (mark.call === "text" && typeof text === "object" && text !== null && "texts" in text) return text.texts;
    return mark.call.startsWith("rule") ? [wordsIn(fields, "label")] : [];
  });
  return [...new Set(words.filter((word) => typeof word === "string"))].slice(0, 6);
}
