import { describe, expect, it } from "vitest";
import { memoryLimits } from "../../../../../src/pool/analyzers/dump/memoryLimits.ts";
import { poolParts } from "../../../../../src/pool/analyzers/dump/poolParts.ts";
import { readDebuggerSession } from "../../../../../src/pool/formats/windbg/readDebuggerSession.ts";

const PAGE = 4096;
const read = async (text: string) => (await readDebuggerSession(new TextEncoder().encode(text))).records;

const line = (label: string, pages: string | number) => `${label}: ${pages} (${BigInt(pages) * 4n} Kb)`;
const RECENT = [
  "0: kd> !vm 1",
  line("Physical Memory", 4_000_000),
  line("NonPagedPool Usage", 272),
  line("NonPagedPoolNx Usage", 999_728),
  line("NonPagedPool Max", 4_294_967_296),
  line("PagedPool Usage", 50_000),
  line("PagedPool Maximum", 4_294_967_296),
  line("Committed pages", 4_900_000),
  line("Commit limit", 5_000_000),
].join("\n");

describe("memoryLimits", () => {
  it("counts both parts of nonpaged pool, against RAM where the maximum is address space", async () => {
    const { vm } = await read(RECENT);
    const [nonpaged, paged, commit] = memoryLimits(vm[0]!);
    expect(nonpaged).toMatchObject({ what: "nonpaged pool", bytes: 1_000_000 * PAGE, share: 0.25, line: 4 });
    expect(paged).toMatchObject({ share: 0.01, limit: "the commit limit", line: 6 });
    expect(commit).toMatchObject({ share: 0.98, line: 8 });
  });

  it("takes the pools' own maxima where they are lower than commit", async () => {
    const old = RECENT.replace(line("NonPagedPool Max", 4_294_967_296), line("NonPagedPool Max", 1_250_000)).replace(
      line("PagedPool Maximum", 4_294_967_296),
      line("PagedPool Maximum", 100_000),
    );
    const [nonpaged, paged] = memoryLimits((await read(old)).vm[0]!);
    expect(nonpaged).toMatchObject({ share: 0.8, limit: "its maximum" });
    expect(paged).toMatchObject({ share: 0.5, limit: "its maximum" });
  });

  it("has no row for what is missing or below zero", async () => {
    const broken = RECENT.replace(line("Committed pages", 4_900_000), line("Committed pages", "18446735282293205272"));
    expect(memoryLimits((await read(broken)).vm[0]!).map(({ what }) => what)).toEqual(["nonpaged pool", "paged pool"]);
    const short = RECENT.split("\n").slice(0, 4).join("\n");
    expect(memoryLimits((await read(short)).vm[0]!)).toHaveLength(1);
  });
});

describe("poolParts", () => {
  const TAGS = [
    "0: kd> !poolused 2",
    " Sorting by NonPaged Pool Consumed",
    "",
    "               NonPaged                  Paged",
    " Tag     Allocs         Used     Allocs         Used",
    "",
    " Leak       100   2048000000          0            0\tUNKNOWN pooltag 'Leak', please update pooltag.txt",
    " EtwB       190    819200000          0            0\tEtw Buffer , Binary: nt!etw",
    " File     22157    409600000          0            0\tFile objects ",
    "",
    "TOTAL     22447   3276800000          0            0",
  ].join("\n");

  it("lie end to end and come to what !vm counts", async () => {
    const { vm, poolUsed } = await read(`${RECENT}\n${TAGS}`);
    const parts = poolParts(poolUsed[0]!, vm[0], "nonpaged", { top: 1 });
    expect(parts.map(({ part, share }) => [part, share])).toEqual([
      ["Leak", 0.5],
      ["other tags", 0.3],
      ["no tag", expect.closeTo(0.2, 12)],
    ]);
    expect(parts.map(({ fromBytes }) => fromBytes)).toEqual([0, ...parts.slice(0, 2).map(({ toBytes }) => toBytes)]);
    expect(parts.at(-1)!.toBytes).toBe(vm[0]!.nonpagedBytes);
  });

  it("are none where nothing says how large the pool is", async () => {
    const { poolUsed } = await read(TAGS.split("\n").slice(0, -1).join("\n"));
    expect(poolParts(poolUsed[0]!, undefined, "nonpaged")).toEqual([]);
  });
});
