import type { Program } from "../compile/Program.ts";
import { dependentsOf, readersOf } from "./cellGraph.ts";

/**
 * What is known of a cell's result.
 *
 * - `asBuilt`: it came with the page and still holds; no worker has its value
 * - `stale`: the cell, a cell it needs or a log changed since
 * - `running`: it is being made
 * - `ran`: it is of the text shown, and the worker holds the cell's value
 * - `absent`: it is of the text shown, but the worker that held the cell's value is gone
 * - `failed`: the run of the text shown ended with an error
 */
export type CellStatus = "asBuilt" | "stale" | "running" | "ran" | "absent" | "failed";

export interface CellState {
  status: CellStatus;
  /** grows with every change to what the cell's result depends on; a result of an older version is not shown */
  version: number;
}

export type CellStates = Readonly<Record<string, CellState>>;

export type CellEvent =
  /** these cells, and what needs them, are no longer what their results say */
  | { type: "changed"; cells: readonly string[] }
  /** another file stands behind a log */
  | { type: "logReplaced"; log: string }
  /** these cells are again exactly as the page was built, with all they need */
  | { type: "restored"; cells: readonly string[] }
  | { type: "started"; cell: string }
  | { type: "finished"; cell: string; version: number; failed: boolean }
  /** the worker is gone, and every value with it */
  | { type: "lost" };

/** The states of a page as it was built: no cell has run yet. */
export function builtStates(program: Program): CellStates {
  return Object.fromEntries(program.cells.map(({ id }) => [id, { status: "asBuilt", version: 0 } satisfies CellState]));
}

/** The states after an event; the states given are left as they are. */
export function nextStates(program: Program, states: CellStates, event: CellEvent): CellStates {
  switch (event.type) {
    case "changed":
      return change(states, withDependents(program, event.cells), "stale");
    case "logReplaced":
      return change(states, withDependents(program, readersOf(program, event.log)), "stale");
    case "restored":
      return change(states, event.cells, "asBuilt");
    case "started":
      return setStatus(states, event.cell, "running");
    case "finished":
      if (!isCurrent(states, event.cell, event.version)) return states;
      return setStatus(states, event.cell, event.failed ? "failed" : "ran");
    case "lost":
      return Object.fromEntries(
        Object.entries(states).map(([id, state]) => [
          id,
          state.status === "ran" ? { ...state, status: "absent" } : state,
        ]),
      );
  }
}

/** Whether a result of this version is still of the text and the logs the page shows. */
export function isCurrent(states: CellStates, cell: string, version: number): boolean {
  return states[cell]?.version === version;
}

function withDependents(program: Program, cells: readonly string[]): string[] {
  return [...new Set(cells.flatMap((cell) => [cell, ...dependentsOf(program, cell)]))];
}

function change(states: CellStates, cells: readonly string[], status: "stale" | "asBuilt"): CellStates {
  const changed = { ...states };
  for (const cell of cells) changed[cell] = { status, version: (states[cell]?.version ?? 0) + 1 };
  return changed;
}

function setStatus(states: CellStates, cell: string, status: CellStatus): CellStates {
  const state = states[cell];
  return state ? { ...states, [cell]: { ...state, status } } : states;
}
