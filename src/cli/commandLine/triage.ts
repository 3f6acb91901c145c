import { judgeCase } from "../../pool/analyzers/case/judgeCase.ts";
import type { Evidence } from "../../pool/formats/Evidence.ts";
import type { PooltagEntry } from "../../pool/formats/tags/readPooltag.ts";
import { boldOn } from "./boldOn.ts";
import { EXIT } from "./ExitCode.ts";
import { findingMarkdown } from "./finding/findingMarkdown.ts";
import { findingText } from "./finding/findingText.ts";
import { topGrowers } from "./finding/topGrowers.ts";
import type { ReadFile } from "./readCase.ts";
import type { Terminal } from "./Terminal.ts";
import { jsonParts } from "./writeJson.ts";

/** Judges the files as one case and prints the finding. */
export async function printFinding(
  files: readonly ReadFile[],
  pooltag: readonly PooltagEntry[],
  terminal: Terminal,
  { json = false, markdown = false }: { json?: boolean; markdown?: boolean },
): Promise<number> {
  const evidence = files.flatMap((file): Evidence[] => (file.evidence ? [file.evidence] : []));
  if (evidence.length === 0) return EXIT.notUnderstood;
  const finding = judgeCase(evidence, { pooltag: [...pooltag] });
  const tables = () => topGrowers(evidence, pooltag);
  const parts = json
    ? jsonParts(finding)
    : [markdown ? findingMarkdown(finding, tables()) : findingText(finding, tables(), boldOn(terminal))];
  for (const part of parts) if (!(await terminal.write(part))) break;
  return evidence.length === files.length ? EXIT.read : EXIT.notUnderstood;
}
