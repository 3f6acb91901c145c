import { createHash } from "node:crypto";
import { datasetMachines } from "../../datasets/scenarios/index.ts";
import { makeMachine } from "../pool/simulator/makeMachine.ts";
import type { Manifest } from "../pool/simulator/Manifest.ts";

/** Every file of `datasets/` that is made from the scenarios, by its path below that folder, in ASCII. */
export function datasetFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const manifest: Manifest = {
    about:
      "Made by npm run datasets from datasets/scenarios: what each log shows, and the truth it was made from. Sizes are bytes, times ISO 8601 in UTC.",
    machines: {},
  };
  for (const machine of datasetMachines) {
    const { name, texts, truth } = makeMachine(machine, checksum);
    for (const [file, text] of texts) files.set(`${name}/${file}`, text);
    manifest.machines[name] = truth;
  }
  files.set("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  return files;
}

function checksum(text: string): string {
  return createHash("sha256").update(text, "latin1").digest("hex");
}
