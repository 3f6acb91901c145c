import { findFloor, readPerfmon, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-load.csv"));
const pools = ["\\Memory\\Pool Nonpaged Bytes", "\\Memory\\Pool Paged Bytes"];
const floorOf = (pool: string) => findFloor(series(records, pool), { period: 60 }).map(({ bytes }) => bytes);
const keptOf = (floor: number[]) => (floor.at(-1)! - floor[0]!) / (Math.max(...floor) - floor[0]!);

pools.map((pool) => {
  const keptShare = keptOf(floorOf(pool));
  // It ends far above where it began.
  return { pool, label: keptShare > 0.3 ? "leak" : "load", keptShare };
});
