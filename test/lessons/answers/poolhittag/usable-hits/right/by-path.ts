import { pairHits, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const sum = (wanted: string) =>
  pairHits(breaks!)
    .paths.filter(({ kind }) => kind === wanted)
    .reduce((total, { hits: count }) => total + count, 0);
[{ allocations: sum("allocate"), frees: sum("free") }];
