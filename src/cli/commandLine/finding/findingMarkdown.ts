import type { Finding } from "../../../pool/analyzers/case/Finding.ts";
import { plainText } from "../plainText.ts";
import type { RecordTable } from "../records/RecordTable.ts";
import { evidenceLines } from "./evidenceLines.ts";
import { findingFacts } from "./findingFacts.ts";

/** A finding as one pastes it into an issue or a mail: GitHub's Markdown, readable too where nobody renders it. */
export function findingMarkdown(finding: Finding, tables: readonly RecordTable[]): string {
  const next = finding.next.map(({ what, text }, at) =>
    text === "" ? `${at + 1}. ${prose(what)}` : `${at + 1}. ${prose(what)}\n\n${fenced(text, "   ")}`,
  );
  const sections = [
    `**${prose(finding.summary)}**`,
    pipeTable(
      ["", ""],
      [false, false],
      findingFacts(finding).map(([name, says]) => [name, prose(says)]),
    ),
    ...tables.map(markdownTable),
    section("Why", bullets(finding.reasons)),
    section("What speaks against it, or is not known", bullets(finding.against)),
    section("What to collect next", next.join("\n\n")),
    section("It rests on", bullets(evidenceLines(finding))),
  ];
  return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

const section = (title: string, body: string) => (body === "" ? "" : `### ${title}\n\n${body}`);
const bullets = (items: readonly string[]) => items.map((item) => `- ${prose(item)}`).join("\n");

function markdownTable({ title, columns, count, row }: RecordTable): string {
  const rows = Array.from({ length: count }, (_, at) => row(at).map((cell, column) => cellText(cell, column === 0)));
  const table = pipeTable(
    columns.map(({ name }) => name),
    columns.map(({ isNumber }) => isNumber),
    rows,
  );
  return `### ${prose(title)}\n\n${table}`;
}

function pipeTable(names: readonly string[], isNumber: readonly boolean[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(names), line(isNumber.map((right) => (right ? "--:" : "---"))), ...rows.map(line)].join("\n");
}

/** The first column names a tag, in which blanks count. */
function cellText(cell: string, isCode: boolean): string {
  return isCode ? code(cell) : prose(cell);
}

/** Nothing of a log becomes a heading, a link, a mention or a tag of HTML. */
function prose(text: string): string {
  return plainText(text)
    .replaceAll(/[\\`*_[\]<>|~#]/g, "\\$&")
    .replaceAll(/@(?=\w)/g, "@\u200b");
}

/** Code on one line; in a table a bar ends the cell even there, unless it is escaped. */
function code(text: string): string {
  const plain = plainText(text).replaceAll("|", "\\|");
  const ticks = "`".repeat(longestRun(plain) + 1);
  const pad = plain.startsWith("`") || plain.endsWith("`") || plain.startsWith(" ") ? " " : "";
  return `${ticks}${pad}${plain}${pad}${ticks}`;
}

function fenced(text: string, indent: string): string {
  const ticks = "`".repeat(Math.max(3, longestRun(text) + 1));
  return [ticks, plainText(text), ticks].map((line) => indent + line).join("\n");
}

const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
