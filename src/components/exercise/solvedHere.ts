import { SolvedExercises } from "./SolvedExercises.ts";

/** What was solved in this browser. */
export const solvedHere = new SolvedExercises(storage(), import.meta.env.BASE_URL);

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
