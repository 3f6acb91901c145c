import { outstandingStacks, pairEvents, readPoolTrace } from "pool-leak-lab";

const { records } = await readPoolTrace(await log("trace-path.csv"));
outstandingStacks(records, pairEvents(records))
  .toSorted((a, b) => b.spread - a.spread)
  .slice(0, 1)
  .map(({ tag }) => ({ tag }));
