import type { FileKind, ReaderName } from "./FileKind.ts";

/** A kind of text that people take for a log, or send beside one. */
interface TextKind extends Partial<FileKind> {
  sign: RegExp;
  kind: string;
}

/**
 * Signs in the text of a file's start; the first that is found counts. Repetitions are bounded and none of them crosses lines,
 * or a page of blank lines would take minutes to search.
 */
const KINDS: TextKind[] = [
  { sign: /\(PDH-[CT]SV/, kind: "a performance counter log (perfmon, logman, typeperf)", reader: "readPerfmon" },
  {
    sign: /"\\\\[^\\"\r\n]{1,64}\\[^"\r\n]{1,500}" ?, ?"\\\\/,
    kind: "a performance counter log (typeperf)",
    reader: "readPerfmon",
  },
  {
    sign: /Memory: {0,20}\d{1,20}K {1,20}Avail:|^[ \t#]{0,20}Tag {1,20}Type {1,40}Allocs {1,40}Frees/m,
    kind: "a PoolMon log",
    reader: "readPoolmon",
  },
  { sign: /PagedUsedBytes/i, kind: "a pool table of the PowerShell collector (CSV)" },
  {
    sign: /^DateTime {1,30}(?:: \d{4}-|DateTimeUTC {1,30}Tag\b)/m,
    kind: "a pool table of the PowerShell collector, cut at the console's width",
    advice: "Run it with -view csv to keep all columns.",
  },
  { sign: /^[^\t\r\n]{1,4}\t(?:Non Paged|Paged)\t\d{1,20}\t\d/m, kind: "an export of PoolMonX (tab separated)" },
  {
    sign: /!poolused|Sorting by {1,8}(?:Tag|NonPaged|Paged|Session)|Pool Used:|^ {4,80}NonPaged {1,80}Paged|Allocs {1,40}Frees {1,40}Diff {1,40}Used/m,
    kind: "the debugger's !poolused table",
  },
  {
    sign: /!vm\b|\*{1,8} Virtual Memory Usage|NonPagedPool Usage:?|NonPaged Bytes/,
    kind: "the debugger's !vm report",
  },
  { sign: /^[ \t]{0,8}(?:\d{1,4}: ?)?l?kd>/m, kind: "a debugger session" },
  {
    sign: /^[ \t]{0,8}(?:(?:rem|\/\/)[ \t]{0,8})?Pooltag\.txt|^[ \t]{0,8}[^\s]{3,4} {1,8}- {1,8}[^\s]{1,80}\.(?:sys|exe) {1,8}-/im,
    kind: "a list of pool tags (pooltag.txt)",
    reader: "readPooltag",
  },
  { sign: /^[^\r\n]{0,200}\bfindstr\b[^\r\n]{0,200}\.sys/im, kind: "the output of findstr", reader: "readFindstr" },
  {
    sign: /^<(?:\?xml|!doctype|html|\w{1,40}[\s>])/i,
    kind: "a web page, or another file of HTML or XML",
    advice: "Ask for the log itself.",
  },
  { sign: /^(?:\{\s{0,40}"|\[\s{0,40}[{["])/, kind: "a JSON file", advice: "Ask for the log itself." },
];

/**
 * Says what a text is by its first lines; undefined where it is nothing known. A reader that asks names itself, so that it is not
 * told to read its own kind of log with itself.
 */
export function identifyText(head: string, asking?: ReaderName): FileKind | undefined {
  const text = head.trimStart();
  if (text === "")
    return {
      kind: "a file of blanks",
      advice: "The tool may not have been allowed to write, or the log has not begun.",
    };
  const found = KINDS.find(({ sign, reader }) => (asking === undefined || reader !== asking) && sign.test(text));
  if (!found) return undefined;
  const { kind, reader, advice = reader ? `Read it with ${reader}.` : "" } = found;
  return { kind, advice, ...(reader ? { reader } : {}) };
}
