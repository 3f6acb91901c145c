import { quantity } from "../../Quantity.ts";
import { hoursBetween, isSameBoot } from "../dump/compareDumps.ts";
import { unclear } from "../verdict/cannotTell.ts";
import { nextStep } from "../verdict/nextStep.ts";
import { confidenceWord, type Verdict } from "../verdict/Verdict.ts";
import { bytesInWords, durationInWords, rateInWords, shareInWords } from "../verdict/words.ts";
import { callerGrowth, type CallerGrowth } from "../verifier/callerGrowth.ts";
import type { VerifierLook } from "./verifierLooks.ts";

/** In less time work that is just being done may account for all that came. */
const LEAST_HOURS = 1;
/** Of the blocks of the first look, so many are still there where nothing frees them. */
const ALL_KEPT = 0.98;
/** Below so many blocks at the first look, that they are all still there says little. */
const LEAST_BLOCKS = 20;
/** The rate between the looks and that since the machine started agree within this factor, for a leak that began with it. */
const LIKE_AVERAGE = 3;

/**
 * What two looks at one driver's list say: which caller gained, and whether what it held at first was given back. The start of the machine,
 * when the list was empty, is a third moment: a caller that gained between the looks as fast as before, and gave nothing back, leaks.
 */
export function judgeLooks(looks: readonly VerifierLook[]): Verdict | undefined {
  const last = looks.at(-1);
  const first = last && looks.find((look) => look !== last && isComparable(look, last));
  if (last === undefined || first === undefined) return undefined;
  const hours = hoursBetween(first, last);
  const growth = callerGrowth(first.driver, last.driver, last.records.modules);
  const top = growth.find(({ growthBlocks, growthBytes }) => growthBlocks > 0 && growthBytes > 0);
  if (top === undefined || hours === undefined || hours <= 0) return undefined;
  const gained = growth.reduce((sum, { growthBytes }) => sum + Math.max(0, growthBytes), 0);
  const isKept = top.before >= LEAST_BLOCKS && top.kept >= ALL_KEPT * top.before;
  const isLeak = isKept && top.growthBytes >= gained / 2 && hours >= LEAST_HOURS && wentOnAsBefore(top, last, hours);
  const between = durationInWords(hours * 3600);
  const rate = quantity(top.growthBytes / hours, "B/h");
  const confidence = isLeak ? 0.6 : isKept ? 0.35 : 0.25;
  const { name } = last.driver;
  const still = top.kept === top.before ? "all are still there" : `${top.kept} are still there`;
  const facts = `the blocks that ${top.place} asked for went from ${top.before} to ${top.after}`;
  return {
    ...unclear(
      isLeak
        ? `${name} leaks ${rateInWords(rate)} at ${top.place}, by two looks at its list ${between} apart.`
        : `${name}, at ${top.place}, is what to watch: in ${between} its blocks went from ${top.before} to ${top.after}; whether that goes on, two looks cannot tell.`,
      {},
    ),
    verdict: isLeak ? "leak" : "unclear",
    tag: top.tag,
    driver: name,
    rate,
    growth: quantity(top.growthBytes, "B"),
    confidence,
    confidenceWord: confidenceWord(confidence),
    reasons: [
      `In the ${between} between two looks at ${name} ${facts}, ${bytesInWords(top.growthBytes)} more and ${shareInWords(top.growthBytes / gained)} of what it gained (line ${top.line}).`,
      ...(top.before > 0
        ? [
            `Of the ${top.before} blocks of the first look ${still}: ${isKept ? "nothing gives them back" : "they come and go"}.`,
          ]
        : []),
    ],
    against: [
      "Two looks are two moments: what load did between them is not seen.",
      ...(hours < LEAST_HOURS
        ? ["They lie less than an hour apart: work that was just being done may account for it."]
        : []),
    ],
    next: [
      nextStep("Look again after some hours of the same work: what goes on growing is the leak.", "kd-verifier", {
        driver: name,
      }),
    ],
    lines: [top.line],
    log: last.file || undefined,
  };
}

function isComparable(first: VerifierLook, last: VerifierLook): boolean {
  return (
    first.driver.name.toLowerCase() === last.driver.name.toLowerCase() &&
    isSameBoot(first.target, last.target) !== false
  );
}

function wentOnAsBefore({ after, growthBlocks }: CallerGrowth, { target }: VerifierLook, hours: number): boolean {
  const uptime = target?.uptimeSeconds;
  if (uptime === undefined || uptime <= 0) return false;
  const ratio = growthBlocks / hours / (after / (uptime / 3600));
  return ratio > 1 / LIKE_AVERAGE && ratio < LIKE_AVERAGE;
}
