import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
const { memory } = snapshots.at(-1)!;
leaking.bytes / (leaking.pool === "paged" ? memory!.pagedBytes : memory!.nonpagedBytes);
