import { hitBlocks, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const pairs = hitBlocks(breaks!).flatMap(({ allocatedBy, freedBy }) =>
  allocatedBy === undefined || freedBy === undefined ? [] : [{ allocatedBy, freedBy }],
);

// The most frequent path must be the one that is freed.
const counts = new Map<string, number>();
for (const { allocatedBy } of hitBlocks(breaks!))
  if (allocatedBy !== undefined) counts.set(allocatedBy, (counts.get(allocatedBy) ?? 0) + 1);
const [most] = [...counts].toSorted((a, b) => b[1] - a[1])[0]!;
[{ allocates: most, frees: pairs[0]!.freedBy }];
