import { cutLog, fitFloor, readPerfmon, segments, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
segments(records, { warmUpMinutes: 120 }).map((boot) => ({
  boot: boot.number,
  slope: fitFloor(series(cutLog(records, boot), "\\Memory\\Pool Nonpaged Bytes"), { period: 360 }).slope,
}));
