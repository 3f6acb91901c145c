import { describe, expect, it } from "vitest";
import { explainCalls, namespaceMap, type SharedMemoryCall } from "../../../../../src/pool/index.ts";

const call = (more: Partial<SharedMemoryCall>): SharedMemoryCall => ({
  time: 0,
  process: "App.exe",
  processId: 4,
  session: 1,
  user: "anna",
  bitness: "x64",
  call: "OpenFileMappingW",
  name: "Counters",
  access: "FILE_MAP_READ",
  result: 0,
  lastError: 0,
  line: 2,
  ...more,
});
const make = (more: Partial<SharedMemoryCall>) =>
  call({ call: "CreateFileMappingW", access: "PAGE_READWRITE", result: 0x1c, ...more });
const causes = (calls: SharedMemoryCall[]) => explainCalls(calls).map(({ cause }) => cause);
const collector = { process: "rundll32.exe", processId: 8, session: 0, user: "SYSTEM" };

describe("calls for shared memory", () => {
  it("that do not find a name tell another namespace from one that nobody made", () => {
    const calls = [call({ ...collector, lastError: 2 }), make({}), call({ ...collector, lastError: 2 })];
    expect(causes(calls)).toEqual(["not there", "ok", "other namespace"]);
    expect(explainCalls(calls)[2]).toMatchObject({
      path: "\\BaseNamedObjects\\Counters",
      madeAt: "\\Sessions\\1\\BaseNamedObjects\\Counters",
    });
  });

  it("that are denied tell the privilege to make from the right to open", () => {
    const global = { name: "Global\\Counters", lastError: 5, result: 0 };
    expect(causes([make(global), call(global), make({ ...global, ...collector })])).toEqual([
      "privilege",
      "security",
      "security",
    ]);
  });

  it("that get somebody else's section say so, although they have a handle", () => {
    expect(causes([make({ lastError: 183 }), call({ lastError: 6 }), call({ lastError: 8 })])).toEqual([
      "already there",
      "name in use",
      "other",
    ]);
  });

  it("are the same name in other letters, and none at all with a further backslash", () => {
    expect(causes([make({ name: "COUNTERS" }), call({ ...collector, lastError: 2 })])).toEqual([
      "ok",
      "other namespace",
    ]);
    expect(explainCalls([call({ name: "My\\Counters", lastError: 2 })])[0]).toMatchObject({
      path: undefined,
      cause: "not there",
      madeAt: undefined,
    });
  });
});

describe("a map of namespaces", () => {
  it("gathers the calls that came out alike, by process and directory, the global one first", () => {
    const map = namespaceMap(
      [
        make({ line: 2 }),
        call({ ...collector, lastError: 2, line: 3 }),
        call({ ...collector, lastError: 2, line: 4 }),
        call({ ...collector, name: "Global\\Counters", result: 8, line: 5 }),
        call({ name: "a\\b", lastError: 2 }),
      ],
      "calls.csv",
    );
    expect(map.directories).toEqual(["\\BaseNamedObjects", "\\Sessions\\1\\BaseNamedObjects"]);
    expect(map.log).toBe("calls.csv");
    expect(
      map.processes.map(({ process, visits }) => [process, visits.map(({ count, line }) => [count, line])]),
    ).toEqual([
      ["App.exe", [[1, 2]]],
      [
        "rundll32.exe",
        [
          [2, 3],
          [1, 5],
        ],
      ],
    ]);
  });
});
