import { parseStamp } from "../poolmon/stamp/parseStamp.ts";
import type { StampedSnapshot } from "../poolmon/stamp/settleTimes.ts";
import type { ProblemList } from "../text/ProblemList.ts";
import { stampOfName } from "./stampOfName.ts";

/** A snapshot's local and its UTC stamp, as they stand; empty where the file has no such column. */
export interface StampPair {
  local: string;
  utc: string;
}

/**
 * Gives snapshots their times. Where both stamps are there, UTC counts on and is shown in the zone of the first snapshot: local time
 * runs twice through an hour in autumn. A file without stamps may have one in its name.
 */
export class SnapshotTimes {
  /** milliseconds from UTC to local time, by the first snapshot that has both */
  private offset: number | undefined;
  private readonly problems: ProblemList;

  constructor(problems: ProblemList) {
    this.problems = problems;
  }

  /** Sets what can be known of the snapshot's time; dates that can be two days are left to `settleTimes`. */
  stamp({ local, utc }: StampPair, one: StampedSnapshot): void {
    const { snapshot, stampLine } = one;
    const here = parseSortable(local);
    const there = parseSortable(utc);
    snapshot.stamp = local === "" ? utc : local;
    if (there !== undefined) {
      if (here !== undefined) this.offset ??= here - there;
      if (here !== undefined && here - there !== this.offset) {
        const message = `The clock was changed here: DateTime is ${local}, and by DateTimeUTC it is ${isoOf(there + this.offset!)} by the clock of the log's beginning, which was taken.`;
        this.problems.add("clock", stampLine, "note", message);
      }
      if (this.offset === undefined) {
        this.problems.add("utc only", stampLine, "note", "The stamps are UTC: the file has no DateTime in local time.");
      }
      snapshot.time = there + (this.offset ?? 0);
    } else if (here !== undefined) snapshot.time = here;
    else if (snapshot.stamp !== "") one.stamp = parseStamp(snapshot.stamp);
    else this.stampByName(one);
  }

  private stampByName({ snapshot }: StampedSnapshot): void {
    const named = stampOfName(snapshot.log ?? "");
    if (!named) {
      const message = "The file has no DateTime column and no time in its name, so it tells no growth per hour.";
      this.problems.add("no time", snapshot.line, "lost", message);
      return;
    }
    snapshot.stamp = named.text;
    snapshot.time = named.time;
  }
}

const RE_SORTABLE = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,7}))?Z?$/;

/** Reads `2019-07-24T12:21:57` as if it were UTC; undefined where it is no such time. */
function parseSortable(text: string): number | undefined {
  const found = RE_SORTABLE.exec(text.trim());
  if (!found) return undefined;
  const iso = `${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}.${(found[7] ?? "").padEnd(3, "0").slice(0, 3)}Z`;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}

const isoOf = (time: number) => new Date(time).toISOString().slice(0, 19);
