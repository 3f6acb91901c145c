import { lifetimes, pairEvents, readPoolTrace, wholeWindow } from "pool-leak-lab";

const { records } = await readPoolTrace(await log("trace.csv"));
const { from, until } = wholeWindow(records);
const third = (until - from) / 3;
const counts = lifetimes(records, pairEvents(records), { from, until: from + 3 * third });
Object.entries(counts).map(([type, { count }]) => ({ type, count }));
