import type { DatasetMachine } from "../../src/pool/simulator/DatasetMachine.ts";
import { finalMachine } from "../../src/pool/simulator/finalCase/finalMachine.ts";
import { planFinalCase } from "../../src/pool/simulator/finalCase/planFinalCase.ts";
import { SAMPLE_SEED } from "../../src/pool/simulator/finalCase/seeds.ts";

/** The final case that the page shows before a reader has one of the own: a seed like any other. */
export const finalCase: DatasetMachine = finalMachine(planFinalCase(SAMPLE_SEED));
