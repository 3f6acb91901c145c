import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLog } from "../../../../src/pool/formats/readLog.ts";
import { realLogKinds } from "./realLogKinds.ts";

const counters =
  '"(PDH-CSV 4.0) (GMT Standard Time)(0)","\\\\H\\Memory\\Pool Nonpaged Bytes"\r\n"08/14/2012 09:30:00.000","4096"\r\n';
const poolmon =
  " Tag  Type     Allocs            Frees            Diff   Bytes       Per Alloc\r\n\r\n Leak Nonp         12 (   0)         2 (   0)       10     640 (     0)     64\r\n";
const binary = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("a log of any kind", () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ["a counter log", counters, "perfmon", "readPerfmon"],
    ["a PoolMon log", poolmon, "poolmon", "readPoolmon"],
    [
      "a PowerShell collector's table",
      '"DateTime","DateTimeUTC","Tag","NonPagedAllocs","NonPagedFrees","NonPagedDiff","NonPagedUsedBytes"\n"2026-03-02T09:30:00","2026-03-02T17:30:00","Leak","5","1","4","64"\n',
      "poolmon",
      "readPoolTagCsv",
    ],
    ["PoolMonX's list", "Leak\tNon Paged\t9\t1\t8\t64\t0 KB\t8\t\t\n", "poolmon", "readPoolmonX"],
    [
      "a debugger's session",
      "0: kd> lm m leaky\nstart             end                 module name\nfffff801`1d2a0000 fffff801`1d2b0000   leaky      (deferred)\n",
      "debugger",
      "readDebuggerSession",
    ],
    [
      "a list of pool events",
      "TimeStamp_us,Event,Pool,Tag,Address,Size\n1,Alloc,Paged,Leak,0x10,64\n",
      "poolTrace",
      "readPoolTrace",
    ],
    [
      "WPA's table",
      "Type,Paged,Pool Tag,Pool Tag Module,Count,Size (B),Impacting Size (B)\nAIFO,NonPaged,Leak,leaky.sys,3,64,64\n",
      "poolSummary",
      "readPoolSummary",
    ],
    [
      "xperf's report",
      "NX non-paged pool\nImage, Tag, Alloc #, Alloc KB, Out Alloc#, Out Alloc KB\nleaky.sys, Leak, 3, 3, 3, 3\n",
      "poolSummary",
      "readPoolSummary",
    ],
    [
      "a trace of shared memory",
      "Time,Process,PID,Session,User,Bitness,Call,Name,Access,Result,LastError\n09:30:00.101,a.exe,42,1,X\\y,x64,CreateFileMappingW,Name,PAGE_READWRITE,0x1a4,0\n",
      "sharedMemory",
      "readSharedMemory",
    ],
    ["a tag list", "rem Pooltag.txt\nLeak - leaky.sys - made up\n", "pooltag", "readPooltag"],
    ["findstr's output", "C:\\drivers>findstr /m /l Leak *.sys\nleaky.sys\n", "findstr", "readFindstr"],
  ])("%s is known and read", async (_, text, format, reader) => {
    const { kind, certainty, evidence, refusal } = await readLog(text, { file: "own.log" });
    expect({ reader: kind?.reader, format: evidence?.format, refusal }).toEqual({ reader, format, refusal: "" });
    expect(evidence!.file).toBe("own.log");
    expect(certainty).toBeGreaterThan(0.7);
    expect(certainty).toBeLessThanOrEqual(1);
  });

  test("is surer the more signs agree", async () => {
    const one = await readLog(" Leak Nonp  12  2  10  640  64\r\n");
    const two = await readLog(poolmon);
    expect(one.certainty).toBeGreaterThan(0);
    expect(one.certainty).toBeLessThan(0.5);
    expect(two.certainty).toBeGreaterThan(0.9);
  });

  test("gives its records the name of the file, however it came", async () => {
    const { evidence } = await readLog(new File([poolmon], "pool.txt"));
    expect(evidence?.file).toBe("pool.txt");
    expect(evidence?.format === "poolmon" && evidence.records[0]!.log).toBe("pool.txt");
    const pasted = await readLog(counters, { file: "pasted.csv" });
    expect(pasted.evidence?.format === "perfmon" && pasted.evidence.records.log).toBe("pasted.csv");
    expect((await readLog(counters)).evidence?.file).toBe("");
  });

  test("goes by what it holds, not by its name", async () => {
    expect((await readLog(counters, { file: "pool.etl" })).evidence?.format).toBe("perfmon");
    expect((await readLog(poolmon, { file: "counters.blg" })).evidence?.format).toBe("poolmon");
  });

  test("reports progress and can be stopped", async () => {
    const seen: number[] = [];
    await readLog(binary(poolmon.repeat(1000)), { onProgress: (read) => seen.push(read) });
    expect(seen.at(-1)).toBe(poolmon.length * 1000);
    const { evidence, refusal } = await readLog(binary(poolmon), { signal: AbortSignal.abort() });
    expect(evidence).toBeUndefined();
    expect(refusal).toContain("stopped");
  });
});

