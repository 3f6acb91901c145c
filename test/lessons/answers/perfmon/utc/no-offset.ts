import { readPerfmon } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
const { localTimes, timeZone } = records;
const bias = timeZone!.biasMinutes * 60_000;
[{ what: "first sample", time: localTimes[0]! + bias }];
