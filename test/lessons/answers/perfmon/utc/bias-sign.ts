import { findClockChanges, readPerfmon } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
const { localTimes, times, timeZone } = records;
const bias = timeZone!.biasMinutes * 60_000;
const [change] = findClockChanges(records);
const later = times.findIndex((time) => time >= change!.time + 3_600_000);
[{ time: localTimes[0]! - bias, aheadSeconds: (localTimes[later]! + bias - times[later]!) / 1000 }];
