import { openAsBlob, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeLog, type LogDescription } from "../../../src/pool/describeLog.ts";

const header = (...counters: string[]) =>
  `"(PDH-CSV 4.0) (Pacific Daylight Time)(420)",${counters.map((path) => `"\\\\SRV1${path}"`).join(",")}\r\n`;
const row = (time: string, ...values: string[]) =>
  `"08/14/2012 ${time}.000",${values.map((v) => `"${v}"`).join(",")}\r\n`;
const pools = ["\\Memory\\Pool Nonpaged Bytes", "\\Memory\\Pool Paged Bytes"];

const factOf = ({ facts }: LogDescription, what: string) => facts.find((fact) => fact.what === what)?.says;

describe("what a log holds, in words", () => {
  test("a counter log: machine, samples, time, zone and counters", async () => {
    const text = header(...pools) + row("09:30:00", "4096", "8192") + row("09:45:00", "8192", "8192");
    const description = await describeLog(text);
    expect(description.kind).toContain("a performance counter log");
    expect(description.facts).toEqual([
      { what: "machine", says: "SRV1" },
      { what: "samples", says: "2" },
      { what: "time", says: "2012-08-14 09:30:00 to 2012-08-14 09:45:00, 15 min" },
      { what: "time zone", says: "Pacific Daylight Time, UTC is 7 h later" },
      { what: "counters", says: "all 2 read" },
    ]);
    expect(description).toMatchObject({ problems: [] });
    expect(description.command).toBeUndefined();
  });

  test("what was not read stands with its line and reason", async () => {
    const text = header(...pools) + row("09:30:00", "4096", "x") + "no row\r\n" + row("09:30:15", "4096", "8192");
    const { problems } = await describeLog(text);
    expect(problems.map(({ line, effect }) => [line, effect])).toEqual([
      [2, "lost"],
      [3, "lost"],
    ]);
  });

  test("a counter log without the pools says which columns it has and which command records them", async () => {
    const description = await describeLog(header("\\Memory\\Available MBytes") + row("09:30:00", "1"));
    expect(description.command).toBe("typeperf");
    expect(description.problems[0]!.message).toContain("The log has \\Memory\\Available MBytes");
  });

  test("the pools are known in German too", async () => {
    const text = header("\\Arbeitsspeicher\\Nicht-Auslagerungsseiten (Bytes)") + row("09:30:00", "4096");
    expect((await describeLog(text)).command).toBeUndefined();
  });

  test("UTF-16 is read, and named", async () => {
    const text = `\ufeff${header(...pools)}${row("09:30:00", "4096", "8192")}`;
    const description = await describeLog(new Uint8Array(Buffer.from(text, "utf16le")));
    expect(factOf(description, "encoding")).toBe("UTF-16LE");
    expect(factOf(description, "samples")).toBe("1");
  });

  test("rows whose header is missing are read as what is expected, which says what is missing", async () => {
    const { facts, problems, command } = await describeLog(row("09:30:00", "4096"), "readPerfmon");
    expect(facts).toEqual([]);
    expect(problems[0]!.message).toContain("No header line was found");
    expect(command).toBe("typeperf");
  });

  test.each<[file: string, what: string, says: string | RegExp]>([
    ["poolmon.txt", "snapshots", "7"],
    ["poolmon.txt", "time", /2012-08-14 09:30:00 to .* 90 min/],
    ["findstr.txt", "tags searched", "Leak, CtxL, MmSt"],
    ["pooltag.txt", "tags", /153/],
    ["perfmon.csv", "counters", "all 97 read"],
  ])("the lesson's %s: %s", async (file, what, says) => {
    expect(factOf(await describeLog(await openAsBlob(`datasets/contoso-fs1/${file}`)), what)).toMatch(says);
  });

  test("one PoolMon snapshot shows no growth: the command that takes twelve is named", async () => {
    const log = readFileSync("datasets/contoso-fs1/poolmon.txt", "latin1");
    const second = log.indexOf("Memory:", log.indexOf("Memory:") + 1);
    const description = await describeLog(log.slice(0, second));
    expect(factOf(description, "snapshots")).toBe("1; growth needs three or more");
    expect(description.command).toBe("poolmon-loop");
  });

  test("a debugger's session: what was read of it and what was left aside", async () => {
    const session =
      "0: kd> lm m leaky\nstart             end                 module name\n" +
      "fffff801`1d2a0000 fffff801`1d2b0000   leaky      (deferred)\n0: kd> !process 0 0\n**** NT ACTIVE PROCESS DUMP ****\n";
    const description = await describeLog(session);
    expect(factOf(description, "commands")).toBe("2, 1 of them understood");
    expect(factOf(description, "read")).toBe("1 module");
    expect(factOf(description, "left aside")).toBe("!process 0 0");
  });

  test("a pool trace: lost events come first", async () => {
    const { facts } = await describeLog(
      "# Lost events: 1204\nTimeStamp_us,Event,Pool,Tag,Address,Size,Process(PID),TID,Stack\n" +
        "0,Alloc,Paged,Leak,0x10,64,System (4),8,[Root]/a\n90000000,Free,Paged,Leak,0x10,64,System (4),8,\n",
    );
    expect(facts).toEqual([
      { what: "lost events", says: "1,204: blocks whose free was lost look leaked" },
      { what: "events", says: "2: 1 allocation, 1 free" },
      { what: "length", says: "90 s" },
      { what: "tags", says: "1" },
      { what: "stacks", says: "1" },
    ]);
  });

  test("a summary of a trace: what stayed allocated in its window", async () => {
    const { facts } = await describeLog(
      '# Window: 300 s\nType,Paged,Pool Tag,Pool Tag Module,Count,Size (B),Impacting Size (B)\nAIFO,NonPaged,Leak,leaky.sys,3,"3,145,728","3,145,728"\n',
    );
    expect(facts).toEqual([
      { what: "made by", says: "Windows Performance Analyzer" },
      { what: "length", says: "5 min" },
      { what: "rows", says: "1" },
      { what: "tags", says: "1" },
      { what: "not freed in it", says: "3.0 MiB" },
    ]);
  });

  test("a collector's table: snapshots and tags, as of PoolMon", async () => {
    const description = await describeLog(
      "DateTime,DateTimeUTC,Tag,NonPagedAllocs,NonPagedFrees,NonPagedDiff,NonPagedUsedBytes\n2026-03-02T09:30:00,2026-03-02T17:30:00,Leak,5,1,4,64\n",
    );
    expect(factOf(description, "snapshots")).toBe("1; growth needs three or more");
    expect(factOf(description, "tags")).toBe("1");
  });

  test("a file that changed since it was chosen is a problem in words, not an error", async () => {
    const gone = Object.assign(new Blob(["x"]), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error("it is gone")) }),
    });
    const { problems } = await describeLog(gone, "readPerfmon");
    expect(problems).toMatchObject([{ effect: "lost", message: expect.stringContaining("choose it again") }]);
  });
});
