import { debuggerKinds } from "./debuggerKinds.ts";
import type { TextKind } from "./TextKind.ts";

const NO_LOG = "Ask for the log itself.";

/** The kinds of text that can be told apart; of two with equal signs the first counts. */
export const textKinds: TextKind[] = [
  {
    kind: "a performance counter log (perfmon, logman, typeperf)",
    reader: "readPerfmon",
    signs: [
      [/\(PDH-[CT]SV/, 0.95],
      [/"\\\\[^\\"\r\n]{1,64}\\[^"\r\n]{1,500}" ?[,;\t] ?"\\\\/, 0.9],
      [/^ ?"? ?\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d[.,]\d{3} ?"? ?[,;\t]/m, 0.4],
    ],
  },
  {
    kind: "a PoolMon log",
    reader: "readPoolmon",
    signs: [
      [/Memory: {0,20}\d{1,20}K {1,20}Avail:/, 0.9],
      [/^[ \t#]{0,20}Tag {1,20}Type {1,40}Allocs {1,40}Frees/m, 0.9],
      [/^[ \t]{0,20}Commit: {0,20}\d{1,20}K {1,20}Limit:.{1,80}Pool N:/m, 0.8],
      [/^ {0,8}\S.{3} {1,4}(?:Nonp|Paged) {1,20}\d{1,12} /m, 0.4],
    ],
  },
  {
    kind: "a pool table of the PowerShell collector (CSV)",
    reader: "readPoolTagCsv",
    signs: [
      [/PagedUsedBytes/i, 0.7],
      [/"?DateTime"?[,;\t]"?DateTimeUTC"?[,;\t]/i, 0.6],
      [/^"?(?:[A-Z]\w{1,20}"?[,;\t]"?){0,12}(?:Non)?Paged(?:Allocs|Frees|Diff|UsedBytes)\b/im, 0.6],
    ],
  },
  {
    kind: "a pool table of the PowerShell collector, cut at the console's width",
    advice:
      "Run the collector with -view csv to keep all columns: .\\poolmon-powershell.ps1 -view csv -loop 300 > pool.csv",
    signs: [[/^DateTime {1,30}(?:: \d{4}-|DateTimeUTC {1,30}Tag\b)/m, 0.95]],
  },
  {
    kind: "an export of PoolMonX (tab separated)",
    reader: "readPoolmonX",
    signs: [
      [/^[^\t\r\n]{1,4}\t(?:Non Paged|Paged)\t[\d,.]{1,20}\t[\d,.]{1,20}\t/m, 0.9],
      [/^Tag\t(?:Pool )?Type\t/im, 0.6],
    ],
  },
  {
    kind: "the events of a pool trace (CSV)",
    reader: "readPoolTrace",
    signs: [
      [/^TimeStamp[^,\r\n]{0,12},Event[^,\r\n]{0,16},Pool,Tag,/im, 0.95],
      [/^\d{1,15}(?:\.\d{1,9})?,(?:Alloc|Free)\w{0,8},(?:Non)?Paged\w{0,4},/m, 0.6],
    ],
  },
  {
    kind: "a summary of a pool trace (Windows Performance Analyzer, xperf)",
    reader: "readPoolSummary",
    signs: [
      [/^(?:[^\r\n]{0,200}[,;\t] ?)?"?Pool Tag"?[,;\t]/im, 0.7],
      [/\bImpacting Size\b/i, 0.6],
      [/(?:^|[,;\t"])(?:AIFI|AIFO|AOFI|AOFO)[",;\t]/m, 0.6],
      [/^ {0,8}Image, {0,20}Tag, {0,20}Alloc/im, 0.95],
      [/^(?:NX )?(?:non-)?paged pool\b/im, 0.3],
    ],
  },
  {
    kind: "a trace of the calls that make and open named shared memory (CSV)",
    reader: "readSharedMemory",
    signs: [
      [/^"?Time"?[,\t]"?Process"?[,\t]"?PID"?[,\t]"?Session"?[,\t]/im, 0.8],
      [/^(?:[^,\t\r\n]{1,80}[,\t]){3,8}(?:Create|Open)FileMapping[AW]?[,\t]/m, 0.8],
    ],
  },
  ...debuggerKinds,
  {
    kind: "a list of pool tags (pooltag.txt)",
    reader: "readPooltag",
    signs: [
      [/^[ \t]{0,8}(?:(?:rem|\/\/)[ \t]{0,8})?Pooltag\.txt/im, 0.9],
      [/^[ \t]{0,8}[^\s]{3,4} {1,8}- {1,8}[^\s]{1,80}\.(?:sys|exe) {1,8}-/im, 0.8],
      [/^[ \t]{0,8}[^\s]{3,4} {1,8}- {1,8}nt!\w{1,20} {1,8}-/im, 0.8],
    ],
  },
  {
    kind: "the output of findstr",
    reader: "readFindstr",
    signs: [
      [/^[^\r\n]{0,200}\bfindstr\b[^\r\n]{0,200}\.sys/im, 0.8],
      [/^[ \t]{0,8}\S{2,4} {1,8}(?:→|->) {0,8}[^\s,]{1,80}\.sys\b/im, 0.6],
      [/^(?:[a-z]:)?[^\r\n\t"<>|*?:]{1,200}\.sys[ \t]{0,8}$/im, 0.4],
    ],
  },
  {
    kind: "an event trace as text, as xperf's dumper writes it",
    advice: "Make the summary by tag of the same trace: xperf -i pool.etl -o pool.txt -a pool -pooltags -images",
    signs: [[/^BeginHeader[ \t]{0,8}$/m, 0.9]],
  },
  {
    kind: "an export of the registry (.reg)",
    advice: "It holds settings and no counters. Ask for the log itself.",
    signs: [[/^(?:Windows Registry Editor Version|REGEDIT4)/, 0.98]],
  },
  {
    kind: "the output of systeminfo",
    advice: "It tells the machine's memory and uptime, not its pool. Ask for the log of PoolMon or perfmon beside it.",
    signs: [[/^Host Name: {1,40}\S[^\r\n]{0,80}\r?\nOS Name: {1,40}/m, 0.95]],
  },
  {
    kind: "a list of processes (tasklist)",
    advice: "It tells the memory of processes, not the kernel's pool. Ask for the log of PoolMon or perfmon.",
    signs: [[/^"?Image Name"? {0,40},?"?PID"? ?,?"?Session Name/m, 0.9]],
  },
  {
    kind: "a list of drivers (driverquery)",
    advice:
      "It tells which drivers are there, not what they allocate. Ask for the log of PoolMon or perfmon beside it.",
    signs: [[/^"?Module Name"? {0,20},?"?Display Name"? {0,30},?"?Driver Type/m, 0.9]],
  },
  {
    kind: "a web page, or another file of HTML or XML",
    advice: NO_LOG,
    signs: [[/^<(?:\?xml|!doctype|html|\w{1,40}[\s>])/i, 0.9]],
  },
  { kind: "a JSON file", advice: NO_LOG, signs: [[/^(?:\{\s{0,40}"|\[\s{0,40}[{["])/, 0.9]] },
];
