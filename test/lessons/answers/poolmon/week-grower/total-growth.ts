import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
const [top] = tagGrowth(snapshots);
[{ tag: top!.tag, pool: top!.pool, growthBytesPerHour: top!.growthBytes }];
