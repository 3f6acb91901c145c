import { correlate, findFloor, readPerfmon, series } from "pool-leak-lab";

const { records } = await readPerfmon(await log("perfmon-load.csv"));
const pools = ["\\Memory\\Pool Nonpaged Bytes", "\\Memory\\Pool Paged Bytes"];
const floorOf = (pool: string) => findFloor(series(records, pool), { period: 60 }).map(({ bytes }) => bytes);
const keptOf = (floor: number[]) => (floor.at(-1)! - floor[0]!) / (Math.max(...floor) - floor[0]!);

const work = series(records, "\\Server\\Bytes Total/sec");
pools.map((pool) => ({
  pool,
  label: correlate(series(records, pool), work).withoutTrend > 0.5 ? "load" : "cache",
  keptShare: keptOf(floorOf(pool)),
}));
