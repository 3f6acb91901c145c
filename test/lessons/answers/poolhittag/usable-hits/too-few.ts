import { hitBlocks, readPoolHits } from "pool-leak-lab";

// Only what could be paired.
const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const paired = hitBlocks(breaks!).filter(({ freedBy }) => freedBy !== undefined).length;
({ allocations: paired, frees: paired });
