import { describe, expect, it } from "vitest";
import { findCounter } from "../../../../../src/pool/formats/perfmon/findCounter.ts";
import { csv, csvLine, HEADER_STAMP, NONPAGED, PAGED, read, rowsAt } from "./perfmonText.ts";

const [AT0, AT1, AT2] = ["08/14/2012 09:30:00.156", "08/14/2012 09:30:15.157", "08/14/2012 09:30:30.158"] as const;
const TWO = [NONPAGED, PAGED];
const bytesOf = (text: string, encode: (code: number) => number[]) =>
  Uint8Array.from([...text].flatMap((letter) => encode(letter.codePointAt(0)!)));

describe("a counter log as perfmon writes it", () => {
  it("gives columns, times in UTC, lines and names", async () => {
    const { log, values, stamps, problems } = await read(
      csv(TWO, [
        [AT0, "98566144", "158334976"],
        [AT1, "114294784", "158351360.5"],
      ]),
    );
    expect(values).toEqual([
      [98566144, 114294784],
      [158334976, 158351360.5],
    ]);
    expect(stamps).toEqual(["2012-08-14T16:30:00.156Z", "2012-08-14T16:30:15.157Z"]);
    expect([...log.lines]).toEqual([2, 3]);
    expect(log.timeZone).toEqual({ name: "Pacific Daylight Time", biasMinutes: 420 });
    expect(log.counters[1]).toMatchObject({
      machine: "FS1",
      object: "Memory",
      instance: "",
      counter: "Pool Paged Bytes",
      englishPath: "\\Memory\\Pool Paged Bytes",
      column: 2,
    });
    expect(problems).toEqual([]);
  });

  it("keeps blanks of every kind as NaN, never as 0", async () => {
    const rows = [
      [AT0, " ", "1"],
      [AT1, "", "2"],
      [AT2, "   ", "0"],
    ];
    const { values, problems } = await read(csv(TWO, rows));
    expect(values).toEqual([
      [NaN, NaN, NaN],
      [1, 2, 0],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/Pool Nonpaged Bytes \(column 2\) has no value in any sample/),
    ]);
  });

  it("keeps a stalled row as a sample without values, and notes it", async () => {
    const { values, stamps, said } = await read(
      csv(TWO, [
        [AT0, "1", "2"],
        [AT1, " ", " "],
        [AT2, "3", "4"],
      ]),
    );
    expect(values).toEqual([
      [1, NaN, 3],
      [2, NaN, 4],
    ]);
    expect(stamps.length).toBe(3);
    expect(said).toMatch(/^3 note: No counter has a value here/);
  });

  it("says nothing of a first row without values, since rates need two samples", async () => {
    const rates = ["\\\\FS1\\Server\\Bytes Total/sec", "\\\\FS1\\Processor(_Total)\\% Processor Time"];
    const { log, said } = await read(
      csv(rates, [
        [AT0, " ", " "],
        [AT1, "1.5", "2.5"],
      ]),
    );
    expect(log.times.length).toBe(2);
    expect(said).not.toMatch(/No counter has a value here/);
  });

  it("takes -1 as a failed sample where a counter cannot be negative, and as a number elsewhere", async () => {
    const paths = [NONPAGED, "\\\\FS1\\Windows Time Service\\Computed Time Offset"];
    const { values, said } = await read(
      csv(paths, [
        [AT0, "-1", "-1"],
        [AT1, "-1.000000", "-3.25"],
        [AT2, "-2", "7"],
      ]),
    );
    expect(values).toEqual([
      [NaN, NaN, -2],
      [-1, -3.25, 7],
    ]);
    expect(said).toMatch(/2 note: -1 in .*Pool Nonpaged Bytes means that the sample failed/);
  });

  it("names a value that is no number, and counts it as no sample", async () => {
    const { values, said } = await read(
      csv(TWO, [
        [AT0, "1", "-1.#IND"],
        [AT1, "2", "5"],
      ]),
    );
    expect(values).toEqual([
      [1, 2],
      [NaN, 5],
    ]);
    expect(said).toMatch(/2 lost: "-1\.#IND" in .*Pool Paged Bytes is no number/);
  });

  it("reads a TSV", async () => {
    const text = csv(
      TWO,
      [
        [AT0, "1", " "],
        [AT1, "2", "3.5"],
      ],
      "(PDH-TSV 4.0) (India Standard Time)(-330)",
    ).replaceAll('","', '"\t"');
    const { values, stamps } = await read(text);
    expect(values).toEqual([
      [1, 2],
      [NaN, 3.5],
    ]);
    expect(stamps[0]).toBe("2012-08-14T04:00:00.156Z");
  });

  it("reads the header without a zone, with a blank before it, and with parentheses in the zone's name", async () => {
    expect((await read(csv([NONPAGED], rowsAt([AT0]), "(PDH-CSV 4.0)"))).log.timeZone).toBeUndefined();
    expect(
      (await read(csv([NONPAGED], rowsAt([AT0]), " (PDH-CSV 4.0) (GMT Standard Time)(-60)"))).log.timeZone,
    ).toEqual({ name: "GMT Standard Time", biasMinutes: -60 });
    expect((await read(csv([NONPAGED], rowsAt([AT0]), "(PDH-CSV 4.0) (RTZ 2 (зима))(-180)"))).log.timeZone).toEqual({
      name: "RTZ 2 (зима)",
      biasMinutes: -180,
    });
  });

  it("does not believe a zone that no place has", async () => {
    const { log, said } = await read(csv([NONPAGED], rowsAt([AT0]), "(PDH-CSV 4.0) (Odd Time)(4200)"));
    expect(log.timeZone).toBeUndefined();
    expect(said).toMatch(/1 doubt: The header says UTC is 4200 minutes/);
  });

  it("reads NUMA instances with commas, page file instances with backslashes, and keeps doubled counters", async () => {
    const paths = [
      "\\\\FS1\\Processor Information(0,1)\\% DPC Time",
      "\\\\FS1\\Paging File(\\??\\C:\\pagefile.sys)\\% Usage",
      NONPAGED,
      NONPAGED,
    ];
    const { log, values, said } = await read(csv(paths, [[AT0, "1", "2", "3", "4"]]));
    expect(log.counters.map(({ object, instance, counter }) => [object, instance, counter])).toEqual([
      ["Processor Information", "0,1", "% DPC Time"],
      ["Paging File", "\\??\\C:\\pagefile.sys", "% Usage"],
      ["Memory", "", "Pool Nonpaged Bytes"],
      ["Memory", "", "Pool Nonpaged Bytes"],
    ]);
    expect(values).toEqual([[1], [2], [3], [4]]);
    expect(said).toMatch(/1 counters stand twice/);
  });

  it("reads text that was pasted, and bytes, and a Blob, the same", async () => {
    const text = csv(
      TWO,
      rowsAt([AT0, AT1]).map((row) => [...row, "5"]),
    );
    const fromText = (await read(text)).log;
    expect((await read(new TextEncoder().encode(text))).log).toEqual(fromText);
    expect((await read(new Blob([text]))).log).toEqual(fromText);
    expect((await read(new File([text], "pool.csv"))).log).toEqual({ ...fromText, log: "pool.csv" });
  });
});

