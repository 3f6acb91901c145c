import { judgePool, readPerfmon, series, timeToExhaustion, validSamples } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon.csv"));
const { pool = "nonpaged", rate } = judgePool(records);
const path = `\\Memory\\Pool ${pool === "paged" ? "Paged" : "Nonpaged"} Bytes`;
const held = validSamples(series(records, path)).values;
// The log knows the commit limit.
const limit = validSamples(series(records, "\\Memory\\Commit Limit")).values.at(-1)!;
timeToExhaustion(held.at(-1)!, limit, rate!);
