import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
// Header and rows by hand, rounded to three digits
const bytesOf = (snapshot: (typeof snapshots)[number]) => ({
  pool: leaking.pool === "paged" ? snapshot.memory!.pagedBytes : snapshot.memory!.nonpagedBytes,
  tag: snapshot.rows.find(({ tag, pool }) => tag === leaking.tag && pool === leaking.pool)?.bytes ?? 0,
});
const [first, last] = [bytesOf(snapshots[0]!), bytesOf(snapshots.at(-1)!)];
((last.tag - first.tag) / (last.pool - first.pool)).toFixed(3);
