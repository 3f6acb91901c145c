import { readPerfmon } from "pool-leak-lab";

const english = await (await log("perfmon.csv")).text();
const german = english
  .replaceAll("\\Memory\\", "\\Arbeitsspeicher\\")
  .replaceAll("\\Process(", "\\Prozess(")
  .replaceAll("Pool Paged Bytes", "Auslagerungsseiten (Bytes)")
  .replaceAll("Pool Nonpaged Bytes", "Nicht-Auslagerungsseiten (Bytes)");
const { records } = await readPerfmon(german);
const found = records.counters.filter(({ counter }) => counter === "Nicht-Auslagerungsseiten (Bytes)");
// The log has the machine before the programs, I thought.
const { path, column, values } = found.at(-2)!;
[{ path, column, bytes: values.at(-1)! }];
