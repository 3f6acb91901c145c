import { quantity, readPoolSummary } from "pool-leak-lab";

const { records } = await readPoolSummary(await log("trace-summary.csv"));
const ranked = records.rows.toSorted((a, b) => b.impactingBytes - a.impactingBytes);
[ranked.find(({ pool }) => pool === "paged")!, ranked.find(({ pool }) => pool === "nonpaged")!].map(
  ({ pool, tag, impactingBytes }) => ({
    tag,
    pool,
    rate: quantity(impactingBytes / records.windowSeconds!, "B/s"),
  }),
);
