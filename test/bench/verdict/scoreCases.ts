import type { PoolCase } from "../../../src/pool/simulator/cases/makeCase.ts";
import type { CaseTruth, LeakTruth } from "../../../src/pool/simulator/cases/CaseTruth.ts";
import { makeCase } from "../../../src/pool/simulator/cases/makeCase.ts";
import type { Answer, Rule } from "./Answer.ts";

/** So many of so many. */
export interface Share {
  right: number;
  of: number;
}

/** How often a rule was right. */
export interface Score {
  /** the verdict's word is one that an expert would accept */
  word: Share;
  /** leaks that can be told, found as leaks */
  found: Share;
  /** of the leaks that were called one, the pool */
  pool: Share;
  /** the tag, where the files show tags */
  tag: Share;
  /** the driver, where one is named and a search has it: of a tag that several share none may be named */
  driver: Share;
  /** the driver is among those that it may be, wherever a search has it */
  candidates: Share;
  /** the rate within 25 %, or the stated interval holds it */
  rate: Share;
  /** machines that do not leak, called a leak */
  falseAlarm: Share;
  /** said "not enough" where that is accepted, of all such answers */
  notEnough: Share;
  /** cases too short to tell, called anything else */
  overconfident: Share;
}

/** What one case adds to a score. */
export interface CaseScore {
  seed: number;
  truth: CaseTruth;
  answer: Answer;
  score: Score;
}

export function emptyScore(): Score {
  const none = (): Share => ({ right: 0, of: 0 });
  return {
    word: none(),
    found: none(),
    pool: none(),
    tag: none(),
    driver: none(),
    candidates: none(),
    rate: none(),
    falseAlarm: none(),
    notEnough: none(),
    overconfident: none(),
  };
}

export function addScore(sum: Score, more: Score): void {
  for (const name of Object.keys(sum) as (keyof Score)[]) {
    sum[name].right += more[name].right;
    sum[name].of += more[name].of;
  }
}

/** Makes the cases of seeds and asks each rule about each; those that a rule does not apply to are left out of its score. */
export function scoreCases(from: number, until: number, rules: readonly Rule[]): CaseScore[][] {
  const scores: CaseScore[][] = rules.map(() => []);
  for (let seed = from; seed <= until; seed++) {
    const made = makeCase(seed);
    const files = made.files();
    rules.forEach((rule, at) => {
      const answer = rule(files);
      if (answer) scores[at]!.push({ seed, truth: made.truth, answer, score: scoreAnswer(answer, made) });
    });
  }
  return scores;
}

/** Measures an answer by the truth. */
export function scoreAnswer(answer: Answer, { truth, evidence }: Pick<PoolCase, "truth" | "evidence">): Score {
  const score = emptyScore();
  const { kind, accepts, leaks } = truth;
  const saysLeak = answer.verdict === "leak";
  const count = (name: keyof Score, right: boolean): void => {
    score[name] = { right: right ? 1 : 0, of: 1 };
  };
  count("word", accepts.includes(answer.verdict));
  if (kind === "unclear") count("overconfident", answer.verdict !== "unclear");
  else if (kind !== "leak") count("falseAlarm", saysLeak);
  if (answer.verdict === "unclear") count("notEnough", accepts.includes("unclear"));
  if (kind !== "leak") return score;
  if (!accepts.includes("unclear")) count("found", saysLeak);
  if (!saysLeak) return score;
  const { poolmon, tagCsv, findstr } = evidence();
  count(
    "pool",
    leaks.some(({ pool }) => pool === answer.pool),
  );
  const hasTags = poolmon !== undefined || tagCsv !== undefined;
  const leak = leaks.find((each) => namesTag(each, answer.tag));
  if (hasTags) {
    count("tag", leak !== undefined);
    const driver = leak?.driver?.toLowerCase();
    if (
      leak &&
      driver !== undefined &&
      findstr?.some(({ file, tag }) => tag === leak.tag && file.toLowerCase() === driver)
    ) {
      if (answer.driver !== undefined) count("driver", answer.driver.toLowerCase() === driver);
      count(
        "candidates",
        [...(answer.candidates ?? []), answer.driver].some((each) => each?.toLowerCase() === driver),
      );
    }
  }
  const rate = trueRate(answer, leaks, leak);
  if (rate > 0) count("rate", isNear(answer, rate));
  return score;
}

function namesTag(leak: LeakTruth, tag: string | undefined): boolean {
  return leak.tag === tag || leak.lockstep.some((other) => other.tag === tag);
}

/** Of the tag that was named, else of everything that leaks in the pool that was. */
function trueRate(answer: Answer, leaks: readonly LeakTruth[], leak: LeakTruth | undefined): number {
  if (answer.tag !== undefined) {
    if (!leak) return NaN;
    const other = leak.tag === answer.tag ? undefined : leak.lockstep.find(({ tag }) => tag === answer.tag);
    return leak.bytesPerHour * (other ? other.bytes / leak.bytes : 1);
  }
  let sum = 0;
  for (const each of leaks) {
    const perByte = each.bytesPerHour / each.bytes;
    if (each.pool === answer.pool) sum += each.bytesPerHour;
    for (const other of each.lockstep) if (other.pool === answer.pool) sum += other.bytes * perByte;
  }
  return sum;
}

function isNear({ rate }: Answer, truth: number): boolean {
  if (!rate) return false;
  const held = rate.low !== undefined && rate.high !== undefined && rate.low <= truth && truth <= rate.high;
  return held || Math.abs(rate.value / truth - 1) <= 0.25;
}
