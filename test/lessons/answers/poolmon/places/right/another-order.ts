import { churn, readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const leaking = tagGrowth(snapshots)[0]!;
const tags = churn(snapshots);
type Row = (typeof tags)[number];
const isLeaking = ({ tag, pool }: Row) => tag === leaking.tag && pool === leaking.pool;
const rankBy = (ranking: string, measure: (row: Row) => number) => {
  const ranked = tags.toSorted((a, b) => measure(b) - measure(a));
  return { ranking, place: ranked.findIndex(isLeaking) + 1, rival: ranked.find((row) => !isLeaking(row))!.tag };
};

// The last one first, with a column more, and the tags without their blanks
[
  rankBy("by bytes", ({ growthBytes }) => growthBytes),
  rankBy("by blocks (Diff)", ({ diffGrowth }) => diffGrowth),
  rankBy("by Allocs", ({ allocs }) => allocs),
].map((row) => ({ ...row, rival: row.rival.trimEnd(), leaking: leaking.tag }));
