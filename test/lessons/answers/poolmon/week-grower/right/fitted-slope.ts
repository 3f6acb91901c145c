import { fitSlope, readPoolmon, tagGrowth, tagSeries } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
const [top] = tagGrowth(snapshots);
// The slope through all nights, with its interval, and the pool as PoolMon writes it
const { tag, pool } = top!;
const growthBytesPerHour = fitSlope(tagSeries(snapshots, tag, pool)).slope;
({ growthBytesPerHour, nights: snapshots.length, tag: tag.trimEnd(), pool: pool === "paged" ? "Paged" : "Nonp" });