describe("a file that nothing here reads", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["empty.txt", "", /an empty file.*not have been allowed/],
    ["blank.txt", " \r\n\r\n", /a file of blanks/],
    ["zeros.log", new Uint8Array(5000), /a file of zero bytes/],
    ["screen.png", binary("\x89PNG\r\n\x1a\n\0\0"), /a picture \(PNG\).*a picture holds no numbers/],
    ["screen.jpg", binary("\xff\xd8\xff\xe0\0\0"), /a picture \(JPEG\)/],
    ["system.evtx", binary("ElfFile\0\0\0"), /an event log \(\.evtx\).*2019/],
    ["memory.dmp", binary("PAGEDU64\x0f\0"), /a 64-bit crash dump.*!poolused 2/],
    ["logs.cab", binary("MSCF\0\0\0\0"), /a cabinet archive.*expand/],
    ["logs.zip", binary("PK\x03\x04\x14\0\x06\0"), /a ZIP archive/],
    ["logs.gz", binary("\x1f\x8b\x08\0"), /a gzip archive/],
    ["logs.7z", binary("7z\xbc\xaf\x27\x1c"), /a 7-Zip archive/],
    ["table.xlsx", binary("PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/workbook.xml"), /an Excel workbook.*CSV/],
    ["notes.docx", binary("PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml"), /a Word document/],
    ["table.xls", binary("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"), /an old Office document/],
    ["report.pdf", binary("%PDF-1.7\n"), /a PDF/],
    ["page.html", "<!doctype html><html>", /HTML or XML/],
    ["page.xml", '<?xml version="1.0"?><a/>', /HTML or XML/],
    ["data.json", '{"tag": 1}', /a JSON file/],
    ["keys.reg", "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE]\r\n", /registry/],
    ["info.txt", "\r\nHost Name:                 SRV1\r\nOS Name:                   Windows\r\n", /systeminfo/],
    ["tasks.txt", "\r\nImage Name                     PID Session Name        Session#\r\n", /tasklist/],
    ["dump.txt", "BeginHeader\r\n P-Start, TimeStamp\r\n", /dumper.*xperf -i .* -a pool/],
    ["table.txt", "DateTime            DateTimeUTC         Tag\r\n", /cut at the console's width.*-view csv/],
    ["letter.txt", "Dear colleague,\nthe log is attached.\n", /begins "Dear colleague,".*Expected is/],
    [
      "cut.blg",
      binary("\x01\x02\x03\x04\x05\x06\x07\x08 some bytes"),
      /a binary file.*By its name it is a binary counter log/,
    ],
    ["cut.etl", "only words", /begins "only words".*By its name it is an event trace/],
  ])("%s is named, with what to do", async (file, source, says) => {
    const { evidence, refusal } = await readLog(source, { file });
    expect(evidence).toBeUndefined();
    expect(refusal).toMatch(says);
    expect(refusal).not.toMatch(/ {2}|\.\.$|undefined/);
  });

  test("of a known kind that holds nothing says what is missing", async () => {
    const { kind, evidence, refusal } = await readLog("0: kd> !lookaside\r\n");
    expect(kind?.reader).toBe("readDebuggerSession");
    expect(evidence).toBeUndefined();
    expect(refusal).toContain("!lookaside");
  });

  test("and cannot even be opened is a sentence, not an error", async () => {
    const gone = Object.assign(new Blob(["x"]), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error("it is gone")) }),
    });
    expect(await readLog(gone)).toMatchObject({ evidence: undefined, refusal: expect.stringContaining("it is gone") });
  });
});

// Genuine public logs, which are no part of the project: read in place where they are.
const folder = join(import.meta.dirname, "../../../../../shared/real-logs");

describe.skipIf(!existsSync(folder))("genuine files", () => {
  test("are all named here", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const logs = files.filter((name) => /[\\/]/.test(name)).map((name) => name.replaceAll("\\", "/"));
    expect(logs.filter((name) => !(name in realLogKinds))).toEqual([]);
  });

  test.each(Object.entries(realLogKinds))("%s is what it is", async (name, wanted) => {
    const { kind, certainty, evidence, refusal } = await readLog(new Uint8Array(readFileSync(join(folder, name))), {
      file: name,
    });
    if (typeof wanted !== "string") return expect(refusal).toMatch(wanted);
    expect({ reader: kind?.reader, refusal }).toEqual({ reader: wanted, refusal: "" });
    expect(certainty).toBeGreaterThan(0.7);
    expect(evidence).toBeDefined();
  });
});

describe.each(["contoso-fs1", "fabrikam-app2"])("the lessons' machine %s", (machine) => {
  const logs = `datasets/${machine}`;
  test.skipIf(!existsSync(logs))("every log of it is read", async () => {
    for (const name of readdirSync(logs)) {
      const { refusal, evidence } = await readLog(new Uint8Array(readFileSync(join(logs, name))), { file: name });
      expect([name, refusal, evidence?.file]).toEqual([name, "", name]);
    }
  });
});
