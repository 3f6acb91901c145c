import { pairHits, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const { allocations, frees } = pairHits(breaks!);
({ allocations, frees });