describe("typeperf's console output", () => {
  it("has a blank line before and a farewell after, which are no rows", async () => {
    const farewell =
      "Exiting, please wait...                         \r\nThe command completed successfully.\r\n\r\n\r";
    const { values, problems } = await read(`\r\n${csv([NONPAGED], rowsAt([AT0, AT1]), "(PDH-CSV 4.0)")}${farewell}`);
    expect(values).toEqual([[1, 2]]);
    expect(problems).toEqual([]);
  });

  it("may hold an error of the tool, which is passed on", async () => {
    const { values, said } = await read(`${csv([NONPAGED], rowsAt([AT0]))}Error: No valid counters.\r\n`);
    expect(values).toEqual([[1]]);
    expect(said).toMatch(/3 doubt: The tool reported an error.*No valid counters/);
  });

  it("is read from UTF-16, as Windows PowerShell redirects it, with and without a mark", async () => {
    const text = csv(
      [NONPAGED, "\\\\FS1\\Prozess(Überwachung)\\Handleanzahl"],
      [
        [AT0, "1048576.000000", "7"],
        [AT1, " ", "8"],
      ],
    );
    const expected = (await read(text)).log;
    const little = bytesOf(text, (code) => [code & 0xff, code >> 8]);
    const big = bytesOf(text, (code) => [code >> 8, code & 0xff]);
    for (const bytes of [little, big, Uint8Array.of(0xff, 0xfe, ...little), Uint8Array.of(0xfe, 0xff, ...big)]) {
      expect((await read(bytes)).log).toEqual(expected);
    }
    expect((await read(new TextEncoder().encode("\ufeff" + text))).log).toEqual(expected);
  });
});

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

describe("names in another language", () => {
  it("of the German pool counters are known, parentheses and all", async () => {
    const paths = [
      "\\\\SRV\\Arbeitsspeicher\\Nicht-Auslagerungsseiten (Bytes)",
      "\\\\SRV\\Arbeitsspeicher\\Auslagerungsseiten (Bytes)",
      "\\\\SRV\\Prozess(System)\\Nicht-Auslagerungsseiten (Bytes)",
    ];
    const { log, said } = await read(csv(paths, [[AT0, "1", "2", "3"]]));
    expect(findCounter(log, "\\Memory\\Pool Nonpaged Bytes")).toBe(log.counters[0]);
    expect(findCounter(log, "\\Memory\\Pool Paged Bytes")).toBe(log.counters[1]);
    expect(findCounter(log, "\\Process(System)\\Pool Nonpaged Bytes")).toBe(log.counters[2]);
    expect(said).toBe("");
  });

  it("of the French pool counters are known, in windows-1252 and in the console's page 850", async () => {
    const text = csv(["\\\\SRV\\Mémoire\\Octets de réserve non paginée"], rowsAt([AT0]));
    for (const e of [0xe9, 0x82]) {
      const { log, said } = await read(bytesOf(text, (code) => [code === 0xe9 ? e : code]));
      expect(log.counters[0]!.path).toBe("\\\\SRV\\Mémoire\\Octets de réserve non paginée");
      expect(findCounter(log, "\\Memory\\Pool Nonpaged Bytes")).toBe(log.counters[0]);
      expect(said).toMatch(e === 0xe9 ? /windows-1252/ : /code page 850/);
    }
  });

  it("without a source stay unknown, and the columns are named so that one can choose", async () => {
    const { log, said } = await read(csv(["\\\\SRV\\Memoria\\Bytes de bloque no paginado"], rowsAt([AT0])));
    expect(log.counters[0]!.englishPath).toBeUndefined();
    expect(said).toContain(String.raw`findCounter(log, "\\Memoria\\Bytes de bloque no paginado")`);
    expect(findCounter(log, "\\memoria\\bytes de bloque no paginado")).toBe(log.counters[0]);
  });
});
