import { describe, expect, test } from "vitest";
import { readPoolmon, type PoolmonOptions } from "../../../../../src/pool/formats/poolmon/readPoolmon.ts";

const HEADER = " Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc\r\n\r\n";
const ROW = " Leak Nonp          1         0         1     4096       4096\r\n";

/** The times that a log with these stamps gives, in ISO 8601 without zone; undefined where they stay unknown. */
async function timesOf(stamps: string[], options?: PoolmonOptions) {
  const log = stamps.map((stamp) => `${stamp}\r\n${HEADER}${ROW}`).join("\r\n");
  const { records, problems } = await readPoolmon(log, options);
  expect(records.map(({ stamp }) => stamp)).toEqual(stamps.map((stamp) => stamp.replaceAll("\r\n", "\n")));
  const times = records.map(({ time }) => (time === undefined ? undefined : new Date(time).toISOString().slice(0, 23)));
  return { times, problems };
}

describe("a stamp that says which day it is", () => {
  test.each([
    ["Tue 08/14/2012  9:30:00.41 ", "2012-08-14T09:30:00.410"],
    ["14.08.2012  9:30:00,41", "2012-08-14T09:30:00.410"],
    ["2012.08.14-09:30:00 W. Europe Standard Time (local time UTC+02:00)", "2012-08-14T09:30:00.000"],
    ["Tue 08/07/2012  9:30:00.41", "2012-08-07T09:30:00.410"],
    ["mar. 07/08/2012  9:30:00,41", "2012-08-07T09:30:00.410"], // French, Spanish
    ["Di 07-08-2012  9:30:00,41", "2012-08-07T09:30:00.410"], // German
    ["вт 07/08/2012  9:30:00,41", "2012-08-07T09:30:00.410"],
    ["08.07.2012  9:30:00,41", "2012-07-08T09:30:00.410"], // dots: the day is first
    ["07/07/2012  9:30:00.41", "2012-07-07T09:30:00.410"], // one day either way
    ["2012-08-14  9:30:00,41", "2012-08-14T09:30:00.410"],
    ["2012/08/14 周二  9:30:00.41", "2012-08-14T09:30:00.410"],
    ["2012/08/14 (火)  9:30:00.41", "2012-08-14T09:30:00.410"],
    ["2012年8月14日 下午 9:30:00", "2012-08-14T21:30:00.000"],
    ["2012-08-14 오후 9:30:00", "2012-08-14T21:30:00.000"],
    ["2012. 08. 14.  9:30:00,41", "2012-08-14T09:30:00.410"], // Hungarian
    ["14.08.2012  9.30.00,41", "2012-08-14T09:30:00.410"], // Finnish
    ["Tuesday, August 14, 2012 9:30:00 PM", "2012-08-14T21:30:00.000"],
    ["Tuesday, August 14, 2012 12:05:00 AM", "2012-08-14T00:05:00.000"],
    ["mardi 14 août 2012 09:30:00", "2012-08-14T09:30:00.000"],
    ["martes, 14 de agosto de 2012 9:30:00", "2012-08-14T09:30:00.000"],
    ["Dienstag, 14. August 2012 09:30:00", "2012-08-14T09:30:00.000"],
    ["14-Aug-2012 09:30", "2012-08-14T09:30:00.000"],
    ["Tue Aug 14 09:30:00 2012", "2012-08-14T09:30:00.000"],
    ["2012-08-14T09:30:00.1234567+02:00", "2012-08-14T09:30:00.123"],
    ["20120814093000.410000+120", "2012-08-14T09:30:00.410"], // wmic
    ["20120814-0930", "2012-08-14T09:30:00.000"],
    ["2012-08-14_09-30-00", "2012-08-14T09:30:00.000"],
    ["=== snapshot 12 at 08/14/2012 09:30:00 ===", "2012-08-14T09:30:00.000"],
    ["08/14/12  9:30:00.41", "2012-08-14T09:30:00.410"],
    ["14/08/2555  9:30:00.41", "2012-08-14T09:30:00.410"], // the Thai calendar
    ["Tue 08/14/2012 \r\n09:30 PM", "2012-08-14T21:30:00.000"], // date /t, time /t
    ["09:30 PM\r\nTue 08/14/2012 ", "2012-08-14T21:30:00.000"],
  ])("%j is %s", async (stamp, time) => {
    expect(await timesOf([stamp])).toEqual({ times: [time], problems: [] });
  });
});

