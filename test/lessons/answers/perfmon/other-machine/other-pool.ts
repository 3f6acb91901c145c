import { fitFloor, poolLimit, readPerfmon, series, timeToExhaustion, validSamples } from "pool-leak-lab";

// It was the nonpaged pool on the page.
const { records } = await readPerfmon(await log("perfmon.csv"));
const nonpaged = series(records, "\\Memory\\Pool Nonpaged Bytes");
const limit = poolLimit({ windows: "Windows Server 2012 R2", bits: 64, memoryBytes: 16 * 1024 ** 3 });
timeToExhaustion(validSamples(nonpaged).values.at(-1)!, limit, fitFloor(nonpaged).slope);
