import { findFloor, readPerfmon, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-load.csv"));
const pools = ["\\Memory\\Pool Nonpaged Bytes", "\\Memory\\Pool Paged Bytes"];
const floorOf = (pool: string) => findFloor(series(records, pool), { period: 60 }).map(({ bytes }) => bytes);
const keptOf = (floor: number[]) => (floor.at(-1)! - floor[0]!) / (Math.max(...floor) - floor[0]!);

// As the two pools of the page's server were.
pools.map((pool, i) => ({ pool, label: i === 0 ? "load" : "cache", keptShare: keptOf(floorOf(pool)) }));
