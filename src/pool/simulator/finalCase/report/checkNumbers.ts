import type { FinalAnswers } from "../FinalAnswers.ts";
import { empty, firstMistake, isWithin, readNumber, right, wrong } from "./outcomes.ts";
import { FULL_TOLERANCE, RATE_TOLERANCE, RATE_UNITS, type FactOutcome, type Report } from "./Report.ts";

/** A mistake's own number is looked for as closely as rounding allows. */
const CLOSELY = 0.012;
const MEGA = 1_048_576 / 1_000_000;

const NO_NUMBER = "This is not one number. Write digits, with a point before decimals.";

/** The rate of the tag. */
export function checkRate({ bytesPerHour, mistakes }: FinalAnswers, report: Report): FactOutcome {
  if (report.rate.trim() === "")
    return empty(
      "rate",
      "The bytes that the tag gained from the first snapshot to the last, over the hours between their stamps.",
    );
  const number = readNumber(report.rate);
  const unit = RATE_UNITS[report.rateUnit];
  if (number === undefined || unit === undefined) return wrong("rate", "no number", NO_NUMBER);
  const said = number * unit;
  const near = (value: number, share = CLOSELY) => isWithin(said, value, share);
  const off = (factor: number) =>
    near(bytesPerHour * factor, RATE_TOLERANCE) || near(bytesPerHour / factor, RATE_TOLERANCE);
  // A megabyte for a mebibyte is 4.9 % off: nearer than that nothing but the right number lies.
  if (near(bytesPerHour, RATE_TOLERANCE)) return right("rate", "PoolMon’s snapshots and the counters agree on it.");
  return firstMistake(
    "rate",
    [
      [
        near(bytesPerHour * MEGA) || near(bytesPerHour / MEGA),
        "MB for MiB",
        "Very near. A MiB is 1,048,576 bytes and a MB 1,000,000: the number fits the other unit.",
      ],
      [
        Object.values(RATE_UNITS).some((other) => isWithin(number * other, bytesPerHour, RATE_TOLERANCE)),
        "another unit",
        "The number fits another unit of the list.",
      ],
      [
        off(1024) || off(1000),
        "a thousand off",
        "The number fits, with another prefix: KiB, MiB and GiB are 1,024 apart.",
      ],
      [
        off(60) || off(3600) || off(24) || off(1440),
        "another time",
        "The number fits, for another stretch of time: seconds, minutes, hours and days.",
      ],
      [
        near(mistakes.peaksPerHour),
        "peaks",
        "This goes from peak to peak. Peaks are load: take the floor, or the tag’s own growth.",
      ],
      [
        near(mistakes.wholePoolPerHour),
        "whole pool",
        "This is what the whole pool gained, with all else that grew or was in use at the end. Asked is the tag.",
      ],
      [near(mistakes.secondPerHour), "second grower", "That is the rate of the second grower."],
    ],
    "Take the tag’s bytes in the first and in the last snapshot, and the two stamps above them. trace.csv and the list in verified.txt come to the same rate.",
  );
}

/** Bytes of one lost block. */
export function checkBlock({ blockBytes, requestedBytes, mistakes }: FinalAnswers, report: Report): FactOutcome {
  if (report.blockBytes.trim() === "")
    return empty("block", "What the tag gained in bytes, over what it gained in blocks.");
  const said = readNumber(report.blockBytes);
  if (said === undefined) return wrong("block", "no number", NO_NUMBER);
  const unit = blockBytes < 4096 ? 16 : 4096;
  // Other blocks of the tag come and go, so the quotient is a little off; sizes are whole.
  if (Math.round(said / unit) * unit === blockBytes)
    return right("block", "One size for all that is lost: one structure, from one place.");
  return firstMistake(
    "block",
    [
      [
        said === requestedBytes,
        "without the header",
        "That is what the driver asks for. PoolMon counts the block with its header of 16 bytes.",
      ],
      [
        isWithin(said, mistakes.meanBlockBytes, 0.01),
        "mean of all blocks",
        "That is the mean of all blocks of the tag, with those that are not lost. Divide what was gained by what was gained.",
      ],
      [said === 528, "the freed blocks", "Blocks of that size come from the other place in the driver, and go back."],
    ],
    "Subtract Diff and Bytes of the first snapshot from those of the last, then divide. verified.txt prints the length that the driver asked for.",
  );
}

/** Hours until the pool can grow no further. */
export function checkFull({ hoursToFull, bytesPerHour, limit, mistakes }: FinalAnswers, report: Report): FactOutcome {
  if (report.fullUnit === "unknown")
    return wrong(
      "full",
      "it can be told",
      "It can be told here: the rate is known, and dump.txt holds what is in use and what there is. As long as nothing changes, the room divided by the rate is the time.",
    );
  if (report.full.trim() === "") return empty("full", "The room that is left, over the rate.");
  const number = readNumber(report.full);
  if (number === undefined) return wrong("full", "no number", NO_NUMBER);
  const said = number * (report.fullUnit === "days" ? 24 : 1);
  if (isWithin(said, hoursToFull, FULL_TOLERANCE))
    return right(
      "full",
      limit.kind === "commit"
        ? "Paged pool is charged to commit, and there it ends."
        : "It ends at the pool’s own maximum, if nothing else runs out before.",
    );
  return firstMistake(
    "full",
    [
      [
        mistakes.wrongHours.some((hours) => isWithin(said, hours, 0.05)),
        "another limit",
        limit.kind === "commit"
          ? "This holds the pool against a limit that is not the one. Paged pool is charged to commit together with everything else: the room is the commit limit less all that is committed."
          : "This takes the address space for the maximum. Since Windows 8.1 !vm prints that; what bounds nonpaged pool is memory, see Part 1.",
      ],
      [
        isWithin(said, hoursToFull * 24, FULL_TOLERANCE) || isWithin(said, hoursToFull / 24, FULL_TOLERANCE),
        "days for hours",
        "The number fits, with hours for days or days for hours.",
      ],
      [
        isWithin(said, limit.bytes / bytesPerHour, 0.05),
        "from zero",
        "This fills the pool from zero. What is in use already is not room.",
      ],
    ],
    "The room is the limit less what is in use at the last sample: for nonpaged pool its maximum less its size, for paged pool the commit limit less what is committed. dump.txt has them all in !vm 1.",
  );
}
