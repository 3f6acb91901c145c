import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
// Without churn: the last snapshot less the first
const [first, last] = [snapshots[0]!, snapshots.at(-1)!];
const gains = last.rows.map((row) => {
  const before = first.rows.find(({ tag, pool }) => tag === row.tag && pool === row.pool);
  return {
    key: `${row.tag}/${row.pool}`,
    allocations: row.allocs - (before?.allocs ?? 0),
    blocks: row.diff - (before?.diff ?? 0),
    bytes: row.bytes - (before?.bytes ?? 0),
  };
});
(["allocations", "blocks", "bytes"] as const).map((ranking) => {
  const keys = gains.toSorted((a, b) => b[ranking] - a[ranking]).map(({ key }) => key);
  const mine = `${leaking.tag}/${leaking.pool}`;
  return { ranking, place: keys.indexOf(mine) + 1, rival: keys.find((key) => key !== mine)!.slice(0, 4) };
});
