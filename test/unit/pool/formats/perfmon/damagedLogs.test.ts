import { describe, expect, it } from "vitest";
import { csv, csvLine, HEADER_STAMP, NONPAGED, PAGED, read } from "./perfmonText.ts";

const [AT0, AT1, AT2] = ["08/14/2012 09:30:00.156", "08/14/2012 09:30:15.157", "08/14/2012 09:30:30.158"] as const;
const TWO = [NONPAGED, PAGED];

describe("a damaged log", () => {
  const text = csv(TWO, [
    [AT0, "100", "200"],
    [AT1, "101", "201"],
  ]);

  it.each([
    [
      '"08/14/2012 09:30:15.157","101","20',
      [
        [100, 101],
        [200, NaN],
      ],
    ],
    [
      '"08/14/2012 09:30:15.157","101","',
      [
        [100, 101],
        [200, NaN],
      ],
    ],
    [
      '"08/14/2012 09:30:15.157","101",',
      [
        [100, 101],
        [200, NaN],
      ],
    ],
    [
      '"08/14/2012 09:30:15.157","101"',
      [
        [100, 101],
        [200, NaN],
      ],
    ],
    ['"08/14/2012 09:30:15.157","1', [[100], [200]]],
    ['"08/14/2012 09:3', [[100], [200]]],
  ])("that ends in %s never shows the number that was cut", async (end, expected) => {
    const { values, said } = await read(csv(TWO, [[AT0, "100", "200"]]) + end);
    expect(values).toEqual(expected);
    expect(said).toMatch(/3 lost: The last line is cut off/);
  });

  it("whose last line lacks only its line end is whole", async () => {
    const { values, problems } = await read(text.trimEnd());
    expect(values).toEqual([
      [100, 101],
      [200, 201],
    ]);
    expect(problems).toEqual([]);
  });

  it("with rows too short or too long keeps what is certain", async () => {
    const { values, said } = await read(
      csv(TWO, [
        [AT0, "1"],
        [AT1, "2", "3", "4"],
        [AT2, "5", "6"],
      ]),
    );
    expect(values).toEqual([
      [1, 2, 5],
      [NaN, 3, 6],
    ]);
    expect(said).toMatch(/2 lost: The row has 1 values and the header 2/);
    expect(said).toMatch(/3 doubt: The row has 3 values and the header 2/);
  });

  it("with an empty field at the end of each line is whole", async () => {
    const { values, problems } = await read(text.replaceAll("\r\n", ",\r\n"));
    expect(values).toEqual([
      [100, 101],
      [200, 201],
    ]);
    expect(problems).toEqual([]);
  });

  it("with a line of something else loses that line only, and says where", async () => {
    const { values, said } = await read(csv(TWO, [[AT0, "1", "2"]]) + "who wrote this?\r\n" + csvLine([AT1, "3", "4"]));
    expect(values).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(said).toMatch(/3 lost: The line is no sample: it begins "who wrote this\?"/);
  });

  it("that a dying machine left with zeros at its end says so", async () => {
    const { values, said } = await read(text + "\0".repeat(5000));
    expect(values).toEqual([
      [100, 101],
      [200, 201],
    ]);
    expect(said).toMatch(/4 lost: The line is zero bytes/);
  });

  it("lists the first problems of a kind and counts the others", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => [AT0, `x${index}`, "1"]);
    const { problems } = await read(csv(TWO, rows));
    const alike = problems.filter(({ message }) => message.includes("is no number"));
    expect(alike.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(alike.at(-1)!.more).toBe(497);
  });

  it("without its header line, or empty, or of another kind gives no samples and a sentence", async () => {
    expect((await read(csvLine([AT0, "1"]))).said).toMatch(/No header line was found.*typeperf/);
    expect((await read("")).said).toMatch(/an empty file/);
    expect((await read(" \r\n\r\n")).said).toMatch(/a file of blanks/);
    expect((await read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0))).said).toMatch(/picture \(PNG\)/);
    expect((await read(new Uint8Array(4096))).said).toMatch(/zero bytes/);
    expect((await read(csvLine([HEADER_STAMP, NONPAGED]))).said).toMatch(/a header and no samples/);
    expect((await read(csvLine([HEADER_STAMP]))).said).toMatch(/names no counters/);
  });

  it("whose first title was edited is read, without a zone", async () => {
    const { values, log, said } = await read(csv(TWO, [[AT0, "1", "2"]], "Time"));
    expect(values).toEqual([[1], [2]]);
    expect(log.timeZone).toBeUndefined();
    expect(said).toMatch(/1 doubt: The header's first field is "Time"/);
  });
});
