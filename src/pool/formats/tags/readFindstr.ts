import type { LogSource, ReadOptions, ReadResult } from "../ReadResult.ts";
import { ProblemList } from "../text/ProblemList.ts";
import type { PiecesEnd } from "../text/readPieces.ts";
import { forEachLine, readLines } from "../text/readLines.ts";
import { FindstrReader } from "./FindstrReader.ts";

/** A file that holds the letters of a tag: a candidate, not yet a proof. */
export interface TagFile {
  /** the tag that was searched, four characters; empty where the output does not say */
  tag: string;
  /** the file as findstr printed it: `myfault.sys`, or with its path */
  file: string;
  /** the row's line in the output, counted from 1 */
  line: number;
  /** the texts around the letters, where `strings` was run on this file: `LeakyBucket` is a word, `Leak` may be the tag */
  words?: string[];
}

/** How `readFindstr` reads. */
export interface FindstrOptions extends ReadOptions {
  /** the tag that was searched, where the output has no command line that tells it */
  tag?: string;
}

/**
 * Reads which driver files hold a tag: the output of `findstr /m /l Leak *.sys`, copied with its prompt line, several
 * searches one after the other; also of `strings` and `Select-String`, and lists of the form `Leak → myfault.sys`.
 * `problems` says where a search proves less than it seems to. Never throws for bad input.
 *
 * That a file holds the four letters does not say that its code allocates with the tag: they may be part of a longer
 * word. That no file holds them does not clear a driver: a protected tag has its top bit set, KMDF makes tags from the
 * driver's name, drivers lie in other folders too.
 */
export async function readFindstr(source: LogSource, options: FindstrOptions = {}): Promise<ReadResult<TagFile[]>> {
  const problems = new ProblemList();
  const reader = new FindstrReader(problems, options.tag ?? "");
  const end: PiecesEnd = { reason: "", bytesRead: 0, message: "" };
  let lastLine = 0;
  for await (const piece of readLines(source, options, end)) {
    forEachLine(piece, (text, line) => {
      reader.addLine(text, line);
      lastLine = line;
    });
  }
  const records = reader.finish();
  if (end.reason !== "") problems.add("end", lastLine, "lost", end.message);
  if (records.length === 0 && !reader.sawCommand && end.reason === "") {
    const message =
      "No file names were found here. Expected is what this prints, copied with its prompt line: findstr /m /l Leak C:\\Windows\\System32\\drivers\\*.sys";
    return { records, problems: [{ line: 0, effect: "lost", message }] };
  }
  return { records, problems: problems.sorted() };
}
