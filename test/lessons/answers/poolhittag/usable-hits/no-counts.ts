import { HIT_KINDS, readPoolHits } from "pool-leak-lab";

const { records: breaks } = await readPoolHits(await log("poolhittag.txt"));
const kinds = Array.from(breaks?.kind ?? [], (kind) => HIT_KINDS[kind]);

kinds.length;
