import type { ProblemList } from "../../text/ProblemList.ts";
import type { PoolUsedTable } from "./PoolUsedTable.ts";

/** Says where a listing is less than it seems: cut off, or not adding up. `top` is the number of rows asked for by `/t`. */
export function checkPoolUsed(
  { rows, total, filter, line }: PoolUsedTable,
  top: number | undefined,
  problems: ProblemList,
): void {
  if (filter !== undefined && !/[*?]/.test(filter) && !rows.some(({ tag }) => tag === filter)) {
    const message = `The tag ${JSON.stringify(filter)} was asked for and is not in the listing: nothing is allocated under it, or it is written otherwise (upper and lower case count).`;
    problems.add("poolused filter", line, "note", message);
  }
  if (!total) {
    const message =
      "The listing has no TOTAL row: it was cut off, or stopped before its end. Tags may be missing; run it again and copy all of it.";
    problems.add("poolused total", rows.at(-1)?.line ?? line, "doubt", message);
    return;
  }
  for (const pool of ["nonpaged", "paged"] as const) {
    const sum = rows.reduce((bytes, row) => bytes + row[pool].bytes, 0);
    if (sum === total[pool].bytes) continue;
    const isPart = filter !== undefined || top !== undefined;
    const message = `The rows add up to ${sum} bytes of ${pool} pool, the TOTAL row says ${total[pool].bytes}: ${isPart ? "only a part of the tags was listed" : "rows are missing here, or were changed"}.`;
    problems.add("poolused sum", total.line, isPart ? "note" : "doubt", message);
  }
}
