/** Something a reader could not use, or used with a doubt the reader of the page should share. */
export interface Problem {
  /** the line of the log it is about, counted from 1; 0 when it concerns the file as a whole */
  line: number;
  /** what happened to the data: `lost` was left out, `doubt` was kept but may be wrong, `note` changed nothing */
  effect: "lost" | "doubt" | "note";
  /** one sentence: what is there, and what to do about it */
  message: string;
  /** how many further lines had the same problem and are not listed one by one */
  more?: number;
}

/** What every reader returns. A reader never throws for bad input: what was understood stands in `records`. */
export interface ReadResult<Records> {
  /** what was understood */
  records: Records;
  /** what was not, in the order of the lines */
  problems: Problem[];
}

/** What every reader takes: bytes in memory, a file read piece by piece, or text that was pasted. */
export type LogSource = Uint8Array | Blob | string;

/** How a long read reports and ends. */
export interface ReadOptions {
  /** called now and then with the bytes read so far and the size of the source */
  onProgress?: (bytesRead: number, bytesTotal: number) => void;
  /** ends the read: what was read so far is returned, with a problem that says so */
  signal?: AbortSignal;
}
