import { outstandingStacks, pairEvents, readPoolTrace } from "pool-leak-lab";

const { records } = await readPoolTrace(await log("trace-path.csv"));
const stayed = outstandingStacks(records, pairEvents(records));
const found = stayed.toSorted((a, b) => b.spread - a.spread)[0]!;
const all = stayed.reduce((sum, { count }) => sum + count, 0);
[{ tag: found.tag, share: found.count / all }];
