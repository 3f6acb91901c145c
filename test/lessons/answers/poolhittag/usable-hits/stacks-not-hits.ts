import { pairHits, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const { paths } = pairHits(breaks!);
({
  allocations: paths.filter(({ kind }) => kind === "allocate").length,
  frees: paths.filter(({ kind }) => kind === "free").length,
});
