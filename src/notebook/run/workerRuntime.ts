import type { ErrorValue, Value } from "../value/Value.ts";
import type { RunRequest } from "./Engine.ts";
import { makeInputs, type InputControl, type Inputs } from "./inputs.ts";
import { countReading } from "./countReading.ts";
import { cellFrames, mapError, readThrown, type ThrownWords } from "./mapError.ts";
import { Modules } from "./Modules.ts";
import { MAX_SHOWN, MAX_SHOWN_BYTES, type FromWorker, type ToWorker } from "./protocol.ts";
import { ReadingMeter } from "./ReadingProgress.ts";
import { SharedNames } from "./SharedNames.ts";

/** What the runtime needs of the place it runs in; taken hold of before the scope is locked. */
export interface RuntimeHost {
  /** the captured port to the page; nothing of a cell can reach it */
  post(message: FromWorker): void;
  listen(listener: (message: ToWorker) => void): void;
  /** tells of promises nobody caught, and of errors in timers */
  listenForErrors(listener: (error: unknown) => void): void;
  /** imports a text as an ES module, which stacks call by this name */
  importText(text: string, name: string): Promise<unknown>;
  /** puts the names of imported texts into a stack that has their addresses */
  nameFiles(stack: string): string;
  encodeValue(value: unknown): Value;
  /** modules that are part of the runtime, by the name cells import them by */
  modules: Record<string, object>;
  /** sets clock and randomness back for a run of this cell */
  restart(cell: string): void;
  /** milliseconds of the real clock, which cells do not see */
  now(): number;
  /** resolves in a later turn of the event loop, when promises nobody caught have been told of */
  nextTurn(): Promise<void>;
}

type CellFunction = (given: Record<string, unknown>) => Promise<{ value: unknown; names: Record<string, unknown> }>;

/** Runs cells as the page asks for them, one at a time, and holds what they share. */
export function startRuntime(host: RuntimeHost): void {
  const modules = new Modules(host);
  const shared = new SharedNames();
  const known = new Map<string, RunRequest["cell"]>();
  let current: CellRun | undefined;

  const toErrorValue = (thrown: unknown): ErrorValue => {
    const words = readThrown(thrown, host.nameFiles);
    const error = mapError(words, (cell) => known.get(cell)?.insertions);
    const sentence = explainFrozen(words, shared, known);
    return sentence === undefined ? error : { ...error, message: sentence };
  };
  host.listenForErrors((thrown) => {
    const error = toErrorValue(thrown);
    if (current && (error.cell === undefined || error.cell === current.request.cell.id))
      current.uncaught ??= { cell: current.request.cell.id, ...error };
    else host.post({ type: "stray", error });
  });
  host.listen((message) => {
    if (message.type === "prepare") modules.prepare(message.modules);
    else void run(message.run, message.request);
  });

  async function run(number: number, request: RunRequest): Promise<void> {
    const { cell } = request;
    known.set(cell.id, cell);
    shared.forget(cell.id);
    current = new CellRun(number, request, host);
    const values: Value[] = [];
    let started = host.now();
    try {
      const given = await modules.take(cell.imports);
      const { default: body } = (await host.importText(cell.code, `cell-${cell.id}.ts`)) as { default: CellFunction };
      host.restart(cell.id);
      started = host.now();
      const result = await body({ ...current.given(), modules: given, ...namesFor(cell, shared) });
      const value: unknown = await result.value;
      if (value !== undefined) values.push(host.encodeValue(value));
      await host.nextTurn();
      if (!current.uncaught) shared.share(cell.id, namesOf(cell, result.names));
    } catch (thrown) {
      current.uncaught ??= { cell: cell.id, ...toErrorValue(thrown) };
    }
    const { uncaught } = current;
    const milliseconds = Math.max(0, host.now() - started);
    const last = uncaught ? [uncaught] : values;
    const notes = current.end();
    current = undefined;
    const all = [...notes.values, ...last];
    if (all.length === 0 && notes.shown === 0) all.push({ kind: "nothing" });
    const failed = uncaught !== undefined;
    host.post({ type: "finished", run: number, values: all, inputs: notes.inputs, failed, milliseconds });
  }
}

