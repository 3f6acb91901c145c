import { mkdirSync, writeFileSync } from "node:fs";
import { datasetMachines } from "../../datasets/scenarios/index.ts";
import { makeDatasets } from "../pool/simulator/makeDatasets.ts";

// Rewrites datasets/ from the scenarios: `npm run datasets`. Running it twice changes nothing.
const folder = new URL("../../datasets/", import.meta.url);
for (const { path, text } of makeDatasets(datasetMachines)) {
  const file = new URL(path, folder);
  mkdirSync(new URL(".", file), { recursive: true });
  // The logs are ASCII, so one character is one byte in every encoding Windows would have used.
  writeFileSync(file, text, "latin1");
  console.log(`${path}  ${text.length} bytes`);
}
