import { findCounter, readPerfmon } from "pool-leak-lab";

const english = await (await log("perfmon.csv")).text();
const german = english
  .replaceAll("\\Memory\\", "\\Arbeitsspeicher\\")
  .replaceAll("\\Process(", "\\Prozess(")
  .replaceAll("Pool Paged Bytes", "Auslagerungsseiten (Bytes)")
  .replaceAll("Pool Nonpaged Bytes", "Nicht-Auslagerungsseiten (Bytes)");
const { records } = await readPerfmon(german);
// The reader knows these names in English too.
const { path, column, values } = findCounter(records, "\\Memory\\Pool Nonpaged Bytes")!;
({ bytes: values.at(-1)!, column, path, machine: records.machine });
