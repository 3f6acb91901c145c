import { findFloor, readPerfmon, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-load.csv"));
const pools = ["\\Memory\\Pool Nonpaged Bytes", "\\Memory\\Pool Paged Bytes"];
const floorOf = (pool: string) => findFloor(series(records, pool), { period: 60 }).map(({ bytes }) => bytes);
const keptOf = (floor: number[]) => (floor.at(-1)! - floor[0]!) / (Math.max(...floor) - floor[0]!);

pools.map((pool) => {
  const floor = floorOf(pool);
  const stillClimbs = floor.at(-1)! > floor.at(-6)! * 1.05;
  // It does not climb in the evening, so it is full.
  return { pool, label: stillClimbs ? "leak" : "cache", keptShare: keptOf(floor) };
});
