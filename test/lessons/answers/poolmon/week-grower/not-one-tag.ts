import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
tagGrowth(snapshots)
  .filter(({ growthBytes }) => growthBytes > 0)
  .map(({ tag, pool, growthBytesPerHour }) => ({ tag, pool, growthBytesPerHour }));
