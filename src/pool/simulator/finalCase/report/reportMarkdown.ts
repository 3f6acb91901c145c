import { FACT_NAMES, FACTS, NEXT_STEPS, type Fact, type Report } from "./Report.ts";

/** A report as Markdown, to send in: it names the seed, so that whoever reads it can make the same logs. */
export function reportMarkdown(
  report: Report,
  about: { seed: number; machine: string; right: number | undefined },
): string {
  const { seed, machine } = about;
  const checked =
    about.right === undefined ? "not checked" : `${about.right} of ${FACTS.length} facts right by the lab’s check`;
  const rows = FACTS.map((fact) => `| ${FACT_NAMES[fact]} | ${cell(FACT_TEXTS[fact](report))} |`);
  return [
    `# Report on ${machine} (final case, seed ${seed})`,
    "",
    `State: ${checked}.`,
    "",
    "| Fact | Found |",
    "| --- | --- |",
    ...rows,
    "",
    "## In words",
    "",
    report.words.trim() || "(nothing)",
    "",
  ].join("\n");
}

const FACT_TEXTS: Readonly<Record<Fact, (report: Report) => string>> = {
  pool: ({ pool }) => pool,
  tag: ({ tag }) => code(tag),
  driver: ({ driver }) => code(driver),
  rate: ({ rate, rateUnit }) => (rate.trim() === "" ? "" : `${rate.trim()} ${rateUnit}`),
  block: ({ blockBytes }) => blockBytes.trim(),
  site: ({ site }) => code(site),
  process: ({ process }) => code(process),
  second: ({ secondTag, secondLeaks }) =>
    [code(secondTag), { yes: "leaks too", no: "does not leak" }[secondLeaks] ?? ""].filter(Boolean).join(", "),
  full: ({ full, fullUnit }) =>
    fullUnit === "unknown" ? "cannot be told" : full.trim() === "" ? "" : `in ${full.trim()} ${fullUnit}`,
  next: ({ next }) => NEXT_STEPS[next] ?? "",
};

const code = (text: string) => (text.trim() === "" ? "" : `\`${text.replaceAll("`", "'").trimEnd()}\``);

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ") || "–";
