/**
 * What crosses from the worker to the page: data, never HTML. A page's views turn it into what is seen. Everything
 * here survives JSON and structured clone, and is bounded before it is sent (see `encodeValue`).
 */
export type Value =
  | TextValue
  | NumberValue
  | TableValue
  | TreeValue
  | ChartValue
  | ErrorValue
  | NothingValue
  | ExtendedValue;

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

/** A number with a unit: what the lesson library calls a Quantity, or a bare number with the unit ``. */
export interface NumberValue {
  kind: "number";
  value: number;
  unit: string;
  low?: number;
  high?: number;
}

/** One cell of a table, or one leaf of a tree. Numbers that JSON cannot hold are text: `NaN`, `Infinity`. */
export type Scalar = string | number | boolean | null | NumberValue;

export interface TableColumn {
  /** the property of the row objects */
  name: string;
  /** what its numbers are measured in, from the column's name (see `unitOf`); `` for bare numbers, undefined for text */
  unit: string | undefined;
}

export interface TableValue {
  kind: "table";
  columns: TableColumn[];
  rows: Scalar[][];
  /** how many rows there are in the worker; `rows` may hold fewer */
  totalRows: number;
  /** how many columns were left out; 0 when none were */
  omittedColumns: number;
}

/** A nested object or array that is no table. */
export interface TreeValue {
  kind: "tree";
  root: TreeNode;
}

export type TreeNode =
  | { type: "leaf"; value: Scalar }
  | { type: "branch"; label: string; entries: [key: string, node: TreeNode][]; omitted: number };

/** A chart as recorded calls of Observable Plot, with every accessor already evaluated to an array. */
export interface ChartValue {
  kind: "chart";
  plot: PlotSpec;
  /** the numbers behind the marks, for readers who want or need a table */
  table: TableValue;
}

/** Allowed calls only: `{ call: "lineY", args: [...] }`; anything else is plain data. */
export type PlotSpec = { call: string; args: PlotArgument[] };
export type PlotArgument =
  | null
  | boolean
  | number
  | string
  | PlotSpec
  | { numbers: number[] }
  | { times: number[] }
  | PlotArgument[]
  | { fields: { [name: string]: PlotArgument } };

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
  /** the object's own data, bounded like a tree, as plain JSON */
  data: unknown;
}
