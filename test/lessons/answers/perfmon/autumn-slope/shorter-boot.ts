import { cutLog, fitFloor, readPerfmon, segments, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
// On the page the first boot was the one to take.
const [first] = segments(records, { warmUpMinutes: 120 });
fitFloor(series(cutLog(records, first!), "\\Memory\\Pool Nonpaged Bytes"), { period: 360 }).slope;
