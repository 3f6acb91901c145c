/** What happens on the machine, in time order. Every number of every log is a sum over these, and nothing else. */
export type MachineEvent =
  /** the machine starts: everything that was counted or allocated is gone */
  | { kind: "boot"; time: number }
  /** a site allocated and freed so many blocks since its last event */
  | { kind: "pool"; time: number; site: number; allocations: number; frees: number }
  /** a meter counted on by an amount */
  | { kind: "meter"; time: number; meter: number; amount: number }
  /** a gauge has a new value; NaN when what it measured has ended */
  | { kind: "gauge"; time: number; gauge: number; value: number };
