import { describe, expect, it } from "vitest";
import { printVm } from "../../../../../../src/pool/formats/windbg/memory/printVm.ts";
import { readVm } from "../../../../../../src/pool/formats/windbg/memory/readVm.ts";
import { printSession } from "../../../../../../src/pool/formats/windbg/printSession.ts";

describe("printVm", () => {
  it("prints a count below zero as the unsigned number that the debugger prints, which is read as unknown", async () => {
    const value = (label: string, pages: number) => ({ label, pages, bytes: pages * 4096, warnings: [], line: 0 });
    const [paged, limit] = [value("PagedPool Commit", -8_790_204_418_118), value("Commit limit", 5_990_642)];
    const output = printVm({
      ...{ layout: "flush", values: [paged, limit], pageFiles: [], warnings: [], line: 0 },
      ...{ physicalBytes: undefined, availableBytes: undefined, nonpagedBytes: undefined, nonpagedNxBytes: undefined },
      ...{ nonpagedMaximumBytes: undefined, pagedBytes: undefined, pagedMaximumBytes: undefined },
      ...{ committedBytes: undefined, commitLimitBytes: undefined, freeSystemPtes: undefined },
      ...{ specialPoolBytes: undefined, failedAllocations: undefined },
    });
    const printed = 2n ** 64n - 8_790_204_418_118n;
    expect(output).toContain(`PagedPool Commit:  ${printed} (${(printed * 4n) % 2n ** 64n} Kb)`);
    const session = printSession([{ prompt: "0: kd", command: "!vm 1", output }]);
    const { records, problems } = await readVm(new TextEncoder().encode(session));
    expect(records[0]!.values.map(({ pages }) => pages)).toEqual([NaN, limit.pages]);
    expect(problems.map(({ effect }) => effect)).toEqual(["doubt"]);
  });
});
