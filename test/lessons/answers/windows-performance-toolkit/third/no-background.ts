import { pairEvents, readPoolTrace, wholeWindow } from "pool-leak-lab";

// By hand, from the events inside the window: what has none in it is overlooked.
const { records } = await readPoolTrace(await log("trace.csv"));
const { partner } = pairEvents(records);
const { from, until } = wholeWindow(records);
const third = (until - from) / 3;
const isInside = (time: number) => time >= from + third && time <= until - third;
const counts = { AIFI: 0, AIFO: 0, AOFI: 0, AOFO: 0 };
for (const [at, event] of records.event.entries()) {
  if (!isInside(records.time[at]!)) continue;
  const other = partner[at]!;
  const otherInside = other >= 0 && isInside(records.time[other]!);
  if (event === 0) counts[otherInside ? "AIFI" : "AIFO"]++;
  else if (!otherInside) counts.AOFI++;
}
Object.entries(counts).map(([type, count]) => ({ type, count }));
