import { pairEvents, readPoolTrace, traceBlocks } from "pool-leak-lab";

const { records } = await readPoolTrace(await log("trace.csv"));
const length = records.time.at(-1)! - records.time[0]!;
const [start, end] = [1, 2].map((part) => records.time[0]! + (part * length) / 3);
const blocks = traceBlocks(records, pairEvents(records)).filter(({ born, died }) => born <= end! && died >= start!);
["AIFI", "AIFO", "AOFI", "AOFO"].map((type) => ({
  type,
  count: blocks.filter(
    ({ born, died }) => born >= start! === type.startsWith("AI") && died <= end! === type.endsWith("FI"),
  ).length,
}));
