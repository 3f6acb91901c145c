import type { Finding } from "../../../pool/analyzers/case/Finding.ts";

const MOST = 12;

/** What each file adds and the lines that matter in it: `poolmon.txt: 7 snapshots of the tags; lines 628, 1250, 1872`. */
export function evidenceLines({ basis }: Finding): string[] {
  return basis.map(({ file, says, lines }) => {
    const shown = lines.slice(0, MOST).join(", ");
    const more = lines.length > MOST ? ` and ${(lines.length - MOST).toLocaleString("en")} more` : "";
    const where = lines.length === 0 ? "." : `; ${lines.length === 1 ? "line" : "lines"} ${shown}${more}`;
    return `${file === "" ? "the log" : file}: ${says.replace(/\.$/, "")}${where}`;
  });
}
