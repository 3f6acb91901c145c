import { describe, expect, it } from "vitest";
import { englishCounterPath } from "../../../../../src/pool/formats/perfmon/counterNames.ts";
import { parseCounterPath } from "../../../../../src/pool/formats/perfmon/counterPath.ts";
import { findCounter, findCounters } from "../../../../../src/pool/formats/perfmon/findCounter.ts";
import { csv, read } from "./perfmonText.ts";

const paths = [
  "A\\Process(svchost)\\Handle Count",
  "A\\Process(_Total)\\Handle Count",
  "A\\Memory\\Pool Paged Bytes",
  "B\\Memory\\Pool Paged Bytes",
].map((path) => `\\\\${path}`);
const { log } = await read(csv(paths, [["08/14/2012 09:30:00.156", "1", "2", "3", "4"]]));

describe("findCounter", () => {
  it.each([
    ["\\Memory\\Pool Paged Bytes", undefined, 3],
    ["\\memory\\POOL paged bytes", undefined, 3],
    ["\\\\b\\Memory\\Pool Paged Bytes", undefined, 4],
    ["\\Process\\Handle Count", undefined, 2],
    ["\\Process(*)\\Handle Count", undefined, 2],
    ["\\Process(svchost)\\Handle Count", undefined, 1],
    ["\\Process\\Handle Count", "svchost", 1],
  ])("finds %s %s", (path, instance, value) => {
    expect(findCounter(log, path, instance)!.values[0]).toBe(value);
  });

  it("gives undefined where there is none, also for text that is no path", () => {
    for (const path of [
      "\\Memory\\Pool Nonpaged Bytes",
      "\\Process(lsass)\\Handle Count",
      "Pool",
      "",
      "\\\\",
      "\\Memory",
    ]) {
      expect(findCounter(log, path)).toBeUndefined();
    }
  });

  it("gives all instances in the log's order", () => {
    expect(findCounters(log, "\\Process\\Handle Count").map(({ instance }) => instance)).toEqual(["svchost", "_Total"]);
  });
});

describe("parseCounterPath", () => {
  it.each([
    ["\\\\H\\Processor Information(3,3)\\% DPC Time", ["H", "Processor Information", "3,3", "% DPC Time"]],
    ["\\\\H\\Paging File(\\??\\C:\\pagefile.sys)\\% Usage", ["H", "Paging File", "\\??\\C:\\pagefile.sys", "% Usage"]],
    [
      "\\\\H\\Arbeitsspeicher\\Nicht-Auslagerungsseiten (Bytes)",
      ["H", "Arbeitsspeicher", "", "Nicht-Auslagerungsseiten (Bytes)"],
    ],
    ["\\\\H\\Prozess(a (b))\\Auslagerungsseiten (Bytes)", ["H", "Prozess", "a (b)", "Auslagerungsseiten (Bytes)"]],
    ["\\Memory\\Available MBytes", ["", "Memory", "", "Available MBytes"]],
    [
      "\\\\fe80::1\\Network Interface(Intel[R] 82574L #2)\\Bytes Total/sec",
      ["fe80::1", "Network Interface", "Intel[R] 82574L #2", "Bytes Total/sec"],
    ],
  ])("takes %s apart", (path, parts) => {
    expect(Object.values(parseCounterPath(path)!)).toEqual(parts);
  });

  it.each(["", "Memory", "\\", "\\\\", "\\\\H", "\\\\H\\Memory", "\\Process(x", "\\Process(x)\\", "\\(x)\\y"])(
    "gives undefined for %j",
    (path) => {
      expect(parseCounterPath(path)).toBeUndefined();
    },
  );
});

describe("englishCounterPath", () => {
  it("knows English objects, also those whose name is the same in other languages, by their counters", () => {
    expect(englishCounterPath("System", "", "System Up Time")).toBe("\\System\\System Up Time");
    expect(englishCounterPath("System", "", "Prozesse")).toBeUndefined();
    expect(englishCounterPath("Server", "", "Bytes Total/sec")).toBe("\\Server\\Bytes Total/sec");
    expect(englishCounterPath("TCPv4", "", "Connections Established")).toBe("\\TCPv4\\Connections Established");
    expect(englishCounterPath("TCPv4", "", "Hergestellte Verbindungen")).toBeUndefined();
    expect(englishCounterPath("Process", "x", "Handle Count")).toBe("\\Process\\Handle Count");
    expect(englishCounterPath("Process", "x", "Antal referenser")).toBeUndefined();
  });

  it("tells the memory's pool from a process's quota by the instance", () => {
    expect(englishCounterPath("Mémoire", "", "Octets de réserve paginée")).toBe("\\Memory\\Pool Paged Bytes");
    expect(englishCounterPath("Processus", "System", "Octets de réserve paginée")).toBe("\\Process\\Pool Paged Bytes");
    expect(englishCounterPath("Arbeitsspeicher", "", "NICHT-AUSLAGERUNGSSEITEN (BYTES)")).toBe(
      "\\Memory\\Pool Nonpaged Bytes",
    );
  });
});
