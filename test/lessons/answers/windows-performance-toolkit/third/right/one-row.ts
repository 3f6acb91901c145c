import { lifetimes, pairEvents, readPoolTrace, wholeWindow } from "pool-leak-lab";

const { records } = await readPoolTrace(await log("trace.csv"));
const { from, until } = wholeWindow(records);
const third = (until - from) / 3;
const counts = lifetimes(records, pairEvents(records), { from: from + third, until: from + 2 * third });
const { AIFI, AIFO, AOFI, AOFO } = counts;
[{ AIFI: AIFI.count, AIFO: AIFO.count, AOFI: AOFI.count, AOFO: AOFO.count }];
