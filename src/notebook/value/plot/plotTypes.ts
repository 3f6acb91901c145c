/** The options of a chart as a cell writes them. Names and meanings are Observable Plot's; what is not here is refused. */

/** Colours are named by what they mean, everywhere the same. */
export type Color = "nonpaged" | "paged" | "leak" | "load" | "muted" | "text" | "none";

type Datum =
  number | string | boolean | bigint | Date | null | undefined | { kind: "quantity"; value: number; unit: string };

/** Where a channel's values come from: a column's name, a function of the row, a list with a value per row, or one value for all. */
export type Accessor<Row> =
  (string & keyof Row) | ((row: Row, index: number) => Datum) | (ArrayLike<Datum> & object) | Date | number;

export type ChannelOption<Row> =
  | Accessor<Row>
  | {
      value: Accessor<Row>;
      /** the heading in words; from the column's name by default */
      label?: string;
      /** what it is measured in (`B`, `B/h`, `share`, `s`, `ms` …); from the column's name by default */
      unit?: string;
    };

export interface MarkOptions<Row> {
  x?: ChannelOption<Row>;
  y?: ChannelOption<Row>;
  /** tells series apart where no colour does */
  z?: ChannelOption<Row>;
  /** the colour of lines: a meaning, or a column whose names are series */
  stroke?: Color | ChannelOption<Row>;
  /** the colour of areas, dots, bars and texts */
  fill?: Color | ChannelOption<Row>;
  /** words shown on hover */
  title?: ChannelOption<Row>;
  /** words written beside the mark's end, in its colour, instead of a legend */
  label?: string;
  strokeWidth?: number;
  strokeOpacity?: number;
  fillOpacity?: number;
  opacity?: number;
  /** dashes and gaps: "4 3" */
  strokeDasharray?: string;
  strokeLinecap?: "butt" | "round" | "square";
  strokeLinejoin?: "bevel" | "miter" | "round";
  curve?: "linear" | "step" | "step-after" | "step-before" | "monotone-x";
  /** the order of rows: a column's name, "-" before it for descending; or the order of an axis: { y: "-x" } */
  sort?: string | { x?: string; y?: string; limit?: number };
  dx?: number;
  dy?: number;
  inset?: number;
  insetTop?: number;
  insetRight?: number;
  insetBottom?: number;
  insetLeft?: number;
  clip?: boolean;
  /** show the values of the nearest point on hover */
  tip?: boolean;
}

export interface IntervalOptions<Row> extends MarkOptions<Row> {
  x1?: ChannelOption<Row>;
  x2?: ChannelOption<Row>;
  y1?: ChannelOption<Row>;
  y2?: ChannelOption<Row>;
}

export interface DotOptions<Row> extends MarkOptions<Row> {
  r?: ChannelOption<Row>;
}

export interface TextOptions<Row> extends MarkOptions<Row> {
  text?: ChannelOption<Row>;
  textAnchor?: "start" | "middle" | "end";
  lineAnchor?: "top" | "middle" | "bottom";
  frameAnchor?:
    "middle" | "top" | "bottom" | "left" | "right" | "top-left" | "top-right" | "bottom-left" | "bottom-right";
  fontSize?: number;
  fontWeight?: "normal" | "bold";
  /** characters, about, after which the text breaks into the next line; in ems */
  lineWidth?: number;
  rotate?: number;
}

export interface ScaleOptions {
  label?: string;
  unit?: "B" | "B/h" | "B/s" | "1/h" | "1/s" | "share" | "s" | "ms" | "";
  domain?: readonly (number | Date)[] | readonly string[];
  type?: "linear" | "log" | "sqrt" | "symlog" | "utc" | "band" | "point";
  /** how many ticks, about */
  ticks?: number;
  /** a d3 format such as ".1f"; the unit decides by default */
  tickFormat?: string;
  grid?: boolean;
  /** let the axis start at zero */
  zero?: boolean;
  nice?: boolean;
  reverse?: boolean;
  axis?: "top" | "right" | "bottom" | "left" | "none" | null;
  padding?: number;
  inset?: number;
}

export interface PlotOptions {
  marks?: readonly MarkLike[];
  x?: ScaleOptions;
  y?: ScaleOptions;
  /** which series has which colour: { domain: ["CtxL", "NtxF"], range: ["leak", "muted"] } */
  color?: { domain?: readonly string[]; range?: readonly Exclude<Color, "none">[] };
  width?: number;
  height?: number;
  marginTop?: number;
  marginRight?: number;
  marginBottom?: number;
  marginLeft?: number;
  inset?: number;
  insetTop?: number;
  insetRight?: number;
  insetBottom?: number;
  insetLeft?: number;
  grid?: boolean;
  title?: string;
  subtitle?: string;
  caption?: string;
  /** what the chart shows, for a reader who cannot see it; made from title and axes by default */
  ariaLabel?: string;
}

/** A chart as a value: end a cell with it, or `display` it. */
export interface Chart {
  readonly chart: string;
}

/** A mark made by lineY, ruleY …: goes into `marks`, or is drawn alone by `plot()`. */
export interface Mark {
  readonly mark: string;
  plot(options?: PlotOptions): Chart;
}

/** Marks may be nested and left out by a condition. */
export type MarkLike = Mark | readonly MarkLike[] | null | undefined | false;

/** What a mark is made from. */
export type Data<Row> = Iterable<Row>;
