import { findCounter, readPerfmon } from "pool-leak-lab";

const english = await (await log("perfmon.csv")).text();
const german = english
  .replaceAll("\\Memory\\", "\\Arbeitsspeicher\\")
  .replaceAll("\\Process(", "\\Prozess(")
  .replaceAll("Pool Paged Bytes", "Auslagerungsseiten (Bytes)")
  .replaceAll("Pool Nonpaged Bytes", "Nicht-Auslagerungsseiten (Bytes)");
const { records } = await readPerfmon(german);
const { path, column, values } = findCounter(records, "\\Arbeitsspeicher\\Nicht-Auslagerungsseiten (Bytes)")!;
[{ path, column, bytes: values[0]! }];
