import type { CompiledCell } from "../compile/Program.ts";
import type { ErrorValue, Value } from "../value/Value.ts";
import type { InputControl, InputSettings } from "./inputs.ts";
import type { ReadingProgress } from "./ReadingProgress.ts";

/** One cell to run; the cells it reads from must have run in the same worker before. */
export interface RunRequest {
  cell: Pick<CompiledCell, "id" | "code" | "insertions" | "owns" | "reads" | "imports">;
  /** the logs the cell can ask for, by the names it passes to `log(…)` */
  logs: Record<string, Blob>;
  /** what the reader has set, by the names of the inputs; without it each input has its author's value */
  settings?: InputSettings;
  /** whether it may take as long as it needs; else the engine's time limit ends it */
  hasNoLimit?: boolean;
}

export interface RunResult {
  cell: string;
  /** what `display(…)` showed, in order, then the cell's value or the error that ended it */
  values: Value[];
  failed: boolean;
  /** the inputs that the cell declared, with the values it was given */
  inputs?: InputControl[];
  /** how long the cell itself ran */
  milliseconds: number;
  /** the worker ended with this run: no value of any cell is held any more */
  lost?: true;
  /** who ended the run before it was over, when somebody did: the reader, or the time limit */
  ended?: "reader" | "timeLimit";
}

/** Runs cells one after the other in one worker, which holds the values they share. */
export interface Engine {
  /** Runs a cell; never rejects: what goes wrong is a failed result in words. */
  run(request: RunRequest): Promise<RunResult>;
  /** Kills the worker and with it every value; a run that is under way ends as a failed result. */
  stop(): void;
  /** Lifts the time limit of the run that is under way. */
  keepGoing(): void;
  /** when the time limit ends the run that is under way, in ms since 1970; undefined without a run or a limit */
  readonly endsAt: number | undefined;
  /** Kills the worker for good. */
  dispose(): void;
  /** Starts the worker, if none is there, so that the next run finds it ready. */
  warm(): void;
  /** told of an error that a cell left behind after its run was over, as a promise nobody waited for does */
  onStray: ((error: ErrorValue) => void) | undefined;
  /** told now and then how far the run under way has read a log, where that takes long */
  onProgress?: ((progress: ReadingProgress) => void) | undefined;
}
