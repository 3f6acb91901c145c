import type { DatasetMachine } from "../../src/pool/simulator/DatasetMachine.ts";
import { contosoStory } from "./contosoStory.ts";

/** The story's machine. */
export const contosoFs1: DatasetMachine = {
  name: "contoso-fs1",
  recordings: [contosoStory],
  texts: [],
  decoys: [],
};
