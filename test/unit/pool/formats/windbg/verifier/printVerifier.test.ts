import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printVerifierLog } from "../../../../../../src/pool/formats/windbg/verifier/printVerifierLog.ts";
import { printVerifierReport } from "../../../../../../src/pool/formats/windbg/verifier/printVerifierReport.ts";
import {
  printVerifierQuery,
  printVerifierSettings,
} from "../../../../../../src/pool/formats/windbg/verifier/printVerifierText.ts";
import { readVerifier } from "../../../../../../src/pool/formats/windbg/verifier/readVerifier.ts";
import { readVerifierText } from "../../../../../../src/pool/formats/windbg/verifier/readVerifierText.ts";
import type { VerifierReport } from "../../../../../../src/pool/formats/windbg/verifier/VerifierReport.ts";
import { arbitraryLog, arbitraryQuery, arbitraryReport } from "./arbitraryReports.ts";

/** A report without its lines, and without what is 0 where a layout does not print it. */
function bare(report: VerifierReport | undefined) {
  const { line: first, stamp, ...rest } = report!;
  expect(first).toBeGreaterThanOrEqual(0);
  return {
    ...rest,
    stamp,
    drivers: rest.drivers.map(({ line, contiguousBytes, peakContiguousBytes, ...driver }) => ({
      ...driver,
      contiguous: (contiguousBytes ?? 0) + (peakContiguousBytes ?? 0),
      allocations: driver.allocations.map(({ line: at, ...allocation }) => {
        expect(at === 0 || at > line).toBe(true);
        return allocation;
      }),
    })),
  };
}

describe("what is printed reads back the same", () => {
  test.each(["new", "old"] as const)("!verifier in the %s layout", async (layout) => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryReport(),
        fc.constantFrom("Windows 7" as const, "Windows 8.1" as const),
        async (report, target) => {
          const { records, problems } = await readVerifier(printVerifierReport(report, { layout, target }));
          expect(problems).toEqual([]);
          expect(records.reports).toHaveLength(1);
          expect(bare(records.reports[0])).toEqual(bare(report));
        },
      ),
      { seed: 21, numRuns: 150 },
    );
  });

  test.each(["new", "old"] as const)("verifier /query in the %s layout, one moment after the other", async (layout) => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryQuery(), { minLength: 1, maxLength: 3 }), async (some) => {
        const stamp = layout === "old" ? "8/14/2012, 9:30:15 AM" : "06/11/2024 09:30:15.128";
        const reports = some.map((report) => ({ ...report, stamp }));
        const { records } = await readVerifierText(printVerifierQuery(reports, { layout }));
        expect(records.map(bare)).toEqual(reports.map(bare));
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  test.each(["new", "old"] as const)("settings in the %s layout", async (layout) => {
    const listed = 0x1 | 0x2 | 0x8 | 0x10 | 0x20 | 0x80 | 0x100 | 0x4 | 0x200 | 0x400 | 0x800;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.uniqueArray(fc.constantFrom("a.sys", "b-c.sys", "d.dll")), async (some, names) => {
        const flags = some & listed;
        const unknown = { nonpaged: NaN, paged: NaN };
        const report: VerifierReport = {
          source: "verifier settings",
          flags,
          isPoolTracking: (flags & 8) !== 0,
          summary: {},
          drivers: names.map((name) => ({
            name,
            state: "unknown",
            currentAllocations: unknown,
            currentBytes: unknown,
            peakAllocations: unknown,
            peakBytes: unknown,
            allocations: [],
            line: 0,
          })),
          line: 0,
        };
        const { records } = await readVerifierText(printVerifierSettings(report, { layout }));
        expect(records.map(bare)).toEqual([bare(report)]);
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  test.each([
    ["new", 16],
    ["new", 8],
    ["old", 8],
  ] as const)("Verifier's log in the %s layout with %i digits", async (layout, digits) => {
    await fc.assert(
      fc.asyncProperty(arbitraryLog(digits), async (log) => {
        const { records, problems } = await readVerifier(printVerifierLog(log, { layout, digits }));
        const [read] = records.logs;
        expect(problems).toEqual([]);
        expect(read?.stacks.map((frames) => frames.map((frame) => ({ ...frame, line: 0 })))).toEqual(log.stacks);
        for (const column of ["block", "bytes", "thread", "stack"] as const)
          expect(read?.[column]).toEqual(log[column]);
        expect(read?.capacity).toBe(log.capacity);
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});

test("the widths are the debugger's", () => {
  const both = { nonpaged: 3, paged: 0 };
  const driver = {
    name: "myfault.sys",
    state: "loaded" as const,
    currentAllocations: both,
    currentBytes: { nonpaged: 0x4a4a0, paged: 0 },
    peakAllocations: both,
    peakBytes: { nonpaged: 0x4a4a0, paged: 0 },
    allocations: [
      { address: "86491d10", bytes: 0x70, tag: "abcd", caller: "a05c1047", callerSymbol: "myfault!Leak", line: 0 },
    ],
    line: 0,
    address: "a013f2c8",
  };
  const summary = { RaiseIrqls: 0, "Pool Allocations Attempted": 0x2db1a, "Pool Allocations Succeeded SpecialPool": 3 };
  const report: VerifierReport = {
    source: "!verifier",
    flags: 0x9bb,
    isPoolTracking: true,
    summary,
    drivers: [driver],
    line: 0,
  };
  const lines = printVerifierReport(report, { target: "Windows 7" }).split("\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      "Verify Flags Level 0x000009bb",
      "    [ ] (0x00000004) Randomized low resources simulation",
      "  RaiseIrqls           0x0",
      "  Pool Allocations Attempted             0x2db1a",
      "  Pool Allocations Succeeded SpecialPool 0x3",
      "      Current Pool Bytes:       ( 0x0004A4A0 / 0x00000000 )",
      "      Address     Length      Tag   Caller    ",
      "      0x86491d10  0x00000070  abcd  0xa05c1047  myfault!Leak",
    ]),
  );
  expect(lines.join("\n")).not.toContain("DDI compliance");
  expect(printVerifierReport(report, { layout: "old" }).split("\n")).toEqual(
    expect.arrayContaining([
      "Verify Level 9bb ... enabled options are:",
      "RaiseIrqls                             0x0",
      "a013f2c8 Loaded           0004a4a0       00000000    myfault.sys",
      "Current Pool Allocations  00000003    00000000",
      "86491d10     0x00000070     abcd      a05c1047 myfault!Leak",
    ]),
  );
});
