import { readPoolSummary } from "pool-leak-lab";

const { records } = await readPoolSummary(await log("trace-summary.csv"));
const blocks = (...types: string[]) =>
  records.rows.reduce((sum, { lifetime, count }) => sum + (types.includes(lifetime ?? "") ? count : 0), 0);
const events = 2 * blocks("AIFI") + blocks("AIFO", "AOFI");
const seconds = records.windowSeconds!;
String((64 * 1024 ** 2 * seconds) / ((events - 2 * blocks("AIFI") - blocks("AOFI")) * 328));
