import fc from "fast-check";
import { expect, test } from "vitest";
import type { PoolSummary, PoolSummaryRow } from "../../../../../src/pool/formats/wpt/PoolSummary.ts";
import { printPoolSummary } from "../../../../../src/pool/formats/wpt/printPoolSummary.ts";
import { printPoolTrace } from "../../../../../src/pool/formats/wpt/printPoolTrace.ts";
import { readPoolSummary } from "../../../../../src/pool/formats/wpt/readPoolSummary.ts";
import { readPoolTrace } from "../../../../../src/pool/formats/wpt/readPoolTrace.ts";
import { arbitraryTrace } from "./arbitraryTrace.ts";

const SEED = 41;

test("events that are printed read back the same", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTrace, async (trace) => {
      const { records, problems } = await readPoolTrace(printPoolTrace(trace));
      expect(records).toEqual(trace);
      expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

const tag = fc
  .string({
    unit: fc.constantFrom(..."abcXYZ019 !#%?*<>"),
    minLength: 4,
    maxLength: 4,
  })
  .filter((text) => text.trim() !== "" && !text.startsWith("#"));

const driver = fc.constantFrom("leaky.sys", "ntfs.sys", "ntoskrnl.exe", "");

const wpaRow = fc
  .record({
    lifetime: fc.constantFrom("AIFI" as const, "AIFO" as const, "AOFI" as const, "AOFO" as const),
    pool: fc.constantFrom("nonpaged" as const, "paged" as const),
    tag,
    module: driver,
    stack: fc.array(fc.constantFrom("[Root]", "nt!IoAllocateIrp", "map<int,long>::add"), { maxLength: 3 }),
    count: fc.nat(),
    bytes: fc.nat(2 ** 40),
    impactingBytes: fc.nat(2 ** 40),
  })
  .map((row): Omit<PoolSummaryRow, "line"> => ({ ...row, isNx: undefined, outstandingCount: undefined }));

const recording = {
  lostEvents: fc.option(fc.nat(99), { nil: undefined }),
  windowSeconds: fc.option(fc.nat(9999), { nil: undefined }),
};

test("WPA's table that is printed reads back the same", async () => {
  const summaries = fc.record({ ...recording, rows: fc.array(wpaRow, { minLength: 1, maxLength: 12 }) });
  await fc.assert(
    fc.asyncProperty(summaries, async ({ rows, lostEvents, windowSeconds }) => {
      const above = [lostEvents, windowSeconds].filter((each) => each !== undefined).length + 1;
      const summary: PoolSummary = {
        ...{ form: "WPA", lostEvents, windowSeconds, log: undefined },
        rows: rows.map((row, at) => ({ ...row, line: above + 1 + at })),
      };
      expect((await readPoolSummary(printPoolSummary(summary))).records).toEqual(summary);
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test("xperf's report that is printed reads back the same but for its order, in whole kilobytes", async () => {
  const row = fc
    .record({
      pool: fc.constantFrom("nx", "nonpaged", "paged"),
      tag,
      module: driver,
      count: fc.nat(),
      kilobytes: fc.nat(),
      out: fc.nat(),
      outKilobytes: fc.nat(),
    })
    .map(({ pool, kilobytes, out, outKilobytes, ...rest }): Omit<PoolSummaryRow, "line"> => ({
      ...rest,
      ...{
        lifetime: undefined,
        stack: [],
        bytes: kilobytes * 1024,
        impactingBytes: outKilobytes * 1024,
        outstandingCount: out,
      },
      pool: pool === "paged" ? "paged" : "nonpaged",
      isNx: pool === "paged" ? undefined : pool === "nx",
    }));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const lined = rows.map((each) => ({ ...each, line: 0 }));
      const summary: PoolSummary = { form: "xperf", rows: lined, lostEvents: 3, windowSeconds: 60, log: undefined };
      const { records } = await readPoolSummary(printPoolSummary(summary));
      const sectionOf = ({ pool, isNx }: PoolSummaryRow) => (pool === "paged" ? 2 : isNx ? 0 : 1);
      const inOrder = lined.toSorted((a, b) => sectionOf(a) - sectionOf(b));
      expect({ ...records, rows: records.rows.map((each) => ({ ...each, line: 0 })) }).toEqual({
        ...summary,
        rows: inOrder,
      });
    }),
    { seed: SEED, numRuns: 200 },
  );
});
