import { describe, expect, it } from "vitest";
import { judgeCase, leakReport } from "../../../../../src/pool/index.ts";
import { makeTrace, trace, type MadeBlock } from "./makeEvidence.ts";

const leak = Array.from({ length: 300 }, (_, i): MadeBlock => ({ at: 2 * i, bytes: 4096 }));

describe("the report of a case", () => {
  const { text } = leakReport(judgeCase([trace(makeTrace(leak))]));

  it("begins with a sentence that can stand alone, then names pool, tag, driver and rate", () => {
    const [first] = text.split("\n", 1);
    expect(first).toMatch(/^In the .* leaks under the tag Leak/);
    for (const fact of ["Pool:       nonpaged", "Tag:        Leak", "Driver:     myfault.sys"])
      expect(text).toContain(fact);
    expect(text).toMatch(/Rate: {7}7\.\d+ MiB per hour/);
  });

  it("shows the stack with the innermost call first, and where the log has it", () => {
    expect(text).toMatch(
      /Stack, .*\(trace\.csv, line \d+, 300 blocks, 1\.17 MiB\):\n {2}nt!ExAllocatePoolWithTag\n {2}myfault\.sys!\?\n/,
    );
    expect(text).toMatch(/Process: {4}\S/);
  });

  it("says what is not known", () => {
    const nothing = leakReport(judgeCase([])).text;
    expect(nothing).toContain("Tag:        not known");
    expect(nothing).toContain("no log of the case shows one");
    expect(nothing).not.toContain("Full in");
  });
});