describe("a stamp that does not say which day it is", () => {
  test("08/07/2012 stays open, with both days and the way out named", async () => {
    const { times, problems } = await timesOf(["08/07/2012  9:30:00.41"]);
    expect(times).toEqual([undefined]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 1, effect: "lost" });
    expect(problems[0]?.message).toMatch(/2012-07-08 or 2012-08-07.*dateOrder/);
  });

  test("the caller can say the order", async () => {
    expect(await timesOf(["08/07/2012  9:30:00.41"], { dateOrder: "day first" })).toEqual({
      times: ["2012-07-08T09:30:00.410"],
      problems: [],
    });
    expect((await timesOf(["08/07/2012  9:30:00.41"], { dateOrder: "month first" })).times).toEqual([
      "2012-08-07T09:30:00.410",
    ]);
  });

  test("another stamp of the log that has one reading only decides for all", async () => {
    const { times, problems } = await timesOf(["08/12/2012 23:30:00", "08/13/2012  0:30:00"]);
    expect(times).toEqual(["2012-08-12T23:30:00.000", "2012-08-13T00:30:00.000"]);
    expect(problems).toEqual([]);
  });

  test("a weekday in another stamp decides too", async () => {
    const { times } = await timesOf(["08/12/2012 23:30:00", "Mon 12/11/2012  0:30:00"]);
    expect(times).toEqual(["2012-12-08T23:30:00.000", "2012-11-12T00:30:00.000"]);
  });

  test("stamps that contradict each other decide nothing", async () => {
    const { times } = await timesOf(["08/13/2012 23:30:00", "14/08/2012  0:30:00", "09/08/2012  0:30:00"]);
    expect(times).toEqual(["2012-08-13T23:30:00.000", "2012-08-14T00:30:00.000", undefined]);
  });

  test("an order in which time would run backwards is not it, and that this was inferred is said", async () => {
    const { times, problems } = await timesOf(["12/11/2012 9:30:00", "01/12/2012 9:30:00"]);
    expect(times).toEqual(["2012-11-12T09:30:00.000", "2012-12-01T09:30:00.000"]);
    expect(problems).toEqual([expect.objectContaining({ effect: "doubt", line: 1 })]);
  });

  test("the pause of the loop decides over midnight", async () => {
    const { times, problems } = await timesOf(["07/08/2012 23:30:00", "07/08/2012 23:45:00", "08/08/2012 0:00:00"]);
    expect(times).toEqual(["2012-08-07T23:30:00.000", "2012-08-07T23:45:00.000", "2012-08-08T00:00:00.000"]);
    expect(problems).toEqual([expect.objectContaining({ effect: "doubt", line: 1 })]);
  });

  test("daily snapshots could also be monthly, so they stay open", async () => {
    const { times } = await timesOf(["08/11/2012 2:00:00", "09/11/2012 2:00:00", "10/11/2012 2:00:00"]);
    expect(times).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ["09:30 PM", /no date/],
    ["Tue 08/14/2012", /no time of day/],
    ["before the test", /No date/],
  ])("%j keeps its text and has no time", async (stamp, message) => {
    const { times, problems } = await timesOf([stamp]);
    expect(times).toEqual([undefined]);
    expect(problems).toEqual([expect.objectContaining({ line: 1, message: expect.stringMatching(message) as string })]);
  });

  test("30.02.2012 is no day", async () => {
    expect((await timesOf(["30.02.2012 9:30:00"])).times).toEqual([undefined]);
  });

  test("a stamp earlier than the one before is doubted", async () => {
    const { problems } = await timesOf(["28.10.2012 2:45:00", "28.10.2012 2:00:00"]);
    expect(problems).toEqual([expect.objectContaining({ line: 6, effect: "doubt" })]);
  });
});

test("a log without stamps has no times and no problems", async () => {
  const { records, problems } = await readPoolmon(HEADER + ROW);
  expect(records.map(({ stamp, time }) => [stamp, time])).toEqual([["", undefined]]);
  expect(problems).toEqual([]);
});
