import { recordPeriod } from "../recordPeriod.ts";
import { answersOf } from "./answersOf.ts";
import type { FinalAnswers } from "./FinalAnswers.ts";
import { finalMachine } from "./finalMachine.ts";
import { planFinalCase } from "./planFinalCase.ts";

/** A case with the logs of all tools, for a reader to solve. */
export interface FinalCase {
  seed: number;
  /** the computer's name, as its logs say it */
  machine: string;
  /** each log's text by its file name; ASCII, so a character is a byte */
  texts: ReadonlyMap<string, string>;
  answers: FinalAnswers;
}

/**
 * Makes the final case of a seed: the same one each time, on any machine. It takes about a second.
 *
 * @param onProgress told the share that is done, between the parts
 */
export function makeFinalCase(seed: number, onProgress: (share: number) => void = () => undefined): FinalCase {
  const plan = planFinalCase(seed);
  const { recordings, texts: written, pooltags } = finalMachine(plan);
  const texts = new Map<string, string>();
  let answers: FinalAnswers | undefined;
  for (const [at, recording] of recordings.entries()) {
    onProgress(at / recordings.length);
    const recorded = recordPeriod(recording, pooltags);
    if (recording.perfmon) texts.set(recording.perfmon.file, recorded.texts.perfmon!);
    if (recording.poolmon) texts.set(recording.poolmon.file, recorded.texts.poolmon!);
    for (const { recording: note, tool } of recorded.tools) texts.set(note.file, tool.text());
    answers ??= answersOf(plan, recorded);
  }
  for (const { file, text } of written) texts.set(file, text);
  onProgress(1);
  return { seed, machine: plan.name, texts, answers: answers! };
}

/** The answers of a case alone: only its day is played. */
export function finalAnswers(seed: number): FinalAnswers {
  const plan = planFinalCase(seed);
  const { recordings, pooltags } = finalMachine(plan);
  return answersOf(plan, recordPeriod({ ...recordings[0]!, tools: [] }, pooltags));
}
