import { findClockChanges, readPerfmon } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
// What the clock was moved by is what the header's bias is off by.
({ time: new Date(records.times[0]!), aheadSeconds: findClockChanges(records)[0]!.shiftSeconds });
