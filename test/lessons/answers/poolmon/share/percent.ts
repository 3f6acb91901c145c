import { poolGrowth, readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
(leaking.growthBytes / poolGrowth(snapshots, leaking.pool).growth.value) * 100;
