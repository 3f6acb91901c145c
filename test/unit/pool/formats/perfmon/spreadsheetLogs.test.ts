import { describe, expect, it } from "vitest";
import { csv, HEADER_STAMP, NONPAGED, PAGED, read, rowsAt } from "./perfmonText.ts";

const [AT0, AT1] = ["08/14/2012 09:30:00.156", "08/14/2012 09:30:15.157"] as const;
const TWO = [NONPAGED, PAGED];

describe("a log that a spreadsheet saved again", () => {
  const header = `(PDH-CSV 4.0) (Romance Standard Time)(-60);${NONPAGED};${PAGED}\r\n`;

  it("has semicolons, decimal commas and no quotes", async () => {
    const { values, stamps, said } = await read(`${header}14/08/2012 9:30;98566144;1,5\r\n14/08/2012 9:31;;0,25\r\n`);
    expect(values).toEqual([
      [98566144, NaN],
      [1.5, 0.25],
    ]);
    expect(stamps[0]).toBe("2012-08-14T08:30:00.000Z");
    expect(said).toMatch(/semicolons/);
    expect(said).toMatch(/day first/);
  });

  it("may mix padded and unpadded rows and end in empty rows", async () => {
    const { values, said } = await read(
      `${header}08/19/2012 22:43:06,663;1,5;2\r\n 08/19/2012 22:43:07,663 ; 2,5 ; 3 \r\n;;\r\n ; ; \r\n`,
    );
    expect(values).toEqual([
      [1.5, 2.5],
      [2, 3],
    ]);
    expect(said).toMatch(/4 note: The row is empty/);
  });

  it.each([
    ["14.08.2012 09:30:15", "2012-08-14T08:30:15.000Z"],
    ["2012-08-14 09:30:15.5", "2012-08-14T08:30:15.500Z"],
    ["8/14/2012 9:30:15 PM", "2012-08-14T20:30:15.000Z"],
    ["8/14/2012 12:00:00 AM", "2012-08-13T23:00:00.000Z"],
    ["8/14/12 9:30", "2012-08-14T08:30:00.000Z"],
  ])("may show its times as %s", async (stamp, utc) => {
    expect((await read(`${header}${stamp};1;2\r\n`)).stamps).toEqual([utc]);
  });

  it("with commas and no quotes is read where no field holds a comma, and its quoted instance is one field", async () => {
    const numa = '"\\\\FS1\\Processor Information(0,1)\\% DPC Time"';
    const { values, log } = await read(
      `${HEADER_STAMP},${NONPAGED},${numa}\n8/14/2012 9:30,1,2.5\n8/14/2012 9:31,2,\n`,
    );
    expect(log.counters[1]!.instance).toBe("0,1");
    expect(values).toEqual([
      [1, 2],
      [2.5, NaN],
    ]);
  });

  it("with commas both between fields and in numbers is refused row by row, with the reason", async () => {
    const { log, said } = await read(`${HEADER_STAMP},${NONPAGED},${PAGED}\n8/14/2012 9:30,1,5,2,5\n`);
    expect(log.times.length).toBe(0);
    expect(said).toMatch(/2 lost: The row has 4 values and the header 2 counters, and no quotes/);
  });

  it("whose dates were cut to minutes and seconds is refused with the reason", async () => {
    const { log, said } = await read(`${header}30:15.2;1;2\r\n`);
    expect(log.times.length).toBe(0);
    expect(said).toMatch(/"30:15\.2" is all that a spreadsheet left/);
  });

  it("may end its lines with a return alone, as on an old Mac", async () => {
    expect((await read(csv([NONPAGED], rowsAt([AT0, AT1])).replaceAll("\r\n", "\r"))).values).toEqual([[1, 2]]);
  });

  it("with decimal commas inside quotes beside separating commas is read with a doubt", async () => {
    const { values, said } = await read(csv(TWO, [[AT0, "1,5", "2"]]));
    expect(values).toEqual([[1.5], [2]]);
    expect(said).toMatch(/2 doubt: "1,5" was read as 1\.5/);
  });
});
