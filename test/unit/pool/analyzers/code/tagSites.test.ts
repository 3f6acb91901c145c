import { describe, expect, it } from "vitest";
import { judgeCase, moduleOfFrame, ownerFrame, placeOf, tagSites } from "../../../../../src/pool/index.ts";
import { makeSnapshots, row } from "../makeLog.ts";
import { session, snapshots } from "../case/makeEvidence.ts";

const search = `0: kd> !for_each_module s -a @#Base @#End "Leak"
fffff880\`05a1f621  4c 65 61 6b 8b d7 33 c9-ff 15 e3 09 00 00 48 85  Leak..3.......H.
fffff880\`0612e0f8  4c 65 61 6b 44 65 74 65-63 74 69 6f 6e 45 6e 61  LeakDetectionEna
0: kd> lm
start             end                 module name
fffff880\`05a1e000 fffff880\`05a26000   myfault    (deferred)             
fffff880\`06120000 fffff880\`06140000   scanner    (deferred)             
0: kd> u fffff880\`05a1f621-2 l4
myfault+0x161f:
fffff880\`05a1f61f 41b84c65616b    mov     r8d,6B61654Ch
fffff880\`05a1f625 8bd7            mov     edx,edi
fffff880\`05a1f627 33c9            xor     ecx,ecx
fffff880\`05a1f629 ff15e3090000    call    qword ptr [myfault+0x2012 (fffff880\`05a20012)]
`;

describe("a tag search in the debugger", () => {
  it("says whose code each hit stands in, and what it is", async () => {
    const { records } = await session(search);
    expect(tagSites(records, "Leak").map(({ place, site }) => [place, site.kind])).toEqual([
      ["myfault+0x1621", "allocate"],
      ["scanner+0xe0f8", "string"],
    ]);
    expect(tagSites(records, "Else")).toEqual([]);
    expect(placeOf("fffff88000000000", records.modules)).toBe("fffff880`00000000");
  });

  it("names the driver whose code allocates, not the one that only holds the letters", async () => {
    const growing = snapshots(makeSnapshots(6, 60, (i) => [row("Lea9", "nonpaged", 5000 + 900 * i, 0, 1024)]));
    const finding = judgeCase([
      growing,
      await session(
        search
          .replaceAll("Leak", "Lea9")
          .replaceAll("61 6b", "61 39")
          .replace("4c65616b", "4c656139")
          .replace("6B61654C", "3961654C"),
      ),
    ]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Lea9", driver: "myfault.sys" });
    expect(finding.candidates).toMatchObject([
      { driver: "myfault.sys", worth: "strong", evidence: "tag search" },
      { driver: "scanner.sys", worth: "weak" },
    ]);
  });
});

describe("the owner of a stack", () => {
  const frames = (...symbols: string[]) => symbols.map((symbol) => ({ symbol, module: moduleOfFrame(symbol) }));

  it("is the first frame that is neither the kernel's nor a framework's", () => {
    expect(
      ownerFrame(
        frames("nt!ExAllocatePoolWithTag+0xa41", "Wdf01000!imp_WdfMemoryCreate", "acme+0x1f", "nt!IofCallDriver"),
      )!.symbol,
    ).toBe("acme+0x1f");
    expect(ownerFrame(frames("nt!ExAllocatePoolWithTag", "nt!IopCreateFile", "nt!NtCreateFile"))!.symbol).toBe(
      "nt!IopCreateFile",
    );
    expect(ownerFrame([])).toBeUndefined();
  });

  it("has its module in any of the spellings", () => {
    expect(
      ["myfault.sys!<PDB not found>", "nt!NtCreateFile+0x1", "myfault+0x162f", "0x00000000`77a8138a", "[Root]"].map(
        moduleOfFrame,
      ),
    ).toEqual(["myfault", "nt", "myfault", undefined, undefined]);
  });
});
