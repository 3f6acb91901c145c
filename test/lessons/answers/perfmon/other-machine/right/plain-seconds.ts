import { judgePool, poolLimit, readPerfmon, series, timeToExhaustion, validSamples } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon.csv"));
const { pool = "nonpaged", rate } = judgePool(records);
const path = `\\Memory\\Pool ${pool === "paged" ? "Paged" : "Nonpaged"} Bytes`;
const held = validSamples(series(records, path)).values;
const limit = poolLimit({
  windows: "Windows Server 2012 R2",
  bits: 64,
  memoryBytes: 16 * 1024 ** 3,
  commitLimitBytes: 24 * 1024 ** 3,
  pool,
});
(((limit.value - held.at(-1)!) / rate!.value) * 3600).toFixed();
