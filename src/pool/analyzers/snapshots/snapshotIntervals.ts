import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { orderSnapshots } from "./orderSnapshots.ts";
import { rebootBetween } from "./rebootBetween.ts";

/** What lies between two neighbouring snapshots. */
export interface SnapshotInterval {
  /** the number of the first snapshot */
  from: number;
  /** the number of the second */
  to: number;
  /** the stamp of the first, local time as if it were UTC; undefined where it cannot be read */
  time: number | undefined;
  /** how long it took; undefined where a stamp cannot be read */
  seconds: number | undefined;
  /** whether the two can be compared */
  used: boolean;
  /** why not, or what to keep in mind; empty where all is well */
  note: string;
  /** the line at which the second begins */
  line: number;
}

/** Two neighbouring snapshots that can be compared. */
export interface ComparedPair {
  before: PoolSnapshot;
  after: PoolSnapshot;
  /** hours between them; undefined where a stamp cannot be read */
  hours: number | undefined;
}

/** The intervals between snapshots, which of them can be used, and why the others cannot. */
export function snapshotIntervals(snapshots: readonly PoolSnapshot[]): SnapshotInterval[] {
  const ordered = orderSnapshots(snapshots);
  return ordered.snapshots.slice(1).map((after, i) => {
    const before = ordered.snapshots[i]!;
    const reason = whyNotComparable(before, after);
    return {
      from: before.number,
      to: after.number,
      time: before.time,
      seconds: ordered.timed ? (after.time! - before.time!) / 1000 : undefined,
      used: reason === undefined,
      note: reason ?? (ordered.timed ? "" : "no readable time stamp: growth is per snapshot"),
      line: after.line,
    };
  });
}

/** The restarts between snapshots: the pairs that must not be compared. */
export function findRebootsInSnapshots(
  snapshots: readonly PoolSnapshot[],
): { from: number; to: number; time: number | undefined; evidence: string; line: number }[] {
  return orderSnapshots(snapshots).snapshots.flatMap((after, i, all) => {
    const before = all[i - 1];
    const evidence = before && rebootBetween(before, after);
    return evidence ? [{ from: before.number, to: after.number, time: after.time, evidence, line: after.line }] : [];
  });
}

/** The pairs that can be compared, in order. */
export function comparedPairs(snapshots: readonly PoolSnapshot[]): ComparedPair[] {
  const { snapshots: ordered, timed } = orderSnapshots(snapshots);
  return ordered.slice(1).flatMap((after, i) => {
    const before = ordered[i]!;
    if (whyNotComparable(before, after) !== undefined) return [];
    return [{ before, after, hours: timed ? (after.time! - before.time!) / 3_600_000 : undefined }];
  });
}

/** The longest run of snapshots within one boot, the later one of two equals: where trends can be looked for. */
export function longestRun(snapshots: readonly PoolSnapshot[]): PoolSnapshot[] {
  const { snapshots: ordered } = orderSnapshots(snapshots);
  let best: PoolSnapshot[] = [];
  let run: PoolSnapshot[] = [];
  for (const snapshot of ordered) {
    const last = run.at(-1);
    run = last !== undefined && whyNotComparable(last, snapshot) === undefined ? [...run, snapshot] : [snapshot];
    if (run.length >= best.length) best = run;
  }
  return best;
}

function whyNotComparable(before: PoolSnapshot, after: PoolSnapshot): string | undefined {
  if (before.scope !== after.scope)
    return `one shows the pool of the ${before.scope}, the other of the ${after.scope}: not comparable`;
  return rebootBetween(before, after);
}
