import { readPoolmon } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
// By hand: who holds more in each snapshot than in the one before, in bytes and in blocks?
const rowIn = (snapshot: (typeof snapshots)[number], tag: string, pool: string) =>
  snapshot.rows.find((row) => row.tag === tag && row.pool === pool);
const hours = (snapshots.at(-1)!.time! - snapshots[0]!.time!) / 3_600_000;

snapshots[0]!.rows
  .filter(({ tag, pool }) =>
    snapshots.slice(1).every((snapshot, i) => {
      const [before, after] = [rowIn(snapshots[i]!, tag, pool), rowIn(snapshot, tag, pool)];
      return before && after && after.bytes > before.bytes && after.diff > before.diff;
    }),
  )
  .map(({ tag, pool, bytes }) => {
    const gained = rowIn(snapshots.at(-1)!, tag, pool)!.bytes - bytes;
    return { tag, pool, growthBytesPerHour: Math.round(gained / hours) };
  });
