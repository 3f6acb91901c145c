/** A number that knows its unit, and how sure it is. Views print it; analyzers compute with `value`. */
export interface Quantity {
  /** by which a view knows it */
  kind: "quantity";
  /** in `unit` */
  value: number;
  /** `B`, `B/h`, `B/s`, `1/h`, `s` (a duration), `ms` (a time, since 1970, UTC), `share` (1 is 100 %), or `` for a bare count */
  unit: string;
  /** the lower end of its 95 % interval, where the value is an estimate */
  low?: number;
  /** its upper end */
  high?: number;
}

/** Makes a quantity; `interval` is the 95 % interval where the value is an estimate. */
export function quantity(value: number, unit: string, interval?: readonly [low: number, high: number]): Quantity {
  return interval
    ? { kind: "quantity", value, unit, low: interval[0], high: interval[1] }
    : { kind: "quantity", value, unit };
}
