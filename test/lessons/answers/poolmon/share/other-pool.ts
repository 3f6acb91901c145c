import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
// P is the pool, and N?
const [first, last] = [snapshots[0]!.memory!, snapshots.at(-1)!.memory!];
const gained = leaking.pool === "paged" ? last.nonpagedBytes - first.nonpagedBytes : last.pagedBytes - first.pagedBytes;
leaking.growthBytes / gained;
