import { dumpShares, readPoolUsed } from "pool-leak-lab";

const { records } = await readPoolUsed(await log("dump.txt"));
dumpShares(records[0]!).slice(0, 3);
