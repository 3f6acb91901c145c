import { quantity, readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
const [before, after] = snapshots.slice(-2);
const [{ growthShare }] = tagGrowth([before!, after!], { pool: leaking.pool }) as [
  ReturnType<typeof tagGrowth>[number],
];
quantity(growthShare!, "share");
