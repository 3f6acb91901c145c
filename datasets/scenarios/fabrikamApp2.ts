import type { DatasetMachine } from "../../src/pool/simulator/DatasetMachine.ts";
import { alpineCommit } from "./alpineBook2.ts";
import { fabrikamAutumn } from "./fabrikamAutumn.ts";
import { fabrikamLab } from "./fabrikamLab.ts";
import { fabrikamPath } from "./fabrikamPath.ts";
import { fabrikamStory } from "./fabrikamStory.ts";
import { fabrikamVerified } from "./fabrikamVerified.ts";
import { fabrikamWeek } from "./fabrikamWeek.ts";
import { findstrText } from "../../src/pool/simulator/texts/findstrText.ts";
import { northwindLoad } from "./northwindSql2.ts";
import { relecloudShared } from "./relecloudSql3.ts";
import { pooltagEntries, pooltagText } from "../../src/pool/simulator/texts/pooltagText.ts";

/** The machine that exercises are checked on: the same files, another truth. */
export const fabrikamApp2: DatasetMachine = {
  name: "fabrikam-app2",
  recordings: [
    fabrikamStory,
    fabrikamWeek,
    fabrikamAutumn,
    northwindLoad,
    fabrikamLab,
    fabrikamVerified,
    alpineCommit,
    fabrikamPath,
  ],
  pooltags: pooltagEntries("new"),
  texts: [
    {
      file: "findstr.txt",
      command:
        "findstr /m /l FbMn C:\\Windows\\System32\\drivers\\*.sys, the same for AdQe and SeOp, then strings on the doubtful hits",
      shows:
        "FbMn stands in fbmon.sys and, only inside the word FbMnemonic, in avonprn.sys; AdQe in adtflow.sys; SeOp only inside a longer word, since its owner is the kernel itself.",
      text: findstrText({
        folder: "D:\\tools",
        searches: [
          { tag: "FbMn", files: ["avonprn.sys", "fbmon.sys"] },
          { tag: "AdQe", files: ["adtflow.sys"] },
          { tag: "SeOp", files: ["wwcardrd.sys"] },
        ],
        looks: [
          { tag: "FbMn", file: "avonprn.sys", words: ["AvonFbMnemonicTable"] },
          { tag: "FbMn", file: "fbmon.sys", words: ["FbMn"] },
          { tag: "SeOp", file: "wwcardrd.sys", words: ["WwSeOperatorCertificate"] },
        ],
      }),
    },
    {
      file: "pooltag.txt",
      command: "copied from the debugger's triage folder",
      shows:
        "What well-known tags stand for, with wildcards. FbMn and AdQe are not in it: they are third parties' tags.",
      text: pooltagText("new"),
    },
    relecloudShared,
  ],
  decoys: [
    {
      tag: "SeOp",
      why: "The busiest tag, four million allocations and more, but each is freed at once and nothing is held.",
    },
    {
      tag: "EtwB",
      why: "One of the largest tags of nonpaged pool, but it stays the same from the first snapshot to the last.",
    },
    {
      tag: "MmSt",
      why: "Large and growing while people work, but it comes down again: it follows the files in the cache.",
    },
    {
      tag: "AdFl",
      why: "The same driver as the slow leak AdQe, and it grows every morning, but its blocks go with the connections they belong to.",
    },
    {
      tag: "AdQe",
      why: "It does leak, but slowly: in the story it explains nothing, in the week everything.",
    },
  ],
};
