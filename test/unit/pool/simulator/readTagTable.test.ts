import { describe, expect, it } from "vitest";
import { populate } from "../../../../src/pool/simulator/populate.ts";
import { readTagTable } from "../../../../src/pool/simulator/readTagTable.ts";
import { windowsTags } from "../../../../src/pool/simulator/tags/windowsTags.ts";

describe("readTagTable", () => {
  it("makes one site per block size, the first with the most blocks", () => {
    const [entry] = readTagTable("\nFile N nt 352/416 1000 7200 j100 u-50 ~240 @old\n");
    expect(entry).toMatchObject({ era: "old", exact: false });
    expect(entry!.sites).toEqual([
      {
        ...{
          tag: "File",
          pool: "nonpaged",
          driver: "ntoskrnl.exe",
          blockBytes: 352,
          heldBlocks: 620,
          fallSeconds: 240,
        },
        ...{ churnPerSecond: 1.24, follows: { job: 62, users: -31 } },
      },
      {
        ...{
          tag: "File",
          pool: "nonpaged",
          driver: "ntoskrnl.exe",
          blockBytes: 416,
          heldBlocks: 380,
          fallSeconds: 240,
        },
        ...{ churnPerSecond: 0.76, follows: { job: 38, users: -19 } },
      },
    ]);
  });

  it("reads blanks in tags, exact numbers and pools", () => {
    const [entry] = readTagTable("Dh_1 P dxg 112 2! 0");
    expect(entry!.exact).toBe(true);
    expect(entry!.sites[0]).toMatchObject({ tag: "Dh 1", pool: "paged", driver: "dxg.sys", follows: {} });
  });

  it.each([
    ["Leak N myfault 100 1 0", "multiples of 16"],
    ["Leak N myfault 5000 1 0", "multiples of 16 bytes, from a page on of 4,096"],
    ["Leak X myfault 112 1 0", "write it as"],
    ["Leak N myfault 112/128/144/160 1 0", "at most three"],
    ["Leak N myfault 112 1 0 z9", '"z9" is not known'],
    ["Leak N myfault 112 1 0 @win10", '"@win10" is not known'],
  ])("refuses %s", (line, message) => {
    expect(() => readTagTable(line)).toThrow(message);
  });
});

describe("populate", () => {
  const wanted = { nonpaged: 90_000_000, paged: 150_000_000 };
  const make = (seed: string, era: "old" | "new" = "old") =>
    populate(windowsTags, { seed, era, restingBytes: wanted, churn: 1, load: { nonpaged: 1, paged: 1 } });

  it("comes to the wanted bytes in each pool", () => {
    for (const pool of ["nonpaged", "paged"] as const) {
      const sites = make("one").filter((site) => site.pool === pool);
      const heldBytes = sites.reduce((sum, { heldBlocks, blockBytes }) => sum + heldBlocks * blockBytes, 0);
      expect(Math.abs(heldBytes / wanted[pool] - 1)).toBeLessThan(0.005);
    }
  });

  it("gives each machine its own numbers, the same each time", () => {
    expect(make("one")).toEqual(make("one"));
    const [one, two] = [make("one"), make("two")];
    const same = one.filter((site, at) => site.heldBlocks > 100 && site.heldBlocks === two[at]!.heldBlocks);
    // What a driver allocates once and for all, such as the buffers of an adapter, is the same everywhere.
    expect(same.length).toBeLessThan(10);
  });

  it("takes the tags of the era, with more than 300 of them in both", () => {
    const tags = (era: "old" | "new") => new Set(make("one", era).map(({ tag }) => tag));
    expect(tags("old").size).toBeGreaterThan(300);
    expect(tags("new").size).toBeGreaterThan(300);
    expect([tags("old").has("LSwn"), tags("new").has("LSwn")]).toEqual([true, false]);
    expect([tags("old").has("stnv"), tags("new").has("stnv")]).toEqual([false, true]);
  });
});

describe("the tables of Windows' tags", () => {
  it("hold each tag once per pool", () => {
    const keys = windowsTags.map(({ sites }) => sites[0]!.tag + sites[0]!.pool);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("do not hold the tags that leak", () => {
    const leaking = windowsTags.filter(({ sites }) => /^(Leak|CtxL|FbMn|AdQe)$/.test(sites[0]!.tag));
    expect(leaking).toEqual([]);
  });
});
