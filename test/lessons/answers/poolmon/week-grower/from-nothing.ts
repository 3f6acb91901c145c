import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
const [top] = tagGrowth(snapshots);
const hours = (snapshots.at(-1)!.time! - snapshots[0]!.time!) / 3_600_000;
[{ tag: top!.tag, pool: top!.pool, growthBytesPerHour: top!.bytes / hours }];
