import fc from "fast-check";
import { expect, test } from "vitest";
import type { PoolSnapshot } from "../../../../../src/pool/formats/poolmon/PoolSnapshot.ts";
import { printPoolTagCsv } from "../../../../../src/pool/formats/tagCsv/printPoolTagCsv.ts";
import { readPoolTagCsv } from "../../../../../src/pool/formats/tagCsv/readPoolTagCsv.ts";
import { arbitrarySnapshots } from "../poolmon/arbitrarySnapshots.ts";

/** What a table can hold of a snapshot: rows that hold something, by tag with nonpaged first, no memory, and the table's own stamp. */
function asTable({ rows, time }: PoolSnapshot) {
  const tags = [...new Set(rows.map(({ tag }) => tag))];
  const sorted = tags.flatMap((tag) =>
    (["nonpaged", "paged"] as const).flatMap((pool) => rows.filter((row) => row.tag === tag && row.pool === pool)),
  );
  const held = sorted.filter(({ allocs, frees, bytes, diff }) => allocs + frees + bytes + diff > 0);
  return { stamp: new Date(time!).toISOString().slice(0, 19), time, rows: held.map((row) => ({ ...row, line: 0 })) };
}

test("snapshots that are printed read back the same", async () => {
  const bias = fc.constantFrom(-330, 0, 420);
  await fc.assert(
    fc.asyncProperty(arbitrarySnapshots("snapshot"), bias, async (snapshots, biasMinutes) => {
      const whole = snapshots.filter(({ rows }) => rows.length > 0);
      fc.pre(whole.length > 0);
      const { records, problems } = await readPoolTagCsv(printPoolTagCsv(whole, biasMinutes));
      expect(
        records.map(({ stamp, time, rows }) => ({ stamp, time, rows: rows.map((row) => ({ ...row, line: 0 })) })),
      ).toEqual(whole.map(asTable));
      expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    }),
    { seed: 43, numRuns: 200 },
  );
});
