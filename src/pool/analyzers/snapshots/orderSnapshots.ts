import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { rebootBetween } from "./rebootBetween.ts";

/** Snapshots in the order in which they were taken, and what their stamps are worth. */
export interface OrderedSnapshots {
  /** without those that have no rows; `time` mended where the clock was set back an hour */
  snapshots: PoolSnapshot[];
  /** every stamp could be read, so rates per hour can be had */
  timed: boolean;
  /** what was done, in sentences */
  notes: string[];
}

const HOUR = 3_600_000;

/**
 * Brings snapshots into the order in which they were taken. Stamps that run backwards have two causes, told apart by the
 * counters (which only rise): files joined in the wrong order are sorted by stamp; where the file's order is right, the
 * clock was set back at the end of summer time, and later stamps get their hour back. Without readable stamps the file's
 * order stands and there are no rates per hour.
 */
export function orderSnapshots(all: readonly PoolSnapshot[]): OrderedSnapshots {
  const snapshots = all.filter((snapshot) => snapshot.rows.length > 0);
  const notes: string[] = [];
  const empty = all.length - snapshots.length;
  if (empty > 0)
    notes.push(
      `${empty === 1 ? "One snapshot has" : `${empty} snapshots have`} no rows and ${empty === 1 ? "is" : "are"} left out.`,
    );
  const unreadable = snapshots.filter((snapshot) => snapshot.time === undefined);
  if (unreadable.length > 0) {
    if (snapshots.length > 1)
      notes.push(
        `${unreadable.length} of ${snapshots.length} snapshots have no time stamp that can be read: growth is per snapshot, not per hour. ` +
          `Write a date and time line before each snapshot.`,
      );
    return { snapshots, timed: false, notes };
  }
  if (isRising(snapshots)) return { snapshots, timed: true, notes };
  const sorted = snapshots.toSorted((a, b) => a.time! - b.time!);
  if (countReboots(sorted) < countReboots(snapshots) || !isAnHourBack(snapshots)) {
    notes.push("The snapshots do not stand in the order of their stamps; they were sorted by time.");
    return { snapshots: sorted, timed: true, notes };
  }
  notes.push(
    "The stamps run backwards once although the counters run on: the clock was set back, and an hour is added after it.",
  );
  return { snapshots: giveHourBack(snapshots), timed: true, notes };
}

function isRising(snapshots: readonly PoolSnapshot[]): boolean {
  return snapshots.every((snapshot, i) => i === 0 || snapshot.time! > snapshots[i - 1]!.time!);
}

function isAnHourBack(snapshots: readonly PoolSnapshot[]): boolean {
  const steps = snapshots.slice(1).map((snapshot, i) => snapshot.time! - snapshots[i]!.time!);
  const back = steps.filter((step) => step <= 0);
  return back.length === 1 && back[0]! > -HOUR;
}

function giveHourBack(snapshots: readonly PoolSnapshot[]): PoolSnapshot[] {
  let added = 0;
  return snapshots.map((snapshot, i) => {
    if (i > 0 && snapshot.time! <= snapshots[i - 1]!.time!) added = HOUR;
    return added === 0 ? snapshot : { ...snapshot, time: snapshot.time! + added };
  });
}

function countReboots(snapshots: readonly PoolSnapshot[]): number {
  return snapshots.filter((snapshot, i) => i > 0 && rebootBetween(snapshots[i - 1]!, snapshot) !== undefined).length;
}
