import type { DatasetMachine } from "../../src/pool/simulator/DatasetMachine.ts";
import { adatumApp4 } from "./adatumApp4.ts";
import { adventureApp3 } from "./adventureApp3.ts";
import { cohoApp3 } from "./cohoApp3.ts";
import { contosoFs1 } from "./contosoFs1.ts";
import { fabrikamApp2 } from "./fabrikamApp2.ts";
import { finalCase } from "./finalCase.ts";
import { lamnaWeb2 } from "./lamnaWeb2.ts";
import { litwareDc1 } from "./litwareDc1.ts";
import { prosewareRds1 } from "./prosewareRds1.ts";
import { southridgeApp1 } from "./southridgeApp1.ts";
import { treyNas2 } from "./treyNas2.ts";
import { wideworldSan1 } from "./wideworldSan1.ts";
import { wingtipFs2 } from "./wingtipFs2.ts";

/** Every machine whose logs are in `datasets/`: the two of the lessons, then one for each other way in which pool grows, and two more for exercises of the companions. */
/** Every machine whose logs are in `datasets/`: the two of the lessons, then one for each other way in which pool grows, and a final case. */
export const datasetMachines: readonly DatasetMachine[] = [
  contosoFs1,
  fabrikamApp2,
  prosewareRds1,
  adventureApp3,
  litwareDc1,
  wingtipFs2,
  wideworldSan1,
  southridgeApp1,
  lamnaWeb2,
  adatumApp4,
  treyNas2,
  cohoApp3,
  finalCase,
];
