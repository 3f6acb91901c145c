import { describe, expect, it } from "vitest";
import {
  codeBytes,
  patchedGrowth,
  planPatches,
  snapshotsAfter,
  tagPatches,
  tagSites,
  tagUser,
} from "../../../../../src/pool/index.ts";
import { session } from "../case/makeEvidence.ts";
import { makeSnapshots, row } from "../makeLog.ts";

const search = `0: kd> !for_each_module s -a @#Base @#End "Leak"
fffff880\`05a1f3aa  4c 65 61 6b 8b d6 b9 01-00 00 00 ff 15 58 0c 00  Leak.........X..
fffff880\`05a1f621  4c 65 61 6b 8b d7 33 c9-ff 15 e3 09 00 00 48 85  Leak..3.......H.
fffff880\`0612e0f8  4c 65 61 6b 44 65 74 65-63 74 69 6f 6e 45 6e 61  LeakDetectionEna
0: kd> lm
start             end                 module name
fffff880\`05a1e000 fffff880\`05a26000   myfault    (deferred)             
0: kd> u fffff880\`05a1f3aa-2 l2
myfault+0x13a8:
fffff880\`05a1f3a8 41b84c65616b    mov     r8d,6B61654Ch
fffff880\`05a1f3ae 8bd6            mov     edx,esi
0: kd> u fffff880\`05a1f621-2 l4
myfault+0x161f:
fffff880\`05a1f61f 41b84c65616b    mov     r8d,6B61654Ch
fffff880\`05a1f625 8bd7            mov     edx,edi
fffff880\`05a1f627 33c9            xor     ecx,ecx
fffff880\`05a1f629 ff15e3090000    call    qword ptr [myfault+0x2012 (fffff880\`05a20012)]
`;
const edits = `0: kd> eb fffff880\`05a1f3aa+3 31
0: kd> eb 0xfffff88005a1f624 32
0: kd> dc fffff880\`05a1f3aa l1
fffff880\`05a1f3aa  3161654c                             Lea1
0: kd> dc fffff880\`05a1f621 l1
fffff880\`05a1f621  3261654c                             Lea2
`;

describe("tags changed in the code", () => {
  it("are read with what they were, what they are, and whether somebody looked", async () => {
    const { records } = await session(search + edits);
    expect(tagPatches(records).map(({ place, was, tag, shown }) => [place, was, tag, shown])).toEqual([
      ["myfault+0x13aa", "Leak", "Lea1", "as written"],
      ["myfault+0x1621", "Leak", "Lea2", "as written"],
    ]);
  });

  it("are not believed where a look shows something else, and are open where nobody looked", async () => {
    const half = edits.replace("3161654c", "6b61654c").replace(/0: kd> dc fffff880`05a1f621[^]*/, "");
    const { records } = await session(search + half);
    expect(tagPatches(records).map(({ shown }) => shown)).toEqual(["something else", undefined]);
  });

  it("are taken back by writing the old letter, and several bytes may be written at once", async () => {
    const back = `0: kd> eb fffff880\`05a1f3aa+3 6b
0: kd> eb fffff880\`05a1f621 58 59
0: kd> eb fffff880\`00000000+3 31
0: kd> eb nonsense 31
`;
    const { records } = await session(search + edits + back);
    expect(tagPatches(records).map(({ tag }) => tag)).toEqual(["Leak", "XYa2"]);
  });

  it("are drawn as the bytes of their instruction, the changed one beside what it was", async () => {
    const { records } = await session(search + edits);
    const { rows } = codeBytes(records, { patches: tagPatches(records) });
    expect(rows.filter(({ tagAt }) => tagAt !== undefined)).toMatchObject([
      { bytes: "41 b8 4c 65 61 31", was: "41 b8 4c 65 61 6b", tagAt: 2, instruction: "mov r8d,3161654Ch" },
      { bytes: "41 b8 4c 65 61 32", tagAt: 2, site: "myfault+0x1621: allocates from nonpaged pool" },
      { tagAt: 0, instruction: "LeakDetectionEna" },
    ]);
    expect(rows.at(-2)!.instruction).toMatch(/^call/);
    expect(codeBytes(records, { patches: tagPatches(records), only: "patched" }).rows).toHaveLength(6);
  });
});

describe("a plan of changes", () => {
  it("gives each place that allocates a letter that nobody uses, and says how to take it back", async () => {
    const { records } = await session(search);
    const used = makeSnapshots(1, 1, () => [row("Lea1", "paged", 5, 1, 64)]);
    const plan = planPatches(tagSites(records), { snapshots: used, tags: ["Lea3"] });
    expect(plan).toMatchObject([
      {
        place: "myfault+0x13aa",
        tag: "Lea2",
        command: "eb fffff880`05a1f3aa+3 32",
        dword: "3261654c",
        undo: "eb fffff880`05a1f3aa+3 6b",
      },
      { place: "myfault+0x1621", tag: "Lea4" },
    ]);
  });

  it("knows the wildcards of the list, and says so when no letter is left", async () => {
    const { records } = await session(search);
    const pooltag = [{ tag: "Lea?", binary: "acme.sys", description: "all of them", line: 1 }];
    expect(tagUser("Lea7", { pooltag })).toBe("pooltag.txt: Lea? of acme.sys");
    expect(tagUser("Lea7", {})).toBeUndefined();
    expect(() => planPatches(tagSites(records), { pooltag })).toThrow(/No last letter is left for Leak/);
  });

  it("leaves a protected tag alone", async () => {
    const { records } = await session(search.replaceAll("4c 65 61 6b 8b d6", "4c 65 61 eb 8b d6"));
    expect(planPatches(tagSites(records)).map(({ place }) => place)).toEqual(["myfault+0x1621"]);
  });
});

describe("growth after a change", () => {
  const log = () =>
    makeSnapshots(4, 60, (i) => [
      row("Leak", "nonpaged", 1000 + (i === 0 ? 0 : 60), 0, 64),
      ...(i > 1 ? [row("Lea2", "nonpaged", 100 * i, 10 * i, 64), row("Lea1", "paged", 40 * i, 40 * i, 64)] : []),
    ]);

  it("is counted from the first snapshot with a new tag on, place by place", async () => {
    const { records } = await session(search + edits);
    const taken = log();
    const patches = tagPatches(records);
    expect(snapshotsAfter(taken, patches)).toHaveLength(2);
    const grown = patchedGrowth(patches, taken);
    expect(grown.map(({ place, tag, allocs }) => [place, tag, allocs])).toEqual([
      ["myfault+0x1621", "Lea2", 100],
      ["myfault+0x13aa", "Lea1", 40],
    ]);
    expect(grown[0]!.ofGrowthShare).toBe(1);
    expect(grown[1]!.freedShare).toBe(1);
    expect(patchedGrowth(patches, taken.slice(0, 3))).toEqual([]);
  });
});
