import type { FinalAnswers } from "./FinalAnswers.ts";

/** The columns of a list of answers, in order: whoever grades has one case per row. */
export const ANSWER_COLUMNS = [
  "Seed",
  "Machine",
  "Pool",
  "Tag",
  "Driver",
  "MiB/h",
  "Block bytes",
  "Call site",
  "Process",
  "Second grower",
  "Full in hours",
  "Decoys",
] as const;

/** A case's answers as texts, one per column. */
export function answerRow(answers: FinalAnswers): string[] {
  const { seed, machine, pool, tag, driver, blockBytes, site, process, second, mistakes } = answers;
  const decoys = [...mistakes.largestTags, mistakes.busiestTag, mistakes.foreignDriver];
  return [
    ...[String(seed), machine, pool, tag.trimEnd(), driver],
    (answers.bytesPerHour / 1_048_576).toFixed(1),
    String(blockBytes),
    `${site.module}+0x${site.returnsTo.toString(16)}`,
    process,
    `${second.tag.trimEnd()} ${second.leaks ? "leaks" : "fills"}`,
    answers.hoursToFull.toFixed(1),
    [...new Set(decoys.map((decoy) => decoy.trimEnd()))].join(", "),
  ];
}
