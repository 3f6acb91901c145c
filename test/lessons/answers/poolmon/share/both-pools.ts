import { poolGrowth, readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
leaking.growthBytes / (poolGrowth(snapshots, "nonpaged").growth.value + poolGrowth(snapshots, "paged").growth.value);
