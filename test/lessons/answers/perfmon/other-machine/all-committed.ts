import { judgePool, poolLimit, readPerfmon, series, timeToExhaustion, validSamples } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon.csv"));
const { pool = "nonpaged", rate } = judgePool(records);
const limit = poolLimit({
  windows: "Windows Server 2012 R2",
  bits: 64,
  memoryBytes: 16 * 1024 ** 3,
  commitLimitBytes: 24 * 1024 ** 3,
  pool,
});
// Everything that is committed counts against the commit limit.
const committed = validSamples(series(records, "\\Memory\\Committed Bytes")).values.at(-1)!;
timeToExhaustion(committed, limit, rate!);
