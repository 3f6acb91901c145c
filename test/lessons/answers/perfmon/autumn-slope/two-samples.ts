import { cutLog, readPerfmon, segments, series, validSamples } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
const [longest] = segments(records, { warmUpMinutes: 120 }).toSorted((a, b) => b.durationSeconds - a.durationSeconds);
const { times, values } = validSamples(series(cutLog(records, longest!), "\\Memory\\Pool Nonpaged Bytes"));
(values.at(-1)! - values[0]!) / ((times.at(-1)! - times[0]!) / 3_600_000);
