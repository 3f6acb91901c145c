import { findClockChanges, readPerfmon } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
const { localTimes, times, timeZone } = records;
const bias = timeZone!.biasMinutes * 60_000;
const [change] = findClockChanges(records);
const later = times.findIndex((time) => time >= change!.time + 3_600_000);
[{ time: times[0]!, aheadSeconds: (times[later]! - bias - localTimes[later]!) / 1000 }];
