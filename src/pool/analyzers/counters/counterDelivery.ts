import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";

/** What a column of a counter log delivered. Blank is not zero: nobody could be asked. */
export interface CounterDelivery {
  /** without the machine */
  path: string;
  /** `never`: blank in every sample; `late`: blank for longer than the sample that a rate needs first */
  delivered: "always" | "late" | "never";
  blank: number;
  zero: number;
  samples: number;
  /** the first sample with a value (UTC) and its line */
  since: number | undefined;
  line: number | undefined;
}

/** Blank samples at the start that need no explanation: a rate has its first value at the second sample. */
const USUAL_BLANKS = 2;

/** Says of each counter whether its provider delivered: all along, from some moment on, or never. */
export function counterDelivery({ counters, times, lines }: CounterLog): CounterDelivery[] {
  return counters.map(({ values, instance, object, counter }) => {
    const first = values.findIndex((value) => !Number.isNaN(value));
    return {
      path: `\\${object}${instance === "" ? "" : `(${instance})`}\\${counter}`,
      delivered: first < 0 ? "never" : first >= USUAL_BLANKS ? "late" : "always",
      blank: values.filter((value) => Number.isNaN(value)).length,
      zero: values.filter((value) => value === 0).length,
      samples: values.length,
      since: first < 0 ? undefined : times[first],
      line: first < 0 ? undefined : lines[first],
    };
  });
}
