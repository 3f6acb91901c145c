import { describe, expect, it } from "vitest";
import { csv, NONPAGED, read, rowsAt } from "./perfmonText.ts";

const MINUTE = 60_000;

/** Stamps of a date at these clock times. */
const on = (date: string, ...clock: string[]) => clock.map((time) => `${date} ${time}:00.000`);
const steps = (times: readonly string[]) =>
  times.slice(1).map((time, index) => (Date.parse(time) - Date.parse(times[index]!)) / MINUTE);
const readAt = async (stamps: readonly string[], header?: string) =>
  await read(csv([NONPAGED], rowsAt(stamps), header));

describe("the clock change", () => {
  it("in autumn repeats an hour: times go on rising, local times stay as written", async () => {
    const { stamps, said, log } = await readAt(on("11/04/2012", "01:45", "01:50", "01:55", "01:00", "01:05"));
    expect(steps(stamps)).toEqual([5, 5, 5, 5]);
    expect(log.localTimes[3]! - log.localTimes[2]!).toBe(-55 * MINUTE);
    expect(said).toMatch(/5 note: Local time runs an hour back here, as when the clock goes back in autumn/);
  });

  it("in autumn is found even where the log has a pause in that hour", async () => {
    const { stamps, said } = await readAt(
      on("10/28/2012", "02:40", "02:41", "02:42", "02:30", "02:31"),
      "(PDH-CSV 4.0) (W. Europe Daylight Time)(-120)",
    );
    expect(steps(stamps)).toEqual([1, 1, 48, 1]);
    expect(said).toMatch(/5 note/);
  });

  it("in autumn shifts all that follows, into the next day", async () => {
    const { stamps } = await readAt([
      ...on("11/04/2012", "01:30", "01:00", "01:30", "02:00"),
      "11/05/2012 02:00:00.000",
    ]);
    expect(stamps.at(-1)).toBe("2012-11-05T10:00:00.000Z");
  });

  it("in spring leaves an hour out: the gap is closed, and the doubt is said", async () => {
    const { stamps, said } = await readAt(
      on("03/11/2012", "01:50", "01:55", "03:00", "03:05"),
      "(PDH-CSV 4.0) (Pacific Standard Time)(480)",
    );
    expect(steps(stamps)).toEqual([5, 5, 5]);
    expect(said).toMatch(/4 doubt: An hour of local time is missing here/);
  });

  it.each([
    ["on a Wednesday", on("03/14/2012", "01:50", "01:55", "03:00", "03:05")],
    ["in the afternoon", on("03/11/2012", "13:50", "13:55", "15:00", "15:05")],
    ["in January", on("01/08/2012", "01:50", "01:55", "03:00", "03:05")],
    ["not at the full hour", on("03/11/2012", "01:20", "01:25", "02:30", "02:35")],
  ])("is not seen in an hour that is missing %s", async (_, clock) => {
    const { stamps, said } = await readAt(clock, "(PDH-CSV 4.0) (Pacific Standard Time)(480)");
    expect(steps(stamps)).toEqual([5, 65, 5]);
    expect(said).toBe("");
  });

  it.each(["Coordinated Universal Time)(0", "Pacific Daylight Time)(420"])(
    "is not seen in spring where the zone is (%s)",
    async (zone) => {
      const { stamps } = await readAt(on("03/11/2012", "01:50", "01:55", "03:00", "03:05"), `(PDH-CSV 4.0) (${zone})`);
      expect(steps(stamps)).toEqual([5, 65, 5]);
    },
  );

  it("is mended in typeperf's logs too, which name no zone", async () => {
    const { stamps } = await readAt(on("11/04/2012", "01:50", "01:55", "01:00", "01:05"), "(PDH-CSV 4.0)");
    expect(stamps[0]).toBe("2012-11-04T01:50:00.000Z");
    expect(steps(stamps)).toEqual([5, 5, 5]);
  });
});

describe("a clock that was set back", () => {
  it("by minutes lets the samples follow at the log's own interval", async () => {
    const { stamps, said } = await readAt(on("08/14/2012", "10:00", "10:05", "10:10", "09:51", "09:56"));
    expect(steps(stamps)).toEqual([5, 5, 5, 5]);
    expect(said).toMatch(/5 doubt: Local time runs back by 1140 s here: the clock was set/);
  });
});

describe("the order of day and month", () => {
  it("is turned for all dates when one has a 13th month", async () => {
    const { stamps, said } = await readAt(
      ["12/08/2012 23:55:00.000", "13/08/2012 00:00:00.000", "13/08/2012 00:05:00.000"],
      "(PDH-CSV 4.0)",
    );
    expect(stamps[0]).toBe("2012-08-12T23:55:00.000Z");
    expect(steps(stamps)).toEqual([5, 5]);
    expect(said).toMatch(/3 note: Dates have the day first here/);
  });

  it("is turned where months would leap at midnight", async () => {
    const { stamps, said } = await readAt(
      ["01/02/2012 23:55:00.000", "02/02/2012 00:00:00.000", "03/02/2012 00:00:00.000"],
      "(PDH-CSV 4.0)",
    );
    expect(stamps).toEqual(["2012-02-01T23:55:00.000Z", "2012-02-02T00:00:00.000Z", "2012-02-03T00:00:00.000Z"]);
    expect(said).toMatch(/0 doubt: Read with the month first, the dates would leap/);
  });

  it("stays where the month comes first, also over the end of a month and over a pause of weeks", async () => {
    expect(steps((await readAt(["01/31/2012 23:55:00.000", "02/01/2012 00:00:00.000"])).stamps)).toEqual([5]);
    expect((await readAt(["01/02/2012 10:00:00.000", "02/05/2012 10:00:00.000"], "(PDH-CSV 4.0)")).stamps[1]).toBe(
      "2012-02-05T10:00:00.000Z",
    );
  });

  it("that contradicts itself loses the row and says so", async () => {
    const { stamps, said } = await readAt([
      "08/14/2012 10:00:00.000",
      "14/08/2012 10:05:00.000",
      "08/14/2012 10:10:00.000",
    ]);
    expect(stamps.length).toBe(2);
    expect(said).toMatch(/3 lost: The line is no sample: it begins ""14\/08\/2012/);
  });

  it("refuses dates that do not exist", async () => {
    const { stamps } = await readAt([
      "02/30/2012 10:00:00.000",
      "08/14/2012 24:00:00.000",
      "08/14/2012 1a:00:00.000",
      "08/14/2012 10:00:00.0x0",
    ]);
    expect(stamps).toEqual([]);
  });
});
