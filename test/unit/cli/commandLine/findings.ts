import type { Finding } from "../../../../src/pool/analyzers/case/Finding.ts";
import { quantity } from "../../../../src/pool/Quantity.ts";

const GIB = 1024 ** 3;

/** A finding that has everything. */
export const leakFinding: Finding = {
  kind: "verdict",
  verdict: "leak",
  summary: "The nonpaged pool leaks under the tag Leak (myfault.sys), 3.52 GiB per hour.",
  pool: "nonpaged",
  tag: "Leak",
  driver: "myfault.sys",
  rate: quantity(3.52 * GIB, "B/h", [3.5 * GIB, 3.54 * GIB]),
  growth: quantity(5.27 * GIB, "B"),
  exhaustion: quantity(2400, "s", [1800, 3000]),
  confidence: 0.94,
  confidenceWord: "high",
  reasons: [
    "Tag Leak grew in 6 of 6 intervals by 5.27 GiB, 5400 blocks of 1 MiB each (line 3738), and none of its new blocks was freed meanwhile.",
    "It explains 100 % of the pool's growth.",
  ],
  against: ["The limit of the pool is not in the log: it was taken from the machine's memory."],
  next: [
    { what: "Watch whether it still rises.", command: "poolmon-tag", text: "poolmon /iLeak /b" },
    {
      what: "See whose myfault.sys is and which version, and look for an update.",
      command: "driver-version",
      text: "(Get-Item C:\\Windows\\System32\\drivers\\myfault.sys).VersionInfo | Format-List CompanyName, FileVersion",
    },
  ],
  lines: [628, 1250, 1872],
  log: "poolmon.txt",
  candidates: [
    {
      tag: "Leak",
      driver: "myfault.sys",
      worth: "strong",
      evidence: "findstr",
      says: "In myfault.sys the letters Leak stand alone, as a tag in code does.",
      line: 3,
    },
  ],
  process: undefined,
  sites: [
    {
      place: "myfault+0x162f",
      driver: "myfault.sys",
      stack: ["nt!ExAllocatePoolWithTag+0xa41", "myfault+0x162f"],
      evidence: "trace",
      blocks: 5400,
      bytes: 5.27 * GIB,
      says: "In the trace 5400 blocks stayed.",
      line: 12,
      file: "pool-trace.csv",
    },
  ],
  lockstep: [{ tag: "Leaq", pool: "paged", blocksPerBlock: 1, bytes: GIB, line: 1900 }],
  basis: [
    { file: "poolmon.txt", says: "7 snapshots of the tags.", lines: [628, 1250, 1872] },
    { file: "pool-trace.csv", says: "10800 pool events in 10 min.", lines: [12] },
  ],
};

/** A finding that says that nothing can be said. */
export const unclearFinding: Finding = {
  kind: "verdict",
  verdict: "unclear",
  summary: "Two snapshots are too few to tell growth from load.",
  pool: undefined,
  tag: undefined,
  driver: undefined,
  rate: undefined,
  growth: undefined,
  exhaustion: undefined,
  confidence: 0.2,
  confidenceWord: "low",
  reasons: [],
  against: [],
  next: [],
  lines: [],
  log: undefined,
  candidates: [],
  process: undefined,
  sites: [],
  lockstep: [],
  basis: [{ file: "poolmon.txt", says: "2 snapshots of the tags.", lines: [] }],
};
