import { MAX_POINTS_READ } from "../bounds.ts";
import { groupThousands } from "../words.ts";

/** The rows a mark is made from: any list, typed array or other iterable, up to two million. */
export function readData(call: string, data: unknown): unknown[] {
  if (data === undefined || data === null) return [];
  if (typeof data !== "object") {
    throw new Error(`Plot.${call} wants a list of rows or numbers as its first argument, not ${typeof data}.`);
  }
  const rows: unknown[] = [];
  const add = (row: unknown): void => {
    if (rows.length >= MAX_POINTS_READ) {
      throw new Error(
        `Plot.${call} reads at most ${groupThousands(MAX_POINTS_READ)} points; pass fewer, for example one per minute.`,
      );
    }
    rows.push(row);
  };
  if (Symbol.iterator in data) {
    for (const row of data as Iterable<unknown>) add(row);
    return rows;
  }
  throw new Error(
    `Plot.${call} wants a list as its first argument; this is a single object. Write [row] for one row, or pass the list inside it.`,
  );
}
