import { describe, expect, it } from "vitest";
import { PIECE_BYTES } from "../../../../../src/pool/formats/text/readPieces.ts";
import { csv, csvLine, HEADER_STAMP, NONPAGED, PAGED, read } from "./perfmonText.ts";

const HANDLES = "\\\\FS1\\Process(lsass)\\Handle Count";
const BUSY = "\\\\FS1\\Processor(_Total)\\% Processor Time";
const START = Date.UTC(2012, 7, 14, 9, 30);

const stampAt = (row: number) => {
  const iso = new Date(START + row * 15_000).toISOString();
  return `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)} ${iso.slice(11, 23)}`;
};
const log = (rows: number) =>
  csv(
    [BUSY, HANDLES, PAGED, NONPAGED],
    Array.from({ length: rows }, (_, row) => [stampAt(row), "1.5", "2", String(row), "4"]),
  );

describe("a log too large to hold whole", () => {
  it("is read for the counters that matter, and names the others", async () => {
    const text = log(100);
    const { log: read1, values, said } = await read(text, { wholeBelowBytes: 1000 });
    expect(read1.counters.map(({ path }) => path)).toEqual([HANDLES, PAGED, NONPAGED]);
    expect(read1.skippedCounters).toEqual([BUSY]);
    expect(values[1]).toEqual(Array.from({ length: 100 }, (_, row) => row));
    expect(said).toMatch(/3 of 4 counters were read; the others are named in skippedCounters/);
    expect((await read(text)).log.skippedCounters).toEqual([]);
  });

  it("is read for the counters that are asked for, in English or the log's language, with any instance", async () => {
    const asked = async (...counters: string[]) =>
      (await read(log(3), { counters })).log.counters.map(({ path }) => path);
    expect(await asked("\\Processor(*)\\% Processor Time")).toEqual([BUSY]);
    expect(await asked("\\memory\\pool nonpaged bytes", "\\Process(lsass)\\Handle Count")).toEqual([HANDLES, NONPAGED]);
    expect(await asked("\\\\OTHER\\Memory\\Pool Nonpaged Bytes", "\\Process(svchost)\\Handle Count")).toEqual([]);
    expect(await asked("handle")).toEqual([HANDLES]);
  });

  it("in a language without a name table keeps its first columns", async () => {
    const paths = ["\\\\S\\Memoria\\Bytes disponibles", "\\\\S\\Memoria\\Bytes de caché"];
    const { log: spanish } = await read(csv(paths, [[stampAt(0), "1", "2"]]), { wholeBelowBytes: 10 });
    expect(spanish.counters.length).toBe(2);
  });
});

describe("reading piece by piece", () => {
  // Rows of 900 bytes put line ends at every place of a piece's end.
  const paths = Array.from({ length: 60 }, (_, index) => `\\\\FS1\\Process(p${index})\\Handle Count`);
  const rows = Math.ceil((2.5 * PIECE_BYTES) / 900);
  const text =
    csvLine([HEADER_STAMP, ...paths]) +
    Array.from({ length: rows }, (_, row) =>
      csvLine([stampAt(row), ...paths.map((_path, index) => `${row}.${index}5550`)]),
    ).join("");
  const bytes = new TextEncoder().encode(text);

  it("gives every row once, in order, with its line", async () => {
    const { log: whole } = await read(bytes);
    expect(whole.times.length).toBe(rows);
    expect(whole.lines.every((line, row) => line === row + 2)).toBe(true);
    expect(
      whole.counters.every(({ values }, index) =>
        values.every((value, row) => value === Number(`${row}.${index}5550`)),
      ),
    ).toBe(true);
    expect(whole.counters[0]!.values.buffer.byteLength).toBe(8 * rows);
  });

  it("reports progress up to the end", async () => {
    const reported: number[] = [];
    await read(new Blob([bytes]), { onProgress: (done, total) => reported.push(done / total) });
    expect(reported.length).toBe(3);
    expect(reported).toEqual(reported.toSorted((a, b) => a - b));
    expect(reported.at(-1)).toBe(1);
  });

  it("can be stopped: what was read stands, and a problem says so", async () => {
    for (const source of [bytes, new Blob([bytes])]) {
      const stop = new AbortController();
      const { log: part, said } = await read(source, {
        signal: stop.signal,
        onProgress: () => {
          stop.abort();
        },
      });
      expect(part.times.length).toBeGreaterThan(1000);
      expect(part.times.length).toBeLessThan(rows);
      expect(said).toMatch(/Reading was stopped after 4194304 of \d+ bytes/);
    }
    expect((await read(bytes, { signal: AbortSignal.abort() })).said).toBe(
      "0 lost: Reading was stopped after 0 of " + bytes.length + " bytes; what stands here is the log's beginning.",
    );
  });

  it("lets a stop button be pressed while bytes in memory are read", async () => {
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort();
    });
    expect((await read(bytes, { signal: stop.signal })).log.times.length).toBeLessThan(rows);
  });

  it("says so when the file changes meanwhile, and keeps what was read", async () => {
    const file = new Blob([bytes]);
    const slice = file.slice.bind(file);
    file.slice = (from, to) => {
      if (from! > 0) throw new DOMException("The file could not be read", "NotReadableError");
      return slice(from, to);
    };
    const { log: part, said } = await read(file);
    expect(part.times.length).toBeGreaterThan(1000);
    expect(said).toMatch(/could not be read beyond byte 4194304/);
  });
});
