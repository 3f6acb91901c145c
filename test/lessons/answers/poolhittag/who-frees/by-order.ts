import { hitBlocks, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const pairs = hitBlocks(breaks!).flatMap(({ allocatedBy, freedBy }) =>
  allocatedBy === undefined || freedBy === undefined ? [] : [{ allocatedBy, freedBy }],
);

// Each free with the hit right before it.
const sorted = hitBlocks(breaks!).toSorted((a, b) => a.fromSeconds - b.fromSeconds);
const rows = new Map<string, { allocates: string; frees: string }>();
for (const { freeLine, freedBy } of sorted) {
  const before = sorted.findLast(({ line }) => freeLine !== undefined && line < freeLine);
  if (before?.allocatedBy && freedBy) rows.set(before.allocatedBy, { allocates: before.allocatedBy, frees: freedBy });
}
[...rows.values()];
