import { bytesInWords, durationInWords, rateInWords } from "../../../pool/analyzers/verdict/words.ts";
import type { Finding } from "../../../pool/analyzers/case/Finding.ts";
import type { VerdictWord } from "../../../pool/analyzers/verdict/Verdict.ts";
import type { Quantity } from "../../../pool/Quantity.ts";

const WORDS: Record<VerdictWord, string> = {
  leak: "a leak",
  load: "load, not a leak",
  cache: "a cache, not a leak",
  steady: "steady, no leak",
  unclear: "not enough to tell",
};

/** What a finding says in single facts, each with its name; what is not known is left out. */
export function findingFacts(finding: Finding): [name: string, says: string][] {
  const { verdict, pool, tag, driver, rate, growth, exhaustion, confidence, confidenceWord, candidates } = finding;
  const facts: [name: string, says: string | undefined][] = [
    ["Grows by", rate && rateInWords(rate)],
    ["Full in", exhaustion && withRange(exhaustion, durationInWords)],
    ["Grew by", growth && withRange(growth, bytesInWords)],
    ["Verdict", WORDS[verdict]],
    ["Confidence", `${confidenceWord} (${Math.round(confidence * 100)} %, by rules)`],
    ["Pool", pool],
    ["Tag", tag],
    ["Driver", driver],
    ["May be", driver === undefined ? list(candidates.map((each) => each.driver)) : undefined],
    ["Process", finding.process],
    ["Where", list(finding.sites.map(({ place }) => place))],
    ["In step", list(finding.lockstep.map((other) => `${other.tag.trimEnd()} (${other.pool})`))],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

/** The first of several names, each once; undefined where there are none. */
function list(names: readonly string[]): string | undefined {
  const each = [...new Set(names)];
  return each.length === 0 ? undefined : `${each.slice(0, 4).join(", ")}${each.length > 4 ? ", …" : ""}`;
}

/** A quantity with the ends of its interval, where they read differently. */
function withRange({ value, low, high }: Quantity, inWords: (value: number) => string): string {
  const [from, to] = [low, high].map((end) => (end === undefined ? undefined : inWords(end)));
  return from === undefined || to === undefined || from === to
    ? inWords(value)
    : `${inWords(value)} (${from} to ${to})`;
}
