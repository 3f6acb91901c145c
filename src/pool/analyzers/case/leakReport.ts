import { bytesInWords, durationInWords, rateInWords } from "../verdict/words.ts";
import type { CallSite, Finding } from "./Finding.ts";

/** How many frames of a stack stand in a report: what is further out says little of the driver. */
const MOST_FRAMES = 24;

/** What a report is asked for: said to be unknown where it is. */
const ALWAYS: ReadonlySet<string> = new Set(["Pool", "Tag", "Driver", "Rate"]);

/** A text to paste: the page shows it whole, with a button that copies it. */
export interface LeakReport {
  /** by which a view knows it */
  kind: "report";
  text: string;
}

/**
 * A finding as the report that one pastes into a mail or a ticket: pool, tag, driver, rate, the stack that allocates, and the lines of
 * the logs that show it. Plain text, so that it reads the same everywhere. What is not known is said to be so.
 */
export function leakReport(finding: Finding): LeakReport {
  const { summary, pool, tag, driver, rate, exhaustion, confidence, confidenceWord, reasons, against, next } = finding;
  const site = finding.sites.find(({ stack }) => stack.length > 0);
  const facts: [name: string, fact: string | undefined][] = [
    ["Pool", pool],
    ["Tag", tag],
    ["Driver", driver],
    ["Process", finding.process ?? site?.process],
    ["Rate", rate && rateInWords(rate)],
    ["Full in", exhaustion && durationInWords(exhaustion.value)],
    ["Confidence", `${confidenceWord} (${Math.round(confidence * 100)} %, by rules)`],
  ];
  const widest = Math.max(...facts.map(([name]) => name.length)) + 2;
  const sections = [
    summary,
    facts
      .filter(([name, fact]) => fact !== undefined || ALWAYS.has(name))
      .map(([name, fact]) => `${`${name}:`.padEnd(widest)}${fact ?? "not known"}`)
      .join("\n"),
    site ? stackText(site) : "Stack: no log of the case shows one.",
    list("Evidence", reasons),
    list("Against it, or not known", against),
    list(
      "The logs",
      finding.basis.map(({ file, says, lines }) => `${file || "a log"}: ${says}${linesText(lines)}`),
    ),
    list(
      "Next",
      next.map(({ what, text }) => (text === "" ? what : `${what}\n    ${text}`)),
    ),
  ];
  return { kind: "report", text: sections.filter((text) => text !== "").join("\n\n") };
}

function stackText({ stack, blocks, bytes, file, line }: CallSite): string {
  const holds =
    blocks === undefined ? "" : `, ${blocks} blocks${bytes === undefined ? "" : `, ${bytesInWords(bytes)}`}`;
  const more = stack.length > MOST_FRAMES ? [`  ... ${stack.length - MOST_FRAMES} more`] : [];
  return [
    `Stack, the innermost call first (${file || "the log"}, line ${line}${holds}):`,
    ...stack.slice(0, MOST_FRAMES).map((frame) => `  ${frame}`),
    ...more,
  ].join("\n");
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : [`${title}:`, ...items.map((item) => `  - ${item}`)].join("\n");
}

function linesText(lines: readonly number[]): string {
  if (lines.length === 0) return "";
  return ` (${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, 8).join(", ")}${lines.length > 8 ? ", ..." : ""})`;
}
