import { HIT_KINDS, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const kinds = Array.from(breaks?.kind ?? [], (kind) => HIT_KINDS[kind]);

({
  allocations: kinds.filter((kind, at) => kind !== "free" && breaks?.isTruncated[at] !== 1).length,
  frees: kinds.filter((kind, at) => kind === "free" && breaks?.isTruncated[at] !== 1).length,
});
