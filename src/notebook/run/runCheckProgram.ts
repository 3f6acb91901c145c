import type { CompiledCell, Program } from "../compile/Program.ts";
import { cellOf, runOrder } from "../graph/cellGraph.ts";
import { readCheckOutcome, type CheckFailure, type CheckOutcome } from "./CheckOutcome.ts";
import type { Engine, RunResult } from "./Engine.ts";
import { problemResult } from "./failedResult.ts";

/**
 * Runs the program of a check (see `compileCheck`) in a worker of its own, up to the first cell that fails. The worker is
 * killed afterwards, so that nothing that an answer did to it is left for the next one.
 *
 * @param logsOf the exercise machine's logs that a cell can ask for; where it rejects, so does the check
 */
export async function runCheckProgram(
  engine: Engine,
  program: Program,
  logsOf: (cell: CompiledCell) => Promise<Record<string, Blob>>,
): Promise<CheckOutcome | CheckFailure> {
  const wrong = program.cells.find(({ problem }) => problem);
  if (wrong) return readCheckOutcome([problemResult(wrong, wrong.problem!)]);
  const results: RunResult[] = [];
  try {
    for (const id of runOrder(program)) {
      const cell = cellOf(program, id);
      const result = await engine.run({ cell, logs: await logsOf(cell) });
      results.push(result);
      if (result.failed) break;
    }
  } finally {
    engine.stop();
  }
  return readCheckOutcome(results);
}
