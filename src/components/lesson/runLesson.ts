import { bundleModule } from "../../cli/bundleModule.ts";
import type { Program } from "../../notebook/compile/Program.ts";
import type { Engine, RunResult } from "../../notebook/run/Engine.ts";
import { createNodeEngine } from "../../notebook/run/nodeEngine.ts";
import { runtimeName } from "../../notebook/run/workerText.ts";

/** A cell that takes this long at build would keep a reader waiting too. */
const timeLimit = 30_000;

/** An engine in Node with what cells import, as the browser's has it. */
export async function openNodeEngine(): Promise<Engine> {
  const [runtime, library] = await Promise.all([
    bundleModule("src/notebook/run/workerEntry.ts", { format: "iife", name: runtimeName, minify: true }),
    bundleModule("src/pool/index.ts", { format: "esm", minify: true }),
  ]);
  return createNodeEngine({ runtime, modules: { "pool-leak-lab": library }, timeLimit });
}

/** Runs every cell of a program in one Node worker, in the order of the page with what each needs before it. */
export async function runLesson(program: Program, logs: Record<string, Blob>): Promise<Record<string, RunResult>> {
  const engine = await openNodeEngine();
  const results: Record<string, RunResult> = {};
  const run = async (id: string): Promise<void> => {
    if (results[id]) return;
    for (const needed of program.dependencies[id] ?? []) await run(needed);
    const cell = program.cells.find((candidate) => candidate.id === id)!;
    results[id] = await engine.run({ cell, logs });
  };
  try {
    for (const { id } of program.cells) await run(id);
  } finally {
    engine.dispose();
  }
  return results;
}
