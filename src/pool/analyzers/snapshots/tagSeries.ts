import type { Pool, PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import type { Series } from "../counters/Series.ts";
import { orderSnapshots } from "./orderSnapshots.ts";
import { rowsByKey, tagKey } from "./tagKey.ts";

/**
 * What one tag holds, snapshot by snapshot, as a series: to draw it beside the counter or to fit its slope. A snapshot
 * without a row for the tag is blank, not 0. Times are local as if they were UTC; NaN where stamps cannot be read.
 *
 * @param of `bytes` (default) or `diff`, the blocks held
 */
export function tagSeries(
  snapshots: readonly PoolSnapshot[],
  tag: string,
  pool: Pool,
  of: "bytes" | "diff" = "bytes",
): Series {
  const { snapshots: ordered, timed } = orderSnapshots(snapshots);
  const key = tagKey({ tag: tag.padEnd(4), pool });
  const rows = ordered.map((snapshot) => rowsByKey(snapshot).get(key));
  const times = Float64Array.from(ordered, (snapshot) => (timed ? snapshot.time! : NaN));
  return {
    name: `${tag.trimEnd()}, ${pool}`,
    unit: of === "bytes" ? "B" : "",
    times,
    localTimes: times,
    values: Float64Array.from(rows, (row) => row?.[of] ?? NaN),
    lines: Uint32Array.from(rows, (row, i) => row?.line ?? ordered[i]!.line),
    log: ordered[0]?.log,
  };
}
