import type { DatasetMachine, LogNote } from "./DatasetMachine.ts";
import { perfmonTruth, poolmonTruth } from "./fileTruth.ts";
import type { FileTruth, MachineTruth } from "./Manifest.ts";
import { periodTruth } from "./periodTruth.ts";
import { recordPeriod } from "./recordPeriod.ts";

/** A machine's logs and its truth. */
export interface MadeMachine {
  name: string;
  /** each file's text; the logs are ASCII, so a character is a byte */
  texts: ReadonlyMap<string, string>;
  truth: MachineTruth;
}

/** Computes the checksum of a text: SHA-256 in hexadecimal digits. */
export type Checksum = (text: string) => string;

/** Plays every period of a machine, prints its logs, and says what is true of each: the same bytes each time. */
export function makeMachine(
  { name, recordings, texts, decoys, pooltags }: DatasetMachine,
  checksum: Checksum,
): MadeMachine {
  const made = new Map<string, string>();
  const truth: MachineTruth = { files: {}, periods: {}, decoys: [...decoys] };

  const add = (note: LogNote, text: string, more: Partial<FileTruth>) => {
    made.set(note.file, text);
    const { command, shows } = note;
    truth.files[note.file] = { bytes: text.length, sha256: checksum(text), shows, command, ...more };
  };

  for (const recording of recordings) {
    const recorded = recordPeriod(recording, pooltags);
    const period = recording.scenario.name.split(" ").at(-1)!;
    const periodFacts = periodTruth(recorded);
    truth.periods[period] = periodFacts;
    const { perfmon } = recording;
    if (perfmon && recorded.perfmonLog && recorded.texts.perfmon !== undefined)
      add(perfmon, recorded.texts.perfmon, { period, perfmon: perfmonTruth(perfmon.recording, recorded.perfmonLog) });
    if (recording.poolmon && recorded.texts.poolmon !== undefined)
      add(recording.poolmon, recorded.texts.poolmon, { period, poolmon: poolmonTruth(recorded, periodFacts) });
    for (const { recording: note, tool } of recorded.tools) add(note, tool.text(), { period, facts: tool.truth() });
  }
  for (const { text, ...note } of texts) add(note, text, {});
  return { name, texts: made, truth };
}
