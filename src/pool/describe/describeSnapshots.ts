import type { PoolSnapshot } from "../formats/poolmon/PoolSnapshot.ts";
import { logKinds } from "../logKinds.ts";
import { count, spanFact } from "./factWords.ts";
import type { RecordDescription } from "./LogDescription.ts";

/** How many snapshots of the pool there are, of how many tags, from when to when. */
export function describeSnapshots(snapshots: readonly PoolSnapshot[]): RecordDescription {
  if (snapshots.length === 0) return { facts: [], command: logKinds.readPoolmon.command! };
  const tags = new Set(snapshots.flatMap(({ rows }) => rows.map(({ tag }) => tag)));
  const times = snapshots.flatMap(({ time }) => time ?? []);
  const few = snapshots.length < 3 ? "; growth needs three or more" : "";
  const unstamped = snapshots.length - times.length;
  const without = unstamped === snapshots.length ? "none has a time" : `${count(unstamped)} have no time`;
  return {
    facts: [
      { what: "snapshots", says: count(snapshots.length) + (unstamped === 0 ? "" : `, ${without}`) + few },
      { what: "tags", says: count(tags.size) },
      ...spanFact(times),
      ...(times.length > 0 ? [{ what: "time zone", says: "PoolMon states none: these are the machine's times" }] : []),
    ],
    ...(snapshots.length < 3 ? { command: logKinds.readPoolmon.command! } : {}),
  };
}
