import type { DatasetMachine } from "../../src/pool/simulator/DatasetMachine.ts";
import { contosoAutumn } from "./contosoAutumn.ts";
import { contosoStory } from "./contosoStory.ts";
import { contosoWeek } from "./contosoWeek.ts";
import { tailspinLoad } from "./tailspinWeb3.ts";

/** The story's machine. */
export const contosoFs1: DatasetMachine = {
  name: "contoso-fs1",
  recordings: [contosoStory, contosoWeek, contosoAutumn, tailspinLoad],
  texts: [],
  decoys: [],
};
