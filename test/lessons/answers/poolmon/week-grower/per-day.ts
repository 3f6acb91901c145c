import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
const [top] = tagGrowth(snapshots);
const { tag, pool, growthBytes, intervals } = top!;
[{ tag, pool, growthBytesPerHour: growthBytes / intervals }];
