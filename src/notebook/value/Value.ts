/**
 * What crosses from the worker to the page: data, never HTML. A page's views turn it into what is seen. Everything
 * here survives JSON and structured clone, and is bounded before it is sent (see `encodeValue`).
 */
export type Value =
  TextValue | NumberValue | TableValue | TreeValue | ChartValue | ErrorValue | NothingValue | ExtendedValue;

/** The value of a cell whose last statement is not an expression. */
export interface NothingValue {
  kind: "nothing";
}

export interface TextValue {
  kind: "text";
  text: string;
  /** how many characters were left out at the end; 0 when none were */
  omitted: number;
}

/** A number as JSON can hold it; `Number(…)` gives the number back. Minus zero is zero. */
export type JsonNumber = number | "NaN" | "Infinity" | "-Infinity";

/** A number with a unit: what the lesson library calls a Quantity, or a bare number with the unit ``. */
export interface NumberValue {
  kind: "number";
  value: JsonNumber;
  unit: string;
  /** the 95 % interval, where the value is an estimate */
  low?: JsonNumber;
  high?: JsonNumber;
}

/** One cell of a table, or one leaf of a tree. Numbers that JSON cannot hold are text (see `JsonNumber`). */
export type Scalar = string | number | boolean | null | NumberValue;

export interface TableColumn {
  /** the property of the row objects */
  name: string;
  /** what its numbers are measured in, from the column's name (see `unitOf`); `` for bare numbers, absent for text */
  unit?: string;
}

export interface TableValue {
  kind: "table";
  columns: TableColumn[];
  rows: Scalar[][];
  /** how many rows there are in the worker; `rows` may hold fewer */
  totalRows: number;
  /** how many columns were left out; 0 when none were. A lower bound where there are tens of thousands */
  omittedColumns: number;
  /** present when `rows` are spread evenly over all rows instead of being the first ones */
  spread?: true;
}

/** A nested object or array that is no table. */
export interface TreeValue {
  kind: "tree";
  root: TreeNode;
}

export type TreeNode =
  | { type: "leaf"; value: Scalar }
  /** words about something that is no data: `undefined`, a function, a getter, an object already shown above */
  | { type: "note"; text: string }
  | { type: "branch"; label: string; entries: [key: string, node: TreeNode][]; omitted: number };

/** A chart as recorded calls of Observable Plot, with every accessor already evaluated to an array. */
export interface ChartValue {
  kind: "chart";
  plot: PlotSpec;
  /** the numbers behind the marks, for readers who want or need a table */
  table: TableValue;
  /** how many points thinning left out; every minimum and maximum of a pixel is kept */
  omittedPoints: number;
}

/** Allowed calls only: `{ call: "lineY", args: [...] }`; anything else is plain data. */
export interface PlotSpec {
  call: string;
  args: PlotArgument[];
}
export type PlotArgument =
  null | boolean | number | string | PlotSpec | PlotChannel | PlotArgument[] | { fields: Record<string, PlotArgument> };

/** The values of one channel, one per point; null is a blank. Times are ms since 1970 UTC. */
export type PlotChannel = { numbers: (number | null)[] } | { times: (number | null)[] } | { texts: (string | null)[] };

export interface ErrorValue {
  kind: "error";
  /** `TypeError`, `SyntaxError`, … */
  name: string;
  message: string;
  /** the cell the first frame of the reader's own code stands in, where there is one */
  cell?: string;
  /** 1-based, in the cell's own text */
  line?: number;
  column?: number;
}

/** A kind the notebook has no view for itself; a view registered by the page shows it, else it is shown as a tree. */
export interface ExtendedValue {
  kind: "extended";
  /** the `kind` property of the object the cell returned: `verdict` */
  type: string;
  /** the object's own data as plain JSON, without functions; a Quantity in it stays one */
  data: unknown;
  /** how many entries were left out anywhere in it; 0 when none were */
  omitted: number;
}
