import { readPoolSummary } from "pool-leak-lab";

const { records } = await readPoolSummary(await log("trace-summary.csv"));
const seconds = records.windowSeconds!;
records.rows
  .toSorted((a, b) => b.impactingBytes - a.impactingBytes)
  .slice(0, 1)
  .map(({ pool, tag, impactingBytes }) => ({
    pool,
    tag,
    bytesPerHour: (impactingBytes / seconds) * 3600,
  }));
