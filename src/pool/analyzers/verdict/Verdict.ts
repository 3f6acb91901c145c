import type { Quantity } from "../../Quantity.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { CommandId } from "../../commands.ts";

/** What to collect next, with the command that does it. */
export interface NextStep {
  /** one sentence */
  what: string;
  /** the command's entry in `commands` */
  command: CommandId;
  /** the command with this case's tag and driver in it, ready to paste */
  text: string;
}

/**
 * - `leak`: the floor rises cycle by cycle and nothing else accounts for it
 * - `load`: what rises comes back when the load goes
 * - `cache`: it rose and flattened, or it is a tag that fills with cached data
 * - `steady`: enough was recorded, and nothing rises
 * - `unclear`: not enough to tell; `next` says what to collect
 */
export type VerdictWord = "leak" | "load" | "cache" | "steady" | "unclear";

/** A finding with its reasons. "Not enough samples" is one too. */
export interface Verdict {
  /** by which a view knows it */
  kind: "verdict";
  /** the finding in a word */
  verdict: VerdictWord;
  /** one sentence that can stand alone in a reply */
  summary: string;
  /** the pool it is about; undefined where none could be chosen */
  pool: Pool | undefined;
  /** the suspected tag, where tags were looked at */
  tag: string | undefined;
  /** the driver's file, where the evidence names one */
  driver: string | undefined;
  /** how fast it grows, per hour */
  rate: Quantity | undefined;
  /** how much it grew over what was recorded */
  growth: Quantity | undefined;
  /** until the pool is full, where a limit is known */
  exhaustion: Quantity | undefined;
  /** how sure, from 0 to 1: a judgement by rules, not a measured frequency */
  confidence: number;
  /** the same in a word */
  confidenceWord: "high" | "medium" | "low";
  /** what speaks for the verdict */
  reasons: string[];
  /** what speaks against it, or was not known */
  against: string[];
  /** what to collect next, the best first */
  next: NextStep[];
  /** the lines of the log that the verdict rests on */
  lines: number[];
  /** the file's name, where it has one */
  log: string | undefined;
}

/** A confidence in words, so that 0.83 and 0.86 are not read as different. */
export function confidenceWord(confidence: number): Verdict["confidenceWord"] {
  return confidence >= 0.8 ? "high" : confidence >= 0.5 ? "medium" : "low";
}
