import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
const [top] = tagGrowth(snapshots);
const { tag, pool } = top!;
const bytesIn = (snapshot: (typeof snapshots)[number]) =>
  snapshot.rows.find((row) => row.tag === tag && row.pool === pool)!.bytes;
const [before, after] = snapshots.slice(-2);
[
  {
    tag,
    pool,
    growthBytesPerHour: (bytesIn(after!) - bytesIn(before!)) / ((after!.time! - before!.time!) / 3_600_000),
  },
];
