import { expect, test } from "vitest";
import { judgeCase } from "../../../../../src/pool/analyzers/case/judgeCase.ts";
import { mergeListings } from "../../../../../src/pool/analyzers/dump/mergeListings.ts";
import { readLog } from "../../../../../src/pool/formats/readLog.ts";
import { readPoolUsed } from "../../../../../src/pool/formats/windbg/memory/readPoolUsed.ts";

const dump = `0: kd> !vm 1
Physical Memory:          4193917 (   16775668 Kb)
NonPagedPool Usage:       1433600 (    5734400 Kb)
PagedPool Usage:             4096 (      16384 Kb)
0: kd> !poolused 2
 Sorting by NonPaged Pool Consumed

               NonPaged                  Paged
 Tag     Allocs         Used     Allocs         Used

 Leak      5500   5767168000          0            0\tUNKNOWN pooltag 'Leak', please update pooltag.txt

TOTAL      5500   5767168000        100      8000000
0: kd> !poolused 4
 Sorting by Paged Pool Consumed

               NonPaged                  Paged
 Tag     Allocs         Used     Allocs         Used

 CM31         0            0        100      8000000\tregistry , Binary: nt!cm

TOTAL      5500   5767168000        100      8000000
0: kd> !poolused 3 Leak
 Sorting by NonPaged Pool Consumed

                            NonPaged                                         Paged
 Tag       Allocs       Frees      Diff         Used       Allocs       Frees      Diff         Used

 Leak        5500           0      5500   5767168000            0           0         0            0\tUNKNOWN pooltag 'Leak', please update pooltag.txt

TOTAL        5500           0      5500   5767168000            0           0         0            0
`;

test("listings of one dump, each of which leaves something out, are one", async () => {
  const merged = mergeListings((await readPoolUsed(dump)).records);
  expect(merged.rows.map(({ tag }) => tag)).toEqual(["Leak", "CM31"]);
  expect(merged.rows[0]!.nonpaged).toMatchObject({ allocs: 5500, frees: 0, outstanding: 5500, bytes: 5767168000 });
  expect(merged.rows[1]!.paged).toMatchObject({ outstanding: 100, bytes: 8000000 });
  expect(merged).toMatchObject({ filter: undefined, total: { paged: { bytes: 8000000 } } });
});

test("a tag that fills the pool stands out, whichever listing came last", async () => {
  const { evidence } = await readLog(dump, { file: "dump.txt" });
  const finding = judgeCase([evidence!]);
  expect(finding).toMatchObject({ verdict: "unclear", tag: "Leak", pool: "nonpaged" });
  expect(finding.reasons.join(" ")).toContain("5500 allocations since the start 0 were freed");
});
