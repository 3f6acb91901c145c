import type { Finding } from "../../../pool/analyzers/case/Finding.ts";
import { plainText } from "../plainText.ts";
import type { RecordTable } from "../records/RecordTable.ts";
import { textTable } from "../textTable.ts";
import { wrapText } from "../wrapText.ts";
import { evidenceLines } from "./evidenceLines.ts";
import { findingFacts } from "./findingFacts.ts";

/**
 * A finding for a person with a leaking server and no time: the answer first, then how fast and how long it takes, why, what speaks
 * against it, and what to collect next. 80 columns, except for commands, which are one line each to be copied.
 */
export function findingText(finding: Finding, tables: readonly RecordTable[], bold: (text: string) => string): string {
  const facts = findingFacts(finding);
  const width = Math.max(...facts.map(([name]) => name.length)) + 4;
  const sections = [
    bold(wrapText(plainText(finding.summary))),
    facts.map(([name, says]) => wrapText(plainText(says), `  ${name.padEnd(width - 2)}`)).join("\n"),
    list("Why", finding.reasons, bold),
    list("What speaks against it, or is not known", finding.against, bold),
    nextText(finding.next, bold),
    ...tables.map((table) => growersText(table, bold)),
    list("It rests on", evidenceLines(finding), bold),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function growersText(table: RecordTable, bold: (text: string) => string): string {
  const [title = "", ...rows] = textTable(table, Infinity);
  return bold(title.trimEnd()) + "\n" + rows.join("").trimEnd();
}

function list(title: string, items: readonly string[], bold: (text: string) => string): string {
  if (items.length === 0) return "";
  return [bold(title), ...items.map((item) => wrapText(plainText(item), "  - "))].join("\n");
}

function nextText(next: Finding["next"], bold: (text: string) => string): string {
  if (next.length === 0) return "";
  const steps = next.map(({ what, text }, at) =>
    [wrapText(plainText(what), `  ${at + 1}. `), ...(text === "" ? [] : [`       ${plainText(text)}`])].join("\n"),
  );
  return [bold("What to collect next"), ...steps].join("\n");
}
