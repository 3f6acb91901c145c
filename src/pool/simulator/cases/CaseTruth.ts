import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { CaseKind, FamilyName } from "./CaseFamily.ts";

/** A leak as it really was between the first and the last look of the evidence. */
export interface LeakTruth {
  tag: string;
  pool: Pool;
  /** the driver's file; undefined where a process keeps handles and no driver is at fault */
  driver: string | undefined;
  /** the process that keeps the handles, where one does */
  process: string | undefined;
  /** every driver that allocates under the tag: the tag alone cannot tell them apart */
  users: readonly string[];
  blockBytes: number;
  /** blocks lost over the recorded time; what a reboot took away counts too */
  blocks: number;
  /** bytes lost over the recorded time */
  bytes: number;
  /** bytes lost over the recorded time divided by its hours, time off not counted */
  bytesPerHour: number;
  /** tags whose blocks are lost one by one with these */
  lockstep: readonly { tag: string; pool: Pool; bytes: number }[];
}

/** What is true of a case: what its verdict is measured by. */
export interface CaseTruth {
  seed: number;
  family: FamilyName;
  kind: CaseKind;
  /** the verdicts that an expert would not call wrong on this evidence, the true one first: see `acceptedKinds` */
  accepts: readonly CaseKind[];
  /** the leaking, filling or huge tag's pool, or the one that follows load; undefined where there is none */
  pool: Pool | undefined;
  tag: string | undefined;
  driver: string | undefined;
  /** all leaks, the fastest first; a leak that the evidence cannot show (`unclear`) stands here too */
  leaks: readonly LeakTruth[];
  /** hours between the first and the last look, time off not counted, and of the longest stretch without a reboot */
  hours: number;
  longestHours: number;
  /** how far each pool moved within that stretch by anything else than leaks: its highest minus its lowest size, in bytes */
  otherMovementBytes: Record<Pool, number>;
  operatingSystem: string;
  physicalBytes: number;
}
