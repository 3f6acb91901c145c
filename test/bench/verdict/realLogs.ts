import { existsSync, openAsBlob, readdirSync } from "node:fs";
import { judgeCase } from "../../../src/pool/analyzers/case/judgeCase.ts";
import { readLog } from "../../../src/pool/formats/readLog.ts";

// Genuine public logs lie beside the repository where it is developed; they are not ours to copy.
const realLogs = new URL("../../../../shared/real-logs/", import.meta.url);
const FOLDERS = ["perfmon-csv", "poolmon", "windbg", "other"];

/** What the verdict says of each genuine log, or why it is not read; none where the logs are not there. */
export async function verdictsOnRealLogs(): Promise<{ file: string; says: string }[]> {
  if (!existsSync(realLogs)) return [];
  const said: { file: string; says: string }[] = [];
  for (const folder of FOLDERS)
    for (const name of readdirSync(new URL(`${folder}/`, realLogs)).sort()) {
      const file = `${folder}/${name}`;
      const { evidence, refusal } = await readLog(await openAsBlob(new URL(file, realLogs)), { file });
      const finding = evidence && judgeCase([evidence]);
      said.push({ file, says: finding ? `${finding.verdict}: ${finding.summary}` : `not read: ${refusal}` });
    }
  return said;
}
