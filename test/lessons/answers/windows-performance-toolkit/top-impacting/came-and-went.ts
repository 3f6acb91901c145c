import { readPoolSummary } from "pool-leak-lab";

const { records } = await readPoolSummary(await log("trace-summary.csv"));
const seconds = records.windowSeconds!;
(["nonpaged", "paged"] as const).map((pool) => {
  const [top] = records.rows
    .filter((row) => row.pool === pool && row.lifetime === "AIFI")
    .toSorted((a, b) => b.bytes - a.bytes);
  return { pool, tag: top!.tag, bytesPerHour: (top!.bytes / seconds) * 3600 };
});
