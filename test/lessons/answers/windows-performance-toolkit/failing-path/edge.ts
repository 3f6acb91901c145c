import { outstandingStacks, pairEvents, readPoolTrace } from "pool-leak-lab";

const { records } = await readPoolTrace(await log("trace-path.csv"));
const stayed = outstandingStacks(records, pairEvents(records));
const found = stayed[0]!;
[{ tag: found.tag, share: found.count / (found.count + found.freed) }];
