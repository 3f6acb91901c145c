import { readPerfmon } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
const { localTimes, times, timeZone } = records;
const bias = timeZone!.biasMinutes * 60_000;
[{ time: localTimes[0]! + bias, aheadSeconds: bias / 1000 }];
