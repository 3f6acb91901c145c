import { describe, expect, it } from "vitest";
import { csv, NONPAGED, PAGED, read, rowsAt } from "./perfmonText.ts";

const [AT0, AT1, AT2] = ["08/14/2012 09:30:00.156", "08/14/2012 09:30:15.157", "08/14/2012 09:30:30.158"] as const;
const TWO = [NONPAGED, PAGED];

describe("a log that was appended to another", () => {
  it("of the same counters goes on, with the zone of its own header", async () => {
    const second = csv(TWO, [["11/05/2012 09:00:00.000", "3", "4"]], "(PDH-CSV 4.0) (Pacific Standard Time)(480)");
    const { values, stamps, said, log } = await read(csv(TWO, [[AT0, "1", "2"]]) + second);
    expect(values).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(stamps).toEqual(["2012-08-14T16:30:00.156Z", "2012-11-05T17:00:00.000Z"]);
    expect([...log.lines]).toEqual([2, 4]);
    expect(said).toMatch(/3 note: A second header with the same counters/);
  });

  it("of other counters keeps all of them, by path", async () => {
    const handles = "\\\\FS1\\Process(lsass)\\Handle Count";
    const { values, log, said } = await read(
      csv(TWO, [[AT0, "1", "2"]]) + csv([handles, NONPAGED], [[AT1, "900", "3"]]),
    );
    expect(log.counters.map(({ path, column }) => [path, column])).toEqual([
      [NONPAGED, 1],
      [PAGED, 2],
      [handles, 1],
    ]);
    expect(values).toEqual([
      [1, 3],
      [2, NaN],
      [NaN, 900],
    ]);
    expect(said).toMatch(/3 doubt: A second header with other counters \(2, 1 of them new\)/);
  });

  it("in the wrong order is put in the order of time, each sample with its own line", async () => {
    const { values, stamps, log, said } = await read(
      csv([NONPAGED], rowsAt([AT1, AT2])) + csv([NONPAGED], [["08/13/2012 10:00:00.000", "9"]]),
    );
    expect(stamps).toEqual(stamps.toSorted());
    expect(values).toEqual([[9, 1, 2]]);
    expect([...log.lines]).toEqual([5, 2, 3]);
    expect(said).toMatch(/5 doubt: Time runs back here: logs were joined/);
  });
});
