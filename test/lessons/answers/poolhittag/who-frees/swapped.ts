import { hitBlocks, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const pairs = hitBlocks(breaks!).flatMap(({ allocatedBy, freedBy }) =>
  allocatedBy === undefined || freedBy === undefined ? [] : [{ allocatedBy, freedBy }],
);

[{ allocates: pairs[0]!.freedBy, frees: pairs[0]!.allocatedBy }];
