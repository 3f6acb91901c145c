import type { FinalAnswers } from "../FinalAnswers.ts";
import { checkDriver, checkPool, checkProcess, checkTag } from "./checkNames.ts";
import { checkBlock, checkFull, checkRate } from "./checkNumbers.ts";
import { checkNext, checkSecond, checkSite } from "./checkPlaces.ts";
import { FACTS, type Fact, type FactOutcome, type Report } from "./Report.ts";

const CHECKS: Readonly<Record<Fact, (answers: FinalAnswers, report: Report) => FactOutcome>> = {
  pool: checkPool,
  tag: checkTag,
  driver: checkDriver,
  rate: checkRate,
  block: checkBlock,
  site: checkSite,
  process: checkProcess,
  second: checkSecond,
  full: checkFull,
  next: checkNext,
};

/** Holds each fact of a report against the truth. What is wrong is told by the evidence that was missed, never by the answer. */
export function checkReport(answers: FinalAnswers, report: Report): FactOutcome[] {
  return FACTS.map((fact) => CHECKS[fact](answers, report));
}
