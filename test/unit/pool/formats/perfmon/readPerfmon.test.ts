import { describe, expect, it } from "vitest";
import { findCounter } from "../../../../../src/pool/formats/perfmon/findCounter.ts";
import { csv, NONPAGED, PAGED, read, rowsAt } from "./perfmonText.ts";

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
