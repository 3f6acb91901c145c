// Without the reader: the first line, cut at the commas between quotes, and the last line that is there.
const english = await (await log("perfmon.csv")).text();
const german = english
  .replaceAll("\\Memory\\", "\\Arbeitsspeicher\\")
  .replaceAll("\\Process(", "\\Prozess(")
  .replaceAll("Pool Paged Bytes", "Auslagerungsseiten (Bytes)")
  .replaceAll("Pool Nonpaged Bytes", "Nicht-Auslagerungsseiten (Bytes)");
const lines = german.split("\r\n").filter((line) => line !== "");
const cells = (line: string) => line.slice(1, -1).split('","');
const names = cells(lines[0]!);
const column = names.findIndex((name) => name.endsWith("\\Arbeitsspeicher\\Nicht-Auslagerungsseiten (Bytes)"));

[{ path: names[column]!, column, bytes: cells(lines.at(-1)!)[column]! }];
