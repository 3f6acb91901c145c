import { bundleModule } from "../../../../src/cli/bundleModule.ts";
import type { Program } from "../../../../src/notebook/compile/Program.ts";
import { runOrder } from "../../../../src/notebook/graph/cellGraph.ts";
import type { Engine, RunResult } from "../../../../src/notebook/run/Engine.ts";
import { createNodeEngine, type NodeEngineOptions } from "../../../../src/notebook/run/nodeEngine.ts";
import { runtimeName } from "../../../../src/notebook/run/workerText.ts";
import type { Value } from "../../../../src/notebook/value/Value.ts";
import { compile } from "../compile/helpers.ts";

/** A small library in the place of the lesson's. */
const library = `
export const double = (x) => x * 2;
export function fail() { throw new RangeError("out of range"); }
export const rowsOf = async (blob) => (await blob.text()).trim().split("\\n").map((line) => ({ line }));
`;

export async function startEngine(options: Partial<NodeEngineOptions> = {}): Promise<Engine> {
  const runtime = await bundleModule("src/notebook/run/workerEntry.ts", { format: "iife", name: runtimeName });
  return createNodeEngine({ runtime, modules: { lab: library }, timeLimit: 5_000, ...options });
}

/** Runs all cells of a lesson in their order; a cell with a problem is an error of the test. */
export async function runCells(
  engine: Engine,
  cells: Record<string, string>,
  logs: Record<string, Blob> = {},
): Promise<Record<string, RunResult>> {
  const results: Record<string, RunResult> = {};
  const program: Program = compile(cells);
  for (const id of runOrder(program)) {
    const cell = program.cells.find((one) => one.id === id)!;
    if (cell.problem) throw new Error(`${id}: ${cell.problem.message}`);
    results[id] = await engine.run({ cell, logs });
  }
  return results;
}

/** The result of one cell run alone. */
export async function runOne(engine: Engine, text: string, logs?: Record<string, Blob>): Promise<RunResult> {
  return (await runCells(engine, { one: text }, logs)).one!;
}

/** What a value says, without its wrapping: numbers and texts themselves, a list as its items. */
export function plain(value: Value | undefined): unknown {
  if (value?.kind === "number") return value.value;
  if (value?.kind === "text") return value.text;
  if (value?.kind === "table" && value.columns.length === 1) return value.rows.map(([cell]) => cell);
  return value;
}
