import { openAsBlob } from "node:fs";
import { join } from "node:path";
import { runLesson } from "../../src/components/lesson/runLesson.ts";
import type { Lesson } from "../../src/components/lesson/loadLesson.ts";
import { compileProgram } from "../../src/notebook/compile/compileProgram.ts";
import type { CellSource } from "../../src/notebook/compile/Program.ts";
import type { RunResult } from "../../src/notebook/run/Engine.ts";
import type { NumberValue, Scalar, TableValue, Value } from "../../src/notebook/value/Value.ts";

/** Runs cells on the logs of a machine, under the names that the lesson knows. */
export async function runOn(
  lesson: Lesson,
  machine: string,
  cells: readonly CellSource[],
): Promise<Record<string, RunResult>> {
  const names = lesson.logs.map(({ name }) => name);
  const program = compileProgram(cells, { logs: names });
  for (const { id, problem } of program.cells)
    if (problem) throw new Error(`${lesson.page}, ${id}: ${problem.message}`);
  const blobs = await Promise.all(
    names.map(async (name) => [name, await openAsBlob(join("datasets", machine, name))] as const),
  );
  return runLesson(program, Object.fromEntries(blobs));
}

/** Runs a text on the logs of a machine as a reader's answer, after the cells of the lesson that it reads, and gives what it shows. */
export async function runAnswer(lesson: Lesson, machine: string, source: CellSource): Promise<RunResult> {
  const answer: CellSource = { ...source, id: "answer", isPrivate: true };
  const { dependencies } = compileProgram([...lesson.cells, answer], { logs: lesson.logs.map(({ name }) => name) });
  const needed = new Set<string>();
  const need = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    for (const other of dependencies[id] ?? []) need(other);
  };
  need(answer.id);
  const cells = [...lesson.cells.filter(({ id }) => needed.has(id)), answer];
  return (await runOn(lesson, machine, cells))[answer.id]!;
}

/** The last value of a result: what the cell's last expression gave. */
export function valueOf(result: RunResult | undefined): Value {
  const value = result?.values.at(-1);
  if (!value) throw new Error("The cell showed nothing.");
  if (value.kind === "error") throw new Error(`The cell failed: ${value.name}: ${value.message}`);
  return value;
}

/** A result that is a number, with its interval where it is an estimate. */
export function numberOf(result: RunResult | undefined): { value: number; low: number; high: number } {
  const number = valueOf(result);
  if (number.kind !== "number") throw new Error(`The cell gave a ${number.kind}, not a number.`);
  const { value, low = value, high = value } = number satisfies NumberValue;
  return { value: Number(value), low: Number(low), high: Number(high) };
}

/** A result that is a table, as row objects. */
export function rowsOf(result: RunResult | undefined): Record<string, Scalar>[] {
  const value = valueOf(result);
  if (value.kind !== "table") throw new Error(`The cell gave a ${value.kind}, not a table.`);
  const { columns, rows } = value satisfies TableValue;
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}

/** The plain number of a table's cell or of a number with a unit. */
export function plain(scalar: Scalar | undefined): number {
  if (typeof scalar === "number") return scalar;
  if (typeof scalar === "object" && scalar !== null) return Number(scalar.value);
  throw new Error(`${JSON.stringify(scalar)} is no number.`);
}
