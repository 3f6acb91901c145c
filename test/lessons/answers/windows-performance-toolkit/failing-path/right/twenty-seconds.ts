import { outstandingStacks, pairEvents, readPoolTrace, traceBlocks, wholeWindow } from "pool-leak-lab";

const { records } = await readPoolTrace(await log("trace-path.csv"));
const pairs = pairEvents(records);
const { tag, stackIndex } = outstandingStacks(records, pairs).find(({ spread }) => spread === 8)!;
const old = traceBlocks(records, pairs, { tag, stackIndex }).filter(
  ({ born }) => born >= 0 && born < wholeWindow(records).until - 20e6,
);
const lost = old.filter(({ died }) => died === Infinity);
[{ tag, share: lost.length / old.length }];
