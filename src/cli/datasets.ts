import { mkdirSync, writeFileSync } from "node:fs";
import { datasetFiles } from "./datasetFiles.ts";

// Rewrites datasets/ from the scenarios: `npm run datasets`. Running it twice changes nothing.
const folder = new URL("../../datasets/", import.meta.url);
for (const [path, text] of datasetFiles()) {
  const file = new URL(path, folder);
  mkdirSync(new URL(".", file), { recursive: true });
  // The texts are ASCII, so one character is one byte in every encoding Windows would have used.
  writeFileSync(file, text, "latin1");
  console.log(`${path}  ${text.length} bytes`);
}
