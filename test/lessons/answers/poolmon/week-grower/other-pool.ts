import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
const [top] = tagGrowth(snapshots);
[{ tag: top!.tag, pool: "paged", growthBytesPerHour: top!.growthBytesPerHour }];
