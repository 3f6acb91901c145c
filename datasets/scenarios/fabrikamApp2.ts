import type { DatasetMachine } from "../../src/pool/simulator/DatasetMachine.ts";
import { fabrikamAutumn } from "./fabrikamAutumn.ts";
import { fabrikamStory } from "./fabrikamStory.ts";
import { fabrikamWeek } from "./fabrikamWeek.ts";
import { northwindLoad } from "./northwindSql2.ts";

/** The machine that exercises are checked on: the same files, another truth. */
export const fabrikamApp2: DatasetMachine = {
  name: "fabrikam-app2",
  recordings: [fabrikamStory, fabrikamWeek, fabrikamAutumn, northwindLoad],
  texts: [],
  decoys: [],
};
