import { fitFloor, readPerfmon, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));

// Three days are more than one, so the slope of all of it must be the best.
fitFloor(series(records, "\\Memory\\Pool Nonpaged Bytes"), { period: 240 }).slope;
