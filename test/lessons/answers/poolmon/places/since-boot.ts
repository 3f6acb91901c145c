import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
const tags = snapshots.at(-1)!.rows;
type Row = (typeof tags)[number];
const isLeaking = ({ tag, pool }: Row) => tag === leaking.tag && pool === leaking.pool;
const rankBy = (ranking: string, measure: (row: Row) => number) => {
  const ranked = tags.toSorted((a, b) => measure(b) - measure(a));
  return { ranking, place: ranked.findIndex(isLeaking) + 1, rival: ranked.find((row) => !isLeaking(row))!.tag };
};

[
  rankBy("allocations", ({ allocs }) => allocs),
  rankBy("blocks left behind", ({ diff }) => diff),
  rankBy("bytes left behind", ({ bytes }) => bytes),
];
