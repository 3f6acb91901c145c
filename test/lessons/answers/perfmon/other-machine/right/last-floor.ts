import { findFloor, fitFloor, poolLimit, quantity, readPerfmon, series } from "pool-leak-lab";

// By the floor alone, in hours that say so.
const { records } = await readPerfmon(await log("perfmon.csv"));
const pools = ["Paged", "Nonpaged"].map((name) => {
  const curve = series(records, `\\Memory\\Pool ${name} Bytes`);
  return { name, held: findFloor(curve).at(-1)!.bytes, slope: fitFloor(curve).slope.value };
});
const [fastest] = pools.toSorted((a, b) => b.slope - a.slope);
const limit = poolLimit({
  windows: "2012 R2",
  bits: 64,
  memoryBytes: 16 * 1024 ** 3,
  commitLimitBytes: 24 * 1024 ** 3,
  pool: fastest!.name === "Paged" ? "paged" : "nonpaged",
});
quantity((limit.value - fastest!.held) / fastest!.slope, "h");
