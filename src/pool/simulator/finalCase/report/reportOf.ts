import type { FinalAnswers } from "../FinalAnswers.ts";
import { EMPTY_REPORT, type Report } from "./Report.ts";

/** The report that has every fact right. */
export function reportOf(answers: FinalAnswers): Report {
  const { pool, tag, driver, process, second, site, blockBytes } = answers;
  return {
    ...EMPTY_REPORT,
    ...{ pool, tag, driver, process, blockBytes: String(blockBytes) },
    rate: (answers.bytesPerHour / 1_048_576).toFixed(1),
    site: `${site.module}+0x${site.returnsTo.toString(16)}`,
    secondTag: second.tag,
    secondLeaks: second.leaks ? "yes" : "no",
    full: answers.hoursToFull.toFixed(1),
    next: "vendor",
  };
}
