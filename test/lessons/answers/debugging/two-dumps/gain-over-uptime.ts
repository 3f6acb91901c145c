import { readDebuggerSession } from "pool-leak-lab";

const { records: later } = await readDebuggerSession(await log("dump.txt"));
const { records: earlier } = await readDebuggerSession(await log("dump-earlier.txt"));
const [row] = later.poolUsed[0]!.rows;
const bytesOf = ({ poolUsed }: typeof later) => {
  const held = poolUsed[0]!.rows.find(({ tag }) => tag === row!.tag)!;
  return Math.max(held.nonpaged.bytes, held.paged.bytes);
};
const [before, after] = [bytesOf(earlier), bytesOf(later)];
const [start, end] = [earlier, later].map(({ targets }) => targets[0]!.uptimeSeconds! / 3600);
const hours = end! - start!;
const rate = (after - before) / hours;
const average = after / end!;

[{ tag: row!.tag, bytesPerHour: (after - before) / end!, timesAverage: (after - before) / end! / average }];
