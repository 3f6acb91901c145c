import { cutLog, fitFloor, quantity, readPerfmon, segments, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
const [longest] = segments(records, { warmUpMinutes: 120 }).toSorted((a, b) => b.durationSeconds - a.durationSeconds);
const { slope } = fitFloor(series(cutLog(records, longest!), "\\Memory\\Pool Nonpaged Bytes"), { period: 300 });
quantity(slope.value / 3600, "B/s");
