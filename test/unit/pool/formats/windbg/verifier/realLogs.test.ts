import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printVerifierReport } from "../../../../../../src/pool/formats/windbg/verifier/printVerifierReport.ts";
import { readVerifier } from "../../../../../../src/pool/formats/windbg/verifier/readVerifier.ts";
import { VERIFIER_OPERATIONS } from "../../../../../../src/pool/formats/windbg/verifier/VerifierLog.ts";

// Genuine public logs, which are no part of the project: read in place where they are.
const folder = join(import.meta.dirname, "../../../../../../../shared/real-logs/windbg");
const read = (name: string) => readVerifier(new Uint8Array(readFileSync(join(folder, name))));

describe.skipIf(!existsSync(folder))("genuine logs", () => {
  test("of !verifier 0xf in the old layout, whose lists are shortened", async () => {
    const { records, problems } = await read("13-verifier-0xf-x64.txt");
    expect(records.logs).toEqual([]);
    const [report] = records.reports;
    expect(records.reports).toHaveLength(1);
    expect(report).toMatchObject({ source: "!verifier", flags: 0x9bb, isPoolTracking: true });
    expect(report?.summary).toMatchObject({
      "Pool Allocations Attempted": 0x7b058,
      "Resource Allocations Failed Deliberately": 0,
      "Current nonpaged pool allocations": 0xe3,
      "Current nonpaged pool bytes": 0x46110,
    });
    expect(report?.drivers.map(({ name, state, currentAllocations }) => [name, state, currentAllocations])).toEqual([
      ["videoprt.sys", "loaded", { nonpaged: 2, paged: 0x13 }],
      ["usbport.sys", "loaded", { nonpaged: 0xe1, paged: 7 }],
    ]);
    const bytes = report?.drivers.reduce((sum, driver) => sum + driver.currentBytes.nonpaged, 0);
    expect(bytes).toBe(0x46110);
    expect(report?.drivers[1]?.allocations.map(({ bytes: size, tag, caller }) => [size, tag, caller])).toEqual(
      Array.from({ length: 3 }, () => [0x38, "usbp", "fffff88004215e34"]),
    );
    expect(problems.map(({ effect, line }) => [effect, line])).toEqual([
      ["doubt", 36],
      ["doubt", 49],
    ]);
  });

  test("of the old layout are printed line by line as the debugger did", async () => {
    const { records } = await read("13-verifier-0xf-x64.txt");
    const printed = printVerifierReport(records.reports[0]!, { layout: "old" }).split("\n").slice(1);
    const genuine = readFileSync(join(folder, "13-verifier-0xf-x64.txt"), "latin1").split(/\r?\n/).slice(2);
    const shortened = genuine.indexOf("...");
    // What the list was shortened by is not in the record.
    expect(printed.slice(0, shortened)).toEqual(genuine.slice(0, shortened));
    expect(printed.slice(shortened, shortened + 12)).toEqual(genuine.slice(shortened + 1, shortened + 13));
  });

  test("of !verifier 80 on Vista: a free and the allocation before it", async () => {
    const { records, problems } = await read("14-verifier-80-x86-log.txt");
    expect(records.logs).toHaveLength(1);
    const [log] = records.logs;
    expect(log).toMatchObject({ capacity: 0x4000, searched: "a2b1cf20" });
    expect(Array.from(log!.operation, (at) => VERIFIER_OPERATIONS[at])).toEqual(["free", "allocate"]);
    expect([...log!.bytes]).toEqual([0x168, 0x164]);
    expect(log!.stacks.map((frames) => frames.length)).toEqual([13, 13]);
    expect(log!.stacks[0]?.at(-1)).toMatchObject({
      module: "test1",
      function: "HandleCompletedTxPacket",
      offset: 0xea,
    });
    expect(problems).toEqual([]);
  });
});