/** What a cell shares: its own names, whatever else a text that no compiler made would hand out. */
function namesOf({ owns }: RunRequest["cell"], names: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(owns.map((name) => [name, names[name]]));
}

function namesFor(cell: RunRequest["cell"], shared: SharedNames): Record<string, unknown> {
  const missing = cell.reads.find((name) => !shared.has(name));
  if (missing !== undefined) throw new Error(`“${missing}” is not there: the cell that declares it has not run.`);
  return Object.fromEntries(cell.reads.map((name) => [name, shared.get(name)]));
}

function explainFrozen(
  { name, message, stack }: ThrownWords,
  shared: SharedNames,
  known: ReadonlyMap<string, RunRequest["cell"]>,
): string | undefined {
  if (name !== "TypeError") return undefined;
  const [frame] = cellFrames(stack, message);
  const cell = frame && known.get(frame.cell);
  if (!cell) return undefined;
  const line = cell.code.split("\n")[frame.line - 1] ?? "";
  // Engines point at different characters of the same expression; the rest of the line is the better guess than nothing.
  const before = shared.explain(message, line.slice(0, frame.column + 1), cell.reads);
  return before?.startsWith("“") === true ? before : shared.explain(message, line, cell.reads);
}

/** One run of one cell: what it is handed, and what it showed so far. */
class CellRun {
  readonly request: RunRequest;
  readonly #number: number;
  readonly #host: RuntimeHost;
  #shown = 0;
  #bytes = 0;
  #leftOut = 0;
  #isOver = false;
  readonly #inputs: InputControl[] = [];
  readonly #meter: ReadingMeter;
  /** the first error nobody caught */
  uncaught: ErrorValue | undefined;

  constructor(number: number, request: RunRequest, host: RuntimeHost) {
    this.#number = number;
    this.request = request;
    this.#host = host;
    this.#meter = new ReadingMeter(host.now, (log, read) => {
      if (!this.#isOver) host.post({ type: "progress", run: number, log, read });
    });
  }

  /** What every cell is handed. */
  given(): { log: (name: unknown) => Promise<Blob>; display: (...values: unknown[]) => void; input: Inputs } {
    return {
      input: makeInputs(this.request.settings ?? {}, (control) => this.#inputs.push(control)),
      log: (name) => this.#log(name),
      display: (...values) => {
        for (const value of values) this.#display(value);
      },
    };
  }

  end(): { values: Value[]; shown: number; inputs: InputControl[] } {
    this.#isOver = true;
    const text = `${this.#leftOut} more values were not shown: a cell can show ${MAX_SHOWN}.`;
    return {
      values: this.#leftOut > 0 ? [{ kind: "text", text, omitted: 0 }] : [],
      shown: this.#shown,
      inputs: this.#inputs,
    };
  }

  async #log(name: unknown): Promise<Blob> {
    const { logs } = this.request;
    if (typeof name === "string" && Object.hasOwn(logs, name)) return this.#counted(name, logs[name]!);
    const names = Object.keys(logs).map((each) => `“${each}”`);
    throw new Error(`There is no log “${String(name)}”; this cell can read ${names.join(", ") || "none"}.`);
  }

  /** A log whose reading is counted; asked for a second time, it is the same one. */
  #counted(name: string, blob: Blob): Blob {
    if (!Object.hasOwn(blob, "slice")) countReading(blob, (bytes) => this.#meter.add(name, bytes, blob.size));
    return blob;
  }

  #display(value: unknown): void {
    const { id } = this.request.cell;
    if (this.#isOver) {
      throw new Error(
        `The cell “${id}” was over when its display(…) was called: return the value, and let the cell that calls the function show it.`,
      );
    }
    if (this.#shown >= MAX_SHOWN || this.#bytes >= MAX_SHOWN_BYTES) {
      this.#leftOut++;
      return;
    }
    const encoded = this.#host.encodeValue(value);
    this.#shown++;
    this.#bytes += JSON.stringify(encoded).length;
    this.#host.post({ type: "shown", run: this.#number, value: encoded });
  }
}
