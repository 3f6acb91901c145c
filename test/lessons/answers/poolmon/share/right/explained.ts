import { explainGrowth, readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
[{ tag: leaking.tag, growthShare: explainGrowth(snapshots, leaking.pool, { top: 1 })[0]!.growthShare }];
