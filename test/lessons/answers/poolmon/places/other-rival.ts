import { churn, readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
const tags = churn(snapshots);
type Row = (typeof tags)[number];
const isLeaking = ({ tag, pool }: Row) => tag === leaking.tag && pool === leaking.pool;
const rankBy = (ranking: string, measure: (row: Row) => number) => {
  const ranked = tags.toSorted((a, b) => measure(b) - measure(a));
  return { ranking, place: ranked.findIndex(isLeaking) + 1, rival: ranked[0]!.tag };
};

[
  rankBy("allocations", ({ allocs }) => allocs),
  rankBy("blocks left behind", ({ diffGrowth }) => diffGrowth),
  rankBy("bytes left behind", ({ growthBytes }) => growthBytes),
];
