import { findCounter, findReboots, readPerfmon } from "pool-leak-lab";

// Without the library's segments and fits: cut at the restarts, lowest sample of each six hours, middle of all slopes.
const { records } = await readPerfmon(await log("perfmon-autumn.csv"));
const { values } = findCounter(records, "\\Memory\\Pool Nonpaged Bytes")!;
const [reboot] = findReboots(records);
const hour = 3_600_000;
const stretches = [
  [records.times[0]!, records.times[records.lines.indexOf(reboot!.line) - 1]!],
  [reboot!.bootTime + 2 * hour, records.times.at(-1)!],
] as const;
const [from, until] = stretches.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]!;

const lowest = new Map<number, { hours: number; bytes: number }>();
records.times.forEach((time, i) => {
  const bytes = values[i]!;
  if (time < from || time > until || Number.isNaN(bytes)) return;
  const cycle = Math.floor((time - from) / (6 * hour));
  const hours = (time - from) / hour;
  if (!lowest.has(cycle) || bytes < lowest.get(cycle)!.bytes) lowest.set(cycle, { hours, bytes });
});
const floor = [...lowest.values()];
const slopes = floor
  .flatMap((a, i) => floor.slice(i + 1).map((b) => (b.bytes - a.bytes) / (b.hours - a.hours)))
  .toSorted((a, b) => a - b);

[{ pool: "nonpaged", bytesPerHour: slopes[Math.floor(slopes.length / 2)]! }];
