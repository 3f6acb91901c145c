import type { LogSource, Problem, ReadOptions } from "../ReadResult.ts";
import { detectEncoding, type Encoding } from "./detectEncoding.ts";
import { readPieces, type PiecesEnd } from "./readPieces.ts";
import { textDecoder } from "./textDecoder.ts";

/** JavaScript engines refuse strings of about half a gigabyte; a text log of this size is not read by people either. */
const MOST_BYTES = 256 << 20;

/** A whole text file in memory. */
export interface ReadText {
  /** the text without its byte order mark */
  text: string;
  /** how the bytes were read: `utf-8`, `utf-16le`, `windows-1252`, … */
  encoding: string;
  problems: Problem[];
}

/**
 * Reads a text log of any encoding that Windows tools write: UTF-8, UTF-16 with or without a mark, Windows or OEM code pages.
 * Never throws for bad input; `problems` names a guess, a stop or a cut.
 */
export async function readText(source: LogSource, options: ReadOptions = {}): Promise<ReadText> {
  if (typeof source === "string") return { text: source.replace(/^\ufeff/, ""), encoding: "text", problems: [] };
  const problems: Problem[] = [];
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let encoding: Encoding | undefined;
  let decode: ReturnType<typeof textDecoder> | undefined;
  let text = "";
  for await (const { bytes, last } of readPieces(source, options, end)) {
    encoding ??= detectEncoding(bytes);
    const first = decode === undefined;
    decode ??= textDecoder(encoding.name);
    text += decode(first ? bytes.subarray(encoding.markBytes) : bytes, last);
    if (text.length < MOST_BYTES || last) continue;
    problems.push({
      line: 0,
      effect: "lost",
      message: `Only the first ${MOST_BYTES >> 20} MiB were read; split the log and read the parts one by one.`,
    });
    break;
  }
  if (end.reason !== "") problems.push({ line: 0, effect: "lost", message: end.message });
  const doubt = encoding && encodingDoubt(encoding);
  if (doubt) problems.push(doubt);
  if (text.includes("\ufffd")) {
    problems.push({
      line: 0,
      effect: "doubt",
      message: `Some bytes are no ${encoding?.name ?? "text"} and stand here as \ufffd; names with them may be wrong.`,
    });
  }
  return { text, encoding: encoding?.name ?? "utf-8", problems };
}

/** The problem to state where the encoding is a guess; undefined for Unicode. */
export function encodingDoubt(encoding: Encoding): Problem | undefined {
  if (encoding.name.startsWith("utf")) return undefined;
  if (!encoding.sure) {
    return {
      line: 0,
      effect: "doubt",
      message: `The letters beyond ASCII fit no known encoding and were read as ${encoding.name}: names may be wrong, numbers are not touched. Save the log as UTF-8 to be sure.`,
    };
  }
  return {
    line: 0,
    effect: "note",
    message: `The text is not Unicode and was read as ${PAGE_NAMES[encoding.name] ?? encoding.name}; if a name looks wrong, save the log as UTF-8. Numbers are not touched.`,
  };
}

const PAGE_NAMES: Record<string, string> = {
  "windows-1252": "windows-1252 (Western European)",
  "windows-1251": "windows-1251 (Cyrillic)",
  ibm866: "OEM code page 866 (Cyrillic console)",
  cp850: "OEM code page 850 (Western console; 437 has nearly the same letters)",
};
