import { judgePool, poolLimit, readPerfmon, timeToExhaustion } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon.csv"));
const { pool = "nonpaged", rate } = judgePool(records);
const limit = poolLimit({
  windows: "Windows Server 2012 R2",
  bits: 64,
  memoryBytes: 16 * 1024 ** 3,
  commitLimitBytes: 24 * 1024 ** 3,
  pool,
});
timeToExhaustion(0, limit, rate!);
