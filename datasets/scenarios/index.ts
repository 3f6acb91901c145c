import type { DatasetMachine } from "../../src/pool/simulator/DatasetMachine.ts";
import { contosoFs1 } from "./contosoFs1.ts";
import { fabrikamApp2 } from "./fabrikamApp2.ts";

/** Every machine whose logs are in `datasets/`. */
export const datasetMachines: readonly DatasetMachine[] = [contosoFs1, fabrikamApp2];
