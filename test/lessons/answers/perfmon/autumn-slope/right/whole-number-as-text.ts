import { cutLog, fitFloor, readPerfmon, segments, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
const [longest] = segments(records, { warmUpMinutes: 120 }).toSorted((a, b) => b.durationSeconds - a.durationSeconds);
fitFloor(series(cutLog(records, longest!), "\\Memory\\Pool Nonpaged Bytes"), { period: 360 }).slope.value.toFixed(0);
