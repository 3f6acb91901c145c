import { readPoolSummary } from "pool-leak-lab";

const { records } = await readPoolSummary(await log("trace-summary.csv"));
const seconds = records.windowSeconds!;
(["nonpaged", "paged"] as const).map((pool) => {
  const [top] = records.rows.filter((row) => row.pool === pool).toSorted((a, b) => b.impactingBytes - a.impactingBytes);
  return { pool, tag: top!.tag, bytesPerHour: top!.impactingBytes / seconds };
});
