import { outstandingStacks, pairEvents, readPoolTrace } from "pool-leak-lab";

const { records } = await readPoolTrace(await log("trace-path.csv"));
outstandingStacks(records, pairEvents(records)).map(({ tag, count, freed }) => ({
  tag,
  share: count / (count + freed),
}));
