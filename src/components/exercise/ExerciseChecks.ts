import type { CompiledCell, Program } from "../../notebook/compile/Program.ts";
import type { CheckFailure, CheckOutcome } from "../../notebook/run/CheckOutcome.ts";
import type { Engine } from "../../notebook/run/Engine.ts";
import { runCheckProgram } from "../../notebook/run/runCheckProgram.ts";
import { LessonLogs } from "../cell/LessonLogs.ts";
import { fetchSandbox } from "../cell/fetchSandbox.ts";
import { fetchFile } from "../cell/siteFiles.ts";
import type { ExerciseCheck, LessonChecks } from "./LessonChecks.ts";

/** How long the second sandbox is kept after it was last used, in milliseconds. */
const idleTime = 120_000;

/** What a check came to, and the program that ran, whose texts an error can be shown in. */
export interface Checked {
  outcome: CheckOutcome | CheckFailure;
  program: Program;
  milliseconds: number;
}

/**
 * Checks a lesson's exercises, in a sandbox of its own beside the one that runs the cells: always on the exercise machine's
 * logs, whatever log is in use on the page.
 */
export class ExerciseChecks {
  readonly #checks: LessonChecks;
  /** by the machine's folder */
  readonly #logs: ReadonlyMap<string, LessonLogs>;
  #engine: Promise<Engine> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** grows with every Stop, so that what waits or is fetched is dropped */
  #stops = 0;

  constructor(checks: LessonChecks) {
    this.#checks = checks;
    this.#logs = new Map(Object.entries(checks.logs).map(([folder, logs]) => [folder, new LessonLogs(logs)]));
  }

  /** Fetches what the exercises of a page are checked with. */
  static async open(page: string): Promise<ExerciseChecks> {
    const response = await fetchFile(`/checks/${page}.json`);
    return new ExerciseChecks((await response.json()) as LessonChecks);
  }

  /** The server that an exercise is checked on. */
  machineOf(exercise: string): string {
    return this.#exercise(exercise).machine;
  }

  /** The logs that the check of the untouched exercise reads. */
  logsOf(exercise: string): string[] {
    const { program } = this.#exercise(exercise);
    return [...new Set(program.cells.flatMap(({ logs }) => logs))];
  }

  /** Starts what a check will need; nothing is run. */
  prepare(exercise: string): void {
    // A failure is said when the answer is checked.
    this.#open().then(
      (engine) => engine.warm(),
      () => undefined,
    );
    const logs = this.#samplesOf(exercise);
    for (const name of this.logsOf(exercise)) logs.sample(name).catch(() => undefined);
  }

  /**
   * Checks an answer; one after the other. What stops it is a failure of the name `Stopped`. Rejects when something that it
   * needs cannot be fetched.
   */
  check(exercise: string, answer: string): Promise<Checked> {
    const stops = this.#stops;
    const checked = this.#last.then(() => this.#check(exercise, answer, () => this.#stops !== stops));
    this.#last = checked.catch(() => undefined);
    return checked;
  }

  /** Ends the check that runs, and those that wait. */
  stop(): void {
    this.#stops++;
    // One that is still being opened runs nothing.
    void this.#engine?.then(
      (engine) => engine.stop(),
      () => undefined,
    );
  }

  async #check(exercise: string, answer: string, isStopped: () => boolean): Promise<Checked> {
    const started = performance.now();
    const known = this.#exercise(exercise);
    const program = answer === known.starter.text ? known.program : await this.#compile(known, answer);
    const end = (outcome: Checked["outcome"]) => ({ outcome, program, milliseconds: performance.now() - started });
    const logsOf = async (cell: CompiledCell) => {
      const samples = this.#samplesOf(exercise);
      const names = cell.anyLog === true ? samples.names : cell.logs;
      const logs = await Promise.all(names.map(async (name) => [name, await samples.sample(name)] as const));
      if (isStopped()) throw new Error("Stopped before it was done.");
      return Object.fromEntries(logs);
    };
    try {
      return end(await runCheckProgram(await this.#open(), program, logsOf));
    } catch (error) {
      if (!isStopped()) throw error;
      return end({ failed: { kind: "error", name: "Stopped", message: "Stopped before it was done." } });
    }
  }

  async #compile({ starter, solution, check, folder }: ExerciseCheck, answer: string): Promise<Program> {
    const { compileCheck } = await import("../../notebook/compile/compileCheck.ts");
    const { cells } = this.#checks;
    const { names } = this.#logs.get(folder)!;
    return compileCheck({ cells, answer: { ...starter, text: answer }, solution, check }, { logs: names });
  }

  #open(): Promise<Engine> {
    if (!this.#engine) {
      const opening = fetchSandbox().then((openEngine) => openEngine());
      opening.catch(() => (this.#engine = undefined));
      this.#engine = opening;
    }
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#close(), idleTime);
    return this.#engine;
  }

  /** Takes the second sandbox off the page, once nothing runs in it; the next check opens another. */
  async #close(): Promise<void> {
    const engine = this.#engine;
    await this.#last;
    if (this.#engine !== engine) return;
    this.#engine = undefined;
    (await engine)?.dispose();
  }

  #samplesOf(exercise: string): LessonLogs {
    return this.#logs.get(this.#exercise(exercise).folder)!;
  }

  #exercise(id: string): ExerciseCheck {
    const exercise = this.#checks.exercises[id];
    if (!exercise) throw new Error(`The exercise “${id}” has no check.`);
    return exercise;
  }
}
