import type { DatasetMachine } from "./DatasetMachine.ts";
import { recordPeriod } from "./recordPeriod.ts";

/** A file of `datasets/`, by its path below that folder. */
export interface MadeFile {
  path: string;
  text: string;
}

/** Makes every file of `datasets/` from the machines' scenarios: the same bytes each time. */
export function makeDatasets(machines: readonly DatasetMachine[]): MadeFile[] {
  const made: MadeFile[] = [];
  for (const { name, recordings, texts } of machines) {
    const files = [...recordings.flatMap((recording) => recordPeriod(recording).files), ...texts];
    made.push(...files.map(({ file, text }) => ({ path: `${name}/${file}`, text })));
  }
  return made;
}
