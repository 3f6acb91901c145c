import { findFloor, readPerfmon, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-load.csv"));
const pools = ["\\Memory\\Pool Nonpaged Bytes", "\\Memory\\Pool Paged Bytes"];
const floorOf = (pool: string) => findFloor(series(records, pool), { period: 60 }).map(({ bytes }) => bytes);
const keptOf = (floor: number[]) => (floor.at(-1)! - floor[0]!) / (Math.max(...floor) - floor[0]!);
const labelOf = (floor: number[], kept: number) => {
  const rise = Math.max(...floor) - floor[0]!;
  if (kept < 0.3) return "load";
  return floor.at(-1)! - floor[Math.floor((floor.length * 2) / 3)]! > rise / 10 ? "leak" : "cache";
};

pools.map((pool) => {
  const floor = floorOf(pool);
  return { pool, label: labelOf(floor, keptOf(floor)), keptShare: floor.at(-1)! / Math.max(...floor) };
});
