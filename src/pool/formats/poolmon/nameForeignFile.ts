/** A kind of file that people mistake for a PoolMon log, or send beside one. */
interface ForeignKind {
  /** how it starts: bytes as characters of the same number, or text */
  sign: RegExp;
  /** what it is, as the object of "This is …" */
  name: string;
  /** what to do with it, where it is of use; a sentence */
  use?: string;
}

/** Signatures at the very start. Sources: the formats' public specifications; gathered in https://en.wikipedia.org/wiki/List_of_file_signatures */
const BINARY: ForeignKind[] = [
  { sign: /^\x89PNG/, name: "a PNG picture", use: "Copy the console's text instead of its picture." },
  { sign: /^\xff\xd8\xff/, name: "a JPEG picture", use: "Copy the console's text instead of its picture." },
  { sign: /^GIF8|^BM.{4}\0\0\0\0/s, name: "a picture", use: "Copy the console's text instead of its picture." },
  { sign: /^PK\x03\x04/, name: "a ZIP archive or an Office document", use: "Take the text file out of it." },
  { sign: /^7z\xbc\xaf|^Rar!|^MSCF|^\x1f\x8b/, name: "a packed archive", use: "Take the text file out of it." },
  { sign: /^PAGE(?:DUMP|DU64)|^MDMP/, name: "a memory dump", use: "Open it in WinDbg and run !poolused 2." },
  { sign: /^ElfFile\0/, name: "a Windows event log (EVTX)" },
  { sign: /^MZ/, name: "a Windows program" },
  { sign: /^%PDF/, name: "a PDF document", use: "Copy the text out of it." },
  { sign: /^\{\\rtf/, name: "an RTF document", use: "Save it as plain text." },
  {
    sign: /\xff\xfe\xff.(?:N\0o\0n\0 \0)?P\0a\0g\0e\0d\0/s,
    name: "an export of PoolMonX, which earlier versions wrote as a dump of strings",
  },
];

/** Signs in the text of the start. Their repetitions are bounded, or a page of blanks would take seconds to search. */
const TEXT: ForeignKind[] = [
  {
    sign: /\((?:PDH-CSV|PDH-TSV) \d/,
    name: "a performance counter log (perfmon, logman, typeperf)",
    use: "Read it with readPerfmon.",
  },
  {
    sign: /"\\\\[^\\"\r\n]{1,64}\\[^"\r\n]{1,500}" ?, ?"\\\\/,
    name: "a performance counter log (typeperf)",
    use: "Read it with readPerfmon.",
  },
  { sign: /PagedUsedBytes/i, name: "a pool table of the PowerShell collector (CSV)" },
  {
    sign: /^DateTime {1,30}(?:: \d{4}-|DateTimeUTC {1,30}Tag\b)/m,
    name: "a pool table of the PowerShell collector, cut at the console's width",
    use: "Run it with -view csv to keep all columns.",
  },
  { sign: /^[^\t\r\n]{1,4}\t(?:Non Paged|Paged)\t\d+\t\d+/m, name: "an export of PoolMonX (tab separated)" },
  {
    sign: /!poolused|Sorting by +Tag|Pool Used:|^ {4,80}NonPaged {1,80}Paged/m,
    name: "the debugger's !poolused table",
  },
  { sign: /^[ \t]{0,8}\*{1,8} Virtual Memory Usage|NonPagedPool Usage:/m, name: "the debugger's !vm report" },
  { sign: /^(?:\d+: )?l?kd> /m, name: "a debugger session" },
  {
    sign: /^[ \t]{0,8}(?:(?:rem|\/\/)[ \t]{0,8})?Pooltag\.txt/im,
    name: "pooltag.txt, the list of known tags",
    use: "Read it with readPooltag.",
  },
  {
    sign: /^[^\r\n]{0,200}\bfindstr\b[^\r\n]{0,200}\.sys/im,
    name: "the output of findstr",
    use: "Read it with readFindstr.",
  },
  { sign: /^\s*<(?:!doctype html|html|\?xml)/i, name: "a web page or XML file", use: "Copy the text out of it." },
];

/** What makes a text PoolMon's whatever else it holds. */
const RE_HEADER = /Tag {1,8}Type {1,16}Allocs {1,40}Frees {1,40}Diff /;

/** What a file that is no PoolMon log is. */
export interface ForeignFile {
  name: string;
  use: string;
}

/**
 * Names the kind of a file that is no PoolMon log, from its first bytes (one character each) and their text.
 * Undefined where it is a PoolMon log, or nothing that is known.
 */
export function nameForeignFile(bytes: string, text: string): ForeignFile | undefined {
  const binary = BINARY.find(({ sign }) => sign.test(bytes));
  const trace = tracing(bytes);
  if (trace) return trace;
  const kind = binary ?? (RE_HEADER.test(text) ? undefined : TEXT.find(({ sign }) => sign.test(text)));
  return kind && { name: kind.name, use: kind.use ?? "" };
}

/** The provider of counter logs, {933f3bb3-943e-490d-9ced-3cbb14c14479}, as its bytes lie in the file. */
const COUNTER_LOG = "\xb3\x3b\x3f\x93\x3e\x94\x0d\x49\x9c\xed\x3c\xbb\x14\xc1\x44\x79";

/** A trace starts with a buffer header of 72 bytes; the mark of its first event, the log's header, follows. */
const RE_TRACE = /^.{72}..[\x01\x02]\xc0/s;

/** Binary counter logs and kernel traces share a container (`WMI_BUFFER_HEADER`); the provider tells them apart. */
function tracing(bytes: string): ForeignFile | undefined {
  if (!RE_TRACE.test(bytes)) return undefined;
  if (!bytes.includes(COUNTER_LOG)) {
    return { name: "an event trace (ETL)", use: "Open it in Windows Performance Analyzer." };
  }
  return {
    name: "a binary counter log (BLG)",
    use: "Convert it with relog log.blg -f csv -o log.csv and read that with readPerfmon.",
  };
}
