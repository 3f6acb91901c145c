import type { ErrorValue, Value } from "../value/Value.ts";
import type { RunRequest } from "./Engine.ts";
import { areControls, type InputControl } from "./inputs.ts";
import { isErrorValue, isValue } from "./isValue.ts";

/** What the page (or the build) sends to the worker. */
export type ToWorker =
  /** the text of each module that cells import by a bare name, as one self-contained ES module */
  { type: "prepare"; modules: Record<string, string> } | { type: "run"; run: number; request: RunRequest };

/** What the worker sends back. */
export type FromWorker =
  /** `display(value)` was called */
  | { type: "shown"; run: number; value: Value }
  /** how many bytes of a log the run has read so far; sent now and then while it reads for long */
  | { type: "progress"; run: number; log: string; read: number }
  /** the run is over; `values` are the last ones: a note on what was left out, the cell's value, or the error */
  | { type: "finished"; run: number; values: Value[]; inputs: InputControl[]; failed: boolean; milliseconds: number }
  /** an error after its cell's run was over */
  | { type: "stray"; error: ErrorValue };

/** How many values one run can show by `display`; what comes after is counted, not sent. */
export const MAX_SHOWN = 100;

/** How many bytes of JSON one run can show in all. */
export const MAX_SHOWN_BYTES = 8_000_000;

/**
 * Whether a message is of the protocol, down to every part of every value in it. The reader's code runs in the worker
 * that sends it, so anything can come: cycles, huge lists, values of no known kind.
 */
export function isFromWorker(message: unknown): message is FromWorker {
  if (typeof message !== "object" || message === null || Array.isArray(message)) return false;
  const { type, run, value, values, inputs, failed, milliseconds, error, log, read } = message as Record<
    string,
    unknown
  >;
  switch (type) {
    case "shown":
      return isRun(run) && isValue(value);
    case "finished":
      return (
        isRun(run) &&
        typeof failed === "boolean" &&
        typeof milliseconds === "number" &&
        Number.isFinite(milliseconds) &&
        milliseconds >= 0 &&
        Array.isArray(values) &&
        values.length <= 3 &&
        values.every(isValue) &&
        areControls(inputs)
      );
    case "progress":
      return isRun(run) && typeof log === "string" && Number.isSafeInteger(read) && (read as number) >= 0;
    case "stray":
      return isErrorValue(error);
    default:
      return false;
  }
}

function isRun(run: unknown): run is number {
  return Number.isSafeInteger(run);
}
