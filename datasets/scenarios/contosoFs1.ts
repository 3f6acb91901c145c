import type { DatasetMachine } from "../../src/pool/simulator/DatasetMachine.ts";
import { contosoAutumn } from "./contosoAutumn.ts";
import { contosoLab } from "./contosoLab.ts";
import { contosoPath } from "./contosoPath.ts";
import { contosoStory } from "./contosoStory.ts";
import { contosoVerified } from "./contosoVerified.ts";
import { contosoWeek } from "./contosoWeek.ts";
import { lucerneShared } from "./lucerneApp5.ts";
import { findstrText } from "../../src/pool/simulator/texts/findstrText.ts";
import { pooltagEntries, pooltagText } from "../../src/pool/simulator/texts/pooltagText.ts";
import { tailspinLoad } from "./tailspinWeb3.ts";
import { woodgroveCommit } from "./woodgroveRpt1.ts";

/** The story's machine. */
export const contosoFs1: DatasetMachine = {
  name: "contoso-fs1",
  recordings: [
    contosoStory,
    contosoWeek,
    contosoAutumn,
    tailspinLoad,
    contosoLab,
    contosoVerified,
    woodgroveCommit,
    contosoPath,
  ],
  pooltags: pooltagEntries("old"),
  texts: [
    {
      file: "findstr.txt",
      command:
        "findstr /m /l Leak C:\\Windows\\System32\\drivers\\*.sys, the same for CtxL and MmSt, then strings on the doubtful hits",
      shows:
        "Leak stands in myfault.sys and, only inside the word LeakyBucket, in cohoqos.sys; CtxL in ctxflt.sys; MmSt only inside a longer word, since its owner is the kernel itself.",
      text: findstrText({
        folder: "C:\\tools",
        searches: [
          { tag: "Leak", files: ["cohoqos.sys", "myfault.sys"] },
          { tag: "CtxL", files: ["ctxflt.sys"] },
          { tag: "MmSt", files: ["litmem.sys"] },
        ],
        looks: [
          { tag: "Leak", file: "cohoqos.sys", words: ["CohoLeakyBucketRate", "CohoLeakyBucketDepth"] },
          { tag: "Leak", file: "myfault.sys", words: ["Leak"] },
          { tag: "MmSt", file: "litmem.sys", words: ["LitQueryMmStatistics"] },
        ],
      }),
    },
    {
      file: "pooltag.txt",
      command: "copied from the debugger's triage folder",
      shows:
        "What well-known tags stand for, with wildcards. Leak and CtxL are not in it: they are third parties' tags.",
      text: pooltagText("old"),
    },
    lucerneShared,
  ],
  decoys: [
    {
      tag: "MmSt",
      why: "The largest tag of the first snapshot; it grows with each copy, but it falls back between the copies: it follows the files in the cache.",
    },
    {
      tag: "File",
      why: "File objects come and go with the copies and the users; allocations and frees rise together, so nothing is lost.",
    },
    {
      tag: "EtwB",
      why: "One of the largest tags of nonpaged pool, but it stays the same from the first snapshot to the last.",
    },
    {
      tag: "Wait",
      why: "The busiest tag, with millions of allocations, but Diff stays at a few dozen: work, no leak.",
    },
    {
      tag: "CtxL",
      why: "It does leak, but less than a thousandth of what Leak does: in the story it explains nothing, in the week everything.",
    },
    {
      tag: "dump",
      why: "Its one block is as large as those of Leak: size alone names nobody.",
    },
  ],
};
