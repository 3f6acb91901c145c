import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { printPoolmon } from "../../../../../src/pool/formats/poolmon/printPoolmon.ts";
import { readPoolmon } from "../../../../../src/pool/formats/poolmon/readPoolmon.ts";
import { arbitrarySnapshots } from "./arbitrarySnapshots.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "latin1");

describe("a log that was read is printed byte for byte", () => {
  test("the wide layout", async () => {
    const log = fixture("wide.txt");
    expect(printPoolmon((await readPoolmon(log)).records, { layout: "wide" })).toBe(log);
  });

  test("the narrow layout, with the blanks that some builds leave behind a row", async () => {
    const log = fixture("loop-narrow.txt").replaceAll(/ +(?=\r\n)/g, (blanks, at: number, text: string) =>
      text.slice(0, at).endsWith(".41") || text.slice(0, at).endsWith(".37") ? blanks : "",
    );
    const { records } = await readPoolmon(log);
    expect(printPoolmon(records)).toBe(log);
    const padded = printPoolmon(records, { trailingBlanks: true });
    expect(padded).toContain("1048576        \r\n");
    expect((await readPoolmon(padded)).records).toEqual(records);
  });

  test("the live screen, with a long delta that pushes its line to the right", async () => {
    const line = " Leak Nonp        905 (   5)         0 (   0)      905 948961280 (5242880) 1048576";
    const log =
      " System pool information\r\n" +
      " Tag  Type     Allocs            Frees            Diff   Bytes       Per Alloc\r\n\r\n" +
      `${line}\r\n File Nonp    2218601 (  26)   2196444 (  26)    22157 8153776 (     0)    368\r\n`;
    expect(printPoolmon((await readPoolmon(log)).records, { deltas: true })).toBe(log);
  });
});

describe("what is printed reads back the same", () => {
  test.each(["narrow", "wide"] as const)("%s", async (layout) => {
    await fc.assert(
      fc.asyncProperty(arbitrarySnapshots("snapshot"), async (snapshots) => {
        expect((await readPoolmon(printPoolmon(snapshots, { layout }))).records).toEqual(snapshots);
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  test("live, with deltas and drivers", async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySnapshots("live"), async (snapshots) => {
        expect((await readPoolmon(printPoolmon(snapshots, { deltas: true }))).records).toEqual(snapshots);
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  test("a summary of one line, a session's scope, no stamp", async () => {
    const log =
      " Commit:2104448K Limit:16774324K Peak:2391040K            Pool N:    4K P:    0K\r\n" +
      " All sessions pool information\r\n" +
      " Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc\r\n\r\n" +
      " Gcac Paged      3761      3706        55   288968       5253\r\n";
    expect(printPoolmon((await readPoolmon(log)).records)).toBe(log);
  });
});
