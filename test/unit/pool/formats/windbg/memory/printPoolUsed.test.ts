import fc from "fast-check";
import { expect, test } from "vitest";
import type { PoolUsedTable } from "../../../../../../src/pool/formats/windbg/memory/PoolUsedTable.ts";
import { printPoolUsed } from "../../../../../../src/pool/formats/windbg/memory/printPoolUsed.ts";
import { readPoolUsed } from "../../../../../../src/pool/formats/windbg/memory/readPoolUsed.ts";

const letters = "abcXYZ019.-_? ";
const tag = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 4 })
  .filter((text) => text.trim() !== "");
const description = fc.constantFrom("", "Io, IRP packets", "1394 OHCI host controller driver", "Process objects");
const binary = fc.constantFrom(undefined, "nt!io", "i8042prt.sys");

/** Tables whose numbers fit their columns, as those of most machines do. */
function tables(layout: PoolUsedTable["layout"]): fc.Arbitrary<PoolUsedTable> {
  const isVerbose = layout === "verbose";
  const counts = fc
    .record({ outstanding: fc.nat(9_999_999), frees: fc.nat(9_999_999), bytes: fc.nat(99_999_999) })
    .map(({ outstanding, frees, bytes }) => ({
      allocs: isVerbose ? outstanding + frees : undefined,
      frees: isVerbose ? frees : undefined,
      outstanding,
      bytes,
    }));
  const row = fc
    .record({ tag, nonpaged: counts, paged: counts, description, binary, line: fc.constant(0) })
    .map((made) => (made.description === "" ? { ...made, binary: undefined } : made));
  return fc.array(row, { maxLength: 8 }).map((rows) => ({
    layout,
    sortedBy: "nonpaged",
    filter: undefined,
    isSession: false,
    rows,
    total: undefined,
    line: 0,
  }));
}

test.each(["classic", "wide", "verbose"] as const)(
  "reads any table back that was printed in the %s layout",
  async (layout) => {
    await fc.assert(
      fc.asyncProperty(tables(layout), async (table) => {
        const { records } = await readPoolUsed(printPoolUsed(table));
        expect(records).toHaveLength(1);
        const { rows, sortedBy } = records[0]!;
        expect([records[0]!.layout, sortedBy]).toEqual([layout, "nonpaged"]);
        expect(rows.map((row) => ({ ...row, line: 0 }))).toEqual(table.rows);
      }),
      { seed: 21, numRuns: 200 },
    );
  },
);
