import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
const rows = tagGrowth(snapshots, { pool: leaking.pool });
leaking.growthBytes / rows.reduce((sum, { growthBytes }) => sum + growthBytes, 0);
