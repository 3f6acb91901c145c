import { hitBlocks, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const pairs = hitBlocks(breaks!).flatMap(({ allocatedBy, freedBy }) =>
  allocatedBy === undefined || freedBy === undefined ? [] : [{ allocatedBy, freedBy }],
);

const [{ allocatedBy, freedBy }] = pairs as [{ allocatedBy: string; freedBy: string }];
({ allocates: allocatedBy.replaceAll(" ", "").toUpperCase(), frees: freedBy, blocks: pairs.length });
