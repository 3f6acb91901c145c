import type { FileKind } from "./FileKind.ts";

const TO_CSV = "Convert the BLG on any Windows machine: relog log.blg -f csv -o log.csv";

const FROM_DUMP = "Open the memory dump in WinDbg and run: !vm 1; !poolused 2";
const NO_PICTURE = "Ask for the log itself, or the text of the console: a picture holds no numbers.";

/** The provider of the events that hold a counter log in an event trace: {933f3bb3-943e-490d-9ced-3cbb14c14479}. */
const PDH_PROVIDER = Uint8Array.of(0xb3, 0x3b, 0x3f, 0x93, 0x3e, 0x94, 0x0d, 0x49, 0x9c, 0xed, 0x3c, 0xbb, 0x14, 0xc1, 0x44, 0x79); // prettier-ignore

/** Stands before each wide string that the MFC library archives. */
const STRING_MARK = Uint8Array.of(0xff, 0xfe, 0xff);

/** Files known by their first bytes, as their formats' public specifications give them; gathered in https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES: [bytes: string, kind: string, advice: string][] = [
  ["\x89PNG", "a picture (PNG)", NO_PICTURE],
  ["\xff\xd8\xff", "a picture (JPEG)", NO_PICTURE],
  ["II*\0", "a picture (TIFF)", NO_PICTURE],
  ["GIF8", "a picture (GIF)", NO_PICTURE],
  ["BM", "a picture (BMP)", NO_PICTURE],
  [
    "PK\x03\x04",
    "a ZIP archive or an Excel workbook",
    "Unpack it and choose the log inside; save a workbook as CSV, or better use the log it was made from.",
  ],
  ["\x1f\x8b", "a gzip archive", "Unpack it and choose the log inside."],
  ["7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it and choose the log inside."],
  ["MSCF", "a cabinet archive (.cab)", "Unpack it with: expand file.cab -F:* folder, and choose the log inside."],
  ["BZh91AY&SY", "a bzip2 archive", "Unpack it and choose the log inside."],
  ["\xfd7zXZ", "an XZ archive", "Unpack it and choose the log inside."],
  ["\x28\xb5\x2f\xfd", "a Zstandard archive", "Unpack it and choose the log inside."],
  ["Rar!", "a RAR archive", "Unpack it and choose the log inside."],
  ["%PDF", "a PDF", "Ask for the log itself."],
  ["{\\rtf", "an RTF document", "Save it as plain text."],
  ["\xd0\xcf\x11\xe0", "an old Office document", "Save it as CSV, or better use the log it was made from."],
  ["ElfFile", "an event log (.evtx)", "It holds no counters; look in it for Srv events 2019 and 2020."],
  ["PAGEDU64", "a 64-bit crash dump", FROM_DUMP],
  ["PAGEDUMP", "a 32-bit crash dump", FROM_DUMP],
  ["MDMP", "a user-mode minidump", "It holds no pool; a kernel dump does."],
  ["regf", "a hive of the registry", "It holds settings and no counters. Choose the log itself."],
  ["MZ", "a program or driver", "Choose the log, not the program."],
  ["SQLite format 3", "an SQLite database", "Export its table as CSV."],
  [
    "(PDH-BIN",
    "a counter log of Windows NT or 2000",
    "Convert it on a Windows of that time: relog log.blg -f csv -o log.csv",
  ],
];

/** Says what a file is by its first bytes; undefined where it may be text. `wide` says that it was found to be UTF-16. */
export function identifyBinary(head: Uint8Array, wide = false): FileKind | undefined {
  if (head.length === 0)
    return { kind: "an empty file", advice: "The tool may not have been allowed to write, or the log has not begun." };
  return identifyFormat(head) ?? (!wide && looksBinary(head) ? { kind: "a binary file", advice: "" } : undefined);
}

/** Says which known binary format a file has by its first bytes; undefined where it is none, or there are no bytes. */
export function identifyFormat(head: Uint8Array): FileKind | undefined {
  for (const [signature, kind, advice] of SIGNATURES) {
    if (![...signature].every((letter, at) => head[at] === letter.charCodeAt(0))) continue;
    // Two letters are no proof: in text, other letters follow.
    if (signature.length > 2 || head.subarray(0, 64).includes(0)) return officeKind(head) ?? { kind, advice };
  }
  if (holdsBytes(head.subarray(0, 64), STRING_MARK)) {
    return {
      kind: 'a list of length-prefixed strings, as an old PoolMonX saves its "CSV"',
      advice: "Record the pool with: poolmon -b -n poolmon.txt",
      reader: "readPoolmonX",
    };
  }
  if (isEventTrace(head)) {
    return holdsBytes(head, PDH_PROVIDER)
      ? { kind: "a binary counter log (.blg)", advice: TO_CSV, command: "relog" }
      : {
          kind: "an event trace (.etl)",
          advice:
            "Make text of its pool events: xperf -i trace.etl -o pool.txt -a pool -pooltags -images, or export the pool table of Windows Performance Analyzer; a counter log is recorded by perfmon, logman or typeperf.",
        };
  }
  if (head.length > 0 && head.subarray(0, 4096).every((byte) => byte === 0)) {
    return {
      kind: "a file of zero bytes",
      advice: "The machine stopped before the log was on disk; nothing of it can be recovered from this file.",
    };
  }
  return undefined;
}

/** Office documents are archives whose list of contents comes first; the folder of their parts tells which kind. */
function officeKind(head: Uint8Array): FileKind | undefined {
  const names = String.fromCharCode(...head.subarray(0, 4096));
  if (!names.startsWith("PK") || !names.includes("[Content_Types].xml")) return undefined;
  return names.includes("word/")
    ? { kind: "a Word document", advice: "Save its text as a plain text file, or better use the log it was made from." }
    : { kind: "an Excel workbook", advice: "Save it as CSV, or better use the log it was made from." };
}

/** An event trace begins with a buffer header of 72 bytes and a system event: its header type and marker stand at 0x4a. */
function isEventTrace(head: Uint8Array): boolean {
  if (head.length < 0x50) return false;
  const bufferBytes = new DataView(head.buffer, head.byteOffset).getUint32(0, true);
  return (
    bufferBytes % 1024 === 0 &&
    bufferBytes >= 4096 &&
    bufferBytes <= 16 << 20 &&
    head[0x4b] === 0xc0 &&
    head[0x4a]! <= 2
  );
}

function holdsBytes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/**
 * Text has no control characters but tab, line ends and a form feed; UTF-16 was told apart before by its zeros. Zeros at the
 * end do not count: a machine that stops while it writes leaves them behind the text.
 */
function looksBinary(head: Uint8Array): boolean {
  let end = head.length;
  while (end > 0 && head[end - 1] === 0) end--;
  const looked = head.subarray(0, Math.min(end, 4096));
  let controls = 0;
  for (const byte of looked) if (byte < 32 && (byte < 9 || byte > 13) && byte !== 26 && byte !== 27) controls++;
  return controls > looked.length / 20;
}
