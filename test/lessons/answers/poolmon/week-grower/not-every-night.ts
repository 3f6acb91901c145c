import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
// Part 1's other case was the paged pool.
const { tag, pool, growthBytesPerHour } = tagGrowth(snapshots, { pool: "paged" })[0]!;
[{ tag, pool, growthBytesPerHour }];
