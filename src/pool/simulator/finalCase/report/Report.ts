/** What a report says, as it is typed: an empty text where nothing is said yet. */
export interface Report {
  pool: string;
  tag: string;
  driver: string;
  rate: string;
  rateUnit: string;
  blockBytes: string;
  site: string;
  process: string;
  secondTag: string;
  /** `yes`, `no` */
  secondLeaks: string;
  /** `hours`, `days`, `unknown` */
  fullUnit: string;
  full: string;
  /** one of `NEXT_STEPS` */
  next: string;
  /** in the reader's own words; nothing checks it */
  words: string;
}

export const EMPTY_REPORT: Report = {
  pool: "",
  tag: "",
  driver: "",
  rate: "",
  rateUnit: "MiB/h",
  blockBytes: "",
  site: "",
  process: "",
  secondTag: "",
  secondLeaks: "",
  fullUnit: "hours",
  full: "",
  next: "",
  words: "",
};

/** The facts that a report is asked for. */
export const FACTS = ["pool", "tag", "driver", "rate", "block", "site", "process", "second", "full", "next"] as const;
export type Fact = (typeof FACTS)[number];

/** A fact as form, Markdown and lists of answers call it. */
export const FACT_NAMES: Readonly<Record<Fact, string>> = {
  pool: "The pool that leaks",
  tag: "The tag that leaks",
  driver: "The driver behind it",
  rate: "How fast the tag grows",
  block: "Bytes per lost block",
  site: "The call site that leaks",
  process: "The process it happens for",
  second: "The second grower",
  full: "When it is full",
  next: "What to do next",
};

/** Units of a rate, in bytes per hour. */
export const RATE_UNITS: Readonly<Record<string, number>> = {
  "MiB/h": 1_048_576,
  "MB/h": 1_000_000,
  "GiB/h": 1_073_741_824,
  "KiB/s": 1024 * 3600,
  "MiB/min": 1_048_576 * 60,
  "GiB/day": 1_073_741_824 / 24,
};

/** How far a number may lie from the truth, as a share of it: right methods agree far better, and the mistakes lie outside. */
export const RATE_TOLERANCE = 0.04;
export const FULL_TOLERANCE = 0.15;

/** What one may do next, by its id. The first is what an expert does. */
export const NEXT_STEPS: Readonly<Record<string, string>> = {
  vendor:
    "Send the driver’s vendor the tag, the call site with its stack, and the rate, and keep its caller off until then",
  restart: "Restart the server once a week, since that gives everything back",
  memory: "Add memory, so that the limit lies higher and the driver has what it needs",
  process: "Report the process it happens for to its maker, since that one leaks",
  busiest: "Replace what belongs to the busiest tag first, since it does most of the work",
  again: "Collect everything again, with Driver Verifier on for all drivers, to be sure which of them it is",
};

/** What became of one fact. */
export interface FactOutcome {
  fact: Fact;
  status: "right" | "wrong" | "empty";
  /** the name of a known mistake */
  mistake?: string;
  /** what was learned, or which evidence was missed: never the answer */
  says: string;
}
