import type { Verdict } from "../../../pool/analyzers/verdict/Verdict.ts";

const MOST = 12;

/** The lines that a finding rests on, as `poolmon.txt: lines 628, 1250, 1872`. */
export function evidenceLines({ lines, log }: Verdict): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST).join(", ");
  const more = lines.length > MOST ? ` and ${(lines.length - MOST).toLocaleString("en")} more` : "";
  return [`${log ?? "the log"}: ${lines.length === 1 ? "line" : "lines"} ${shown}${more}`];
}
