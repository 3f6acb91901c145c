import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Counter, CounterLog } from "../../../../../src/pool/formats/perfmon/CounterLog.ts";
import { parseCounterPath } from "../../../../../src/pool/formats/perfmon/counterPath.ts";
import { formatDecimal } from "../../../../../src/pool/formats/perfmon/formatDecimal.ts";
import { printPerfmon } from "../../../../../src/pool/formats/perfmon/printPerfmon.ts";
import { readPerfmon } from "../../../../../src/pool/formats/perfmon/readPerfmon.ts";
import { readDecimal } from "../../../../../src/pool/formats/perfmon/readDecimal.ts";

const value = fc.oneof(
  { weight: 3, arbitrary: fc.nat() },
  { weight: 2, arbitrary: fc.bigInt(0n, 2n ** 53n).map(Number) },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 1e15, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);

const name = fc.stringMatching(/^[A-Za-z%éß][A-Za-z0-9 ,/%#:.é"-]{0,12}[A-Za-z0-9é]$/);
const path = fc
  .tuple(
    fc.stringMatching(/^[A-Z0-9_-]{1,8}$/),
    name,
    fc.option(fc.stringMatching(/^[A-Za-z0-9 ,#()\\?:._"é-]{1,12}$/)),
    name,
  )
  .map(
    ([machine, object, instance, counter]) =>
      `\\\\${machine}\\${object}${instance === null ? "" : `(${instance})`}\\${counter}`,
  );

const anyLog = fc
  .tuple(
    fc.array(path, { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: -14 * 60, max: 12 * 60 }),
    fc.boolean(),
  )
  .chain(([paths, samples, biasMinutes, hasZone]) =>
    fc
      .record({
        columns: fc.tuple(...paths.map(() => fc.array(value, { minLength: samples, maxLength: samples }))),
        steps: fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: samples, maxLength: samples }),
        start: fc.integer({ min: Date.UTC(1999, 0, 1), max: Date.UTC(2060, 0, 1) }),
      })
      .map(({ columns, steps, start }): CounterLog => {
        let at = start;
        const localTimes = Float64Array.from(steps, (step) => (at += step));
        const bias = hasZone ? biasMinutes : 0;
        return {
          machine: parseCounterPath(paths[0]!)!.machine,
          timeZone: hasZone ? { name: "Some (odd) Time", biasMinutes } : undefined,
          localTimes,
          times: localTimes.map((time) => time + bias * 60_000),
          lines: Uint32Array.from(steps, (_, sample) => sample + 2),
          counters: paths.map((path, index): Counter => ({
            path,
            ...parseCounterPath(path)!,
            englishPath: undefined,
            column: index + 1,
            values: Float64Array.from(columns[index]!),
          })),
          skippedCounters: [],
          log: undefined,
        };
      }),
  );

const comparable = (log: CounterLog) => ({
  ...log,
  counters: log.counters.map((counter) => ({ ...counter, englishPath: undefined })),
});

describe("printing and reading", () => {
  it.each(["csv", "tsv"] as const)("give the same log as %s, to the bit", async (format) => {
    await fc.assert(
      fc.asyncProperty(anyLog, async (log) => {
        const { records, problems } = await readPerfmon(printPerfmon(log, { format }));
        expect(comparable(records)).toEqual(comparable(log));
        expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
      }),
      { seed: 58, numRuns: 300 },
    );
  });

  it("give the same number for every double from zero up", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(readDecimal(new TextEncoder().encode(formatDecimal(number) + "\n"), 0, 0x2e)).toBe(number);
      }),
      { seed: 60, numRuns: 5000 },
    );
  });
});

describe("printPerfmon", () => {
  const log: CounterLog = {
    machine: "CONTOSO-FS1",
    timeZone: { name: "Pacific Daylight Time", biasMinutes: 420 },
    localTimes: Float64Array.of(Date.UTC(2012, 7, 14, 9, 30, 0, 156), Date.UTC(2012, 7, 14, 9, 30, 15, 7)),
    times: Float64Array.of(0, 0),
    lines: Uint32Array.of(2, 3),
    counters: [
      { path: "\\\\CONTOSO-FS1\\Memory\\Pool Nonpaged Bytes", values: Float64Array.of(98566144, 114294784) },
      { path: "\\\\CONTOSO-FS1\\Server\\Bytes Total/sec", values: Float64Array.of(NaN, 2011.77) },
    ].map((counter, index) => ({
      machine: "",
      object: "",
      instance: "",
      counter: "",
      englishPath: undefined,
      column: index + 1,
      ...counter,
    })),
    skippedCounters: [],
    log: undefined,
  };

  it("writes what relog writes: header with zone, all quoted, CRLF, a blank for no sample", () => {
    expect(printPerfmon(log)).toBe(
      '"(PDH-CSV 4.0) (Pacific Daylight Time)(420)","\\\\CONTOSO-FS1\\Memory\\Pool Nonpaged Bytes","\\\\CONTOSO-FS1\\Server\\Bytes Total/sec"\r\n' +
        '"08/14/2012 09:30:00.156","98566144"," "\r\n"08/14/2012 09:30:15.007","114294784","2011.77"\r\n',
    );
  });

  it("writes typeperf's header where no zone is known, and tabs for a TSV", () => {
    expect(printPerfmon({ ...log, timeZone: undefined, counters: [] })).toMatch(/^"\(PDH-CSV 4\.0\)"\r\n"08/);
    expect(printPerfmon(log, { format: "tsv" })).toMatch(/^"\(PDH-TSV 4\.0\) \(Pacific Daylight Time\)\(420\)"\t"/);
  });

  it.each([
    [0, "0"],
    [92274688, "92274688"],
    [88.359340674585567, "88.359340674585567"],
    [0.98958333333333259, "0.98958333333333259"],
    [0.1, "0.10000000000000001"],
    [8.8764864864864870546e-5, "8.8764864864864871e-005"],
    [1e21, "1000000000000000000000"],
    [-1.5, "-1.5"],
  ])("writes %d as %s, as C's %%.17g does", (number, text) => {
    expect(formatDecimal(number)).toBe(text);
  });
});
